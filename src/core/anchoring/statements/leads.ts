import { enMeaning } from '../../figures/languages/enMeaning';
import { jaMeaning } from '../../figures/languages/jaMeaning';
import type { LeadWords } from '../../figures/languages/meaning';
import { zhMeaning } from '../../figures/languages/zhMeaning';
import type { Range } from '../../text/range';
import type { MeaningChange } from './change';

/** Whether a figure says where a change led to, by how much it was, or where it began. */
type Lead = 'to' | 'by' | 'from';

interface Led {
  readonly lead: Lead;
  /** The words beside the figure, as written. */
  readonly words: string;
}

interface Place {
  readonly text: string;
  readonly script: string;
  readonly span: Range;
}

const reach = 32;

const READ: Readonly<Record<string, (place: Place) => Led | undefined>> = {
  en: beforeFigure(enMeaning.leads, ' '),
  ja: behindFigure(jaMeaning.leads),
  zh: beforeFigure(zhMeaning.leads, ''),
};

/** Unemployment that fell to 5% did not fall by 5%: 5%に下がった, 5%下がった; 下降到5%, 下降了5%. */
export function compareLeads(before: Place, after: Place): MeaningChange | undefined {
  const [was, is] = [READ[before.script]?.(before), READ[after.script]?.(after)];
  return was && is && was.lead !== is.lead ? { kind: 'direction', was: was.words, is: is.words } : undefined;
}

function beforeFigure({ verbs, to, by, from, between }: LeadWords, gap: string) {
  const space = gap === '' ? '' : `${gap}?`;
  const words = new RegExp(
    `${gap === '' ? '' : '\\b'}(?:${verbs})${space}(?:(?:${between})${gap})*(?:(?<to>${to})|(?<from>${from})|(?<by>${by}))?${space}(?:(?:${between})${space})*$`,
    'iu',
  );
  return ({ text, span }: Place) => toLed(words.exec(text.slice(Math.max(0, span.start - reach), span.start)));
}

function behindFigure({ verbs, to, by, from, between }: LeadWords) {
  const words = new RegExp(
    `^(?:${between})*(?:(?<to>${to})|(?<from>${from})|(?<by>${by}))?(?:${between})*(?:${verbs})`,
    'u',
  );
  return ({ text, span }: Place) => toLed(words.exec(text.slice(span.end, span.end + reach)));
}

function toLed(match: RegExpExecArray | null): Led | undefined {
  if (!match) return undefined;
  const { to, from } = match.groups ?? {};
  return { lead: to ? 'to' : from ? 'from' : 'by', words: match[0].trim() };
}
