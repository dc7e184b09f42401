import { enMeaning } from '../../figures/languages/enMeaning';
import { jaMeaning } from '../../figures/languages/jaMeaning';
import type { DatedWords } from '../../figures/languages/meaning';
import { zhMeaning } from '../../figures/languages/zhMeaning';
import type { Range } from '../../text/range';
import type { ChangeKind, MeaningChange } from './change';

/** On which side of a year or a day something is; open where a word says both that and on it: from 2019. */
type Side = 'at' | 'before' | 'after' | 'open';

interface Dated {
  readonly side: Side;
  /** As written; empty where nothing says it. */
  readonly words: string;
}

const PATTERNS: Readonly<Record<string, (text: string, span: Range) => RegExpExecArray | null>> = {
  en: readsBefore(enMeaning.dated),
  ja: readsAfter(jaMeaning.dated),
  zh: readsAfter(zhMeaning.dated),
};

/** `in 2030` is not `by 2030`, 2030年に not 2030年以降. */
export function compareDated(
  before: { readonly text: string; readonly script: string; readonly span: Range },
  after: { readonly text: string; readonly script: string; readonly span: Range },
): MeaningChange | undefined {
  const was = sideOf(before.text, before.span, before.script);
  const is = sideOf(after.text, after.span, after.script);
  if (was.side === is.side || was.side === 'open' || is.side === 'open') return undefined;
  return { kind: 'period' satisfies ChangeKind, was: was.words, is: is.words };
}

function sideOf(text: string, span: Range, script: string): Dated {
  const groups = PATTERNS[script]?.(text, span)?.groups;
  for (const side of ['before', 'after', 'open'] as const) {
    const words = groups?.[side];
    if (words) return { side, words };
  }
  return { side: 'at', words: '' };
}

const reach = 16;

/** What may stand between such a word and the date: the end of 2030, 2030年の春. */
function readsBefore({ before, after, open, between }: DatedWords) {
  const words = new RegExp(
    `\\b(?:(?<before>${before})|(?<after>${after})|(?<open>${open})) (?:(?:${between}) )*$`,
    'iu',
  );
  return (text: string, { start }: Range) => words.exec(text.slice(Math.max(0, start - 2 * reach), start));
}

function readsAfter({ before, after, open, between }: DatedWords) {
  const words = new RegExp(`^(?:${between})*(?:(?<before>${before})|(?<after>${after})|(?<open>${open}))`, 'u');
  return (text: string, { end }: Range) => words.exec(text.slice(end, end + reach));
}
