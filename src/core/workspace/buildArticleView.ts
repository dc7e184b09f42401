import type { Anchor } from '../anchoring/target';
import type { Mention, MentionFinder } from '../entities/findMentions';
import type { Figure } from '../figures/figure';
import type { ArticleFile } from '../model/schema';
import type { Parsed } from '../store/parseStoreFile';
import { contains, overlaps, type Range } from '../text/range';
import { sentences as splitSentences } from '../text/sentences';
import type { ArticleView, ClaimView, CoverageStatus, ExemptionView, FigureCoverage } from './articleView';
import { buildClaimView, type ClaimContext } from './buildClaimView';
import { findTextCitations, type TextCitation } from './textCitations';

export interface ArticleInput {
  readonly path: string;
  readonly storeFile: string;
  readonly text: string | undefined;
  readonly stored: Parsed<ArticleFile> | undefined;
  readonly figures: readonly Figure[];
  /** By id, of claims, exemptions and mention overrides. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  readonly mentions: MentionFinder;
  readonly context: ClaimContext;
  readonly today: string;
}

/** Joins an article's text with what the store says of it. Claims come in the order of the text, unplaced ones last. */
export function buildArticleView(input: ArticleInput): ArticleView {
  const { text, stored, figures, anchors } = input;
  const read = text === undefined ? undefined : { text, figures };
  const claims = Object.entries(stored?.value.claims ?? {})
    .map(([id, claim]) => buildClaimView(id, claim, anchors.get(id), read, input.context))
    .sort((a, b) => placeOf(a) - placeOf(b));
  const exemptions = Object.entries(stored?.value.exemptions ?? {}).map(([id, exemption]): ExemptionView => {
    const anchor = anchors.get(id);
    return {
      id,
      exemption,
      anchor,
      range: foundRange(anchor),
      // `until` may be a year or a month, so it is compared at its own length and holds to its end.
      expired: exemption.until !== undefined && exemption.until < input.today.slice(0, exemption.until.length),
    };
  });
  const textCitations = text === undefined ? [] : findTextCitations(text);
  return {
    path: input.path,
    text,
    storeFile: input.storeFile,
    stored,
    figures,
    coverage: text === undefined ? [] : coverFigures(text, figures, claims, exemptions, textCitations),
    claims,
    exemptions,
    mentions: text === undefined ? [] : withOverrides(input.mentions.find(text), stored?.value, anchors),
    textCitations,
  };
}

function placeOf(claim: ClaimView): number {
  return claim.range?.start ?? Number.MAX_SAFE_INTEGER;
}

function foundRange(anchor: Anchor | undefined): Range | undefined {
  return anchor?.status === 'exact' || anchor?.status === 'moved' ? anchor.range : undefined;
}

function coverFigures(
  text: string,
  figures: readonly Figure[],
  claims: readonly ClaimView[],
  exemptions: readonly ExemptionView[],
  textCitations: readonly TextCitation[],
): FigureCoverage[] {
  const cited = citedSentences(text, textCitations);
  return figures
    .filter((figure) => figure.checkable && !textCitations.some(({ range }) => contains(range, figure)))
    .map((figure) => {
      const touching = claims.filter((claim) => claim.range && overlaps(claim.range, figure));
      return { figure, claims: touching, status: statusOf(figure, touching, exemptions, cited) };
    });
}

function statusOf(
  figure: Figure,
  claims: readonly ClaimView[],
  exemptions: readonly ExemptionView[],
  cited: readonly Range[],
): CoverageStatus {
  const found = claims.filter((claim) => foundRange(claim.anchor));
  if (found.some((claim) => claim.citations.length > 0)) return 'sourced';
  if (exemptions.some(({ range, expired }) => range && !expired && overlaps(range, figure))) return 'exempt';
  if (cited.some((sentence) => overlaps(sentence, figure))) return 'citedInText';
  return claims.length > found.length ? 'inRepair' : 'unsourced';
}

/** The sentences that hold a citation; one right after a full stop belongs to the sentence before it, not to the next. */
function citedSentences(text: string, citations: readonly TextCitation[]): Range[] {
  if (citations.length === 0) return [];
  const sentences = splitSentences(text);
  const cited: Range[] = [];
  for (const { range } of citations) {
    const at = sentences.findIndex((sentence) => range.start < sentence.end);
    const own = sentences[at];
    if (!own) continue;
    const before = sentences[at - 1];
    const leads = text.slice(own.start, range.start).trim() === '';
    const follows = leads && before && !/\n/.test(text.slice(before.end, range.start));
    cited.push(follows ? before : own);
  }
  return cited;
}

function withOverrides(
  mentions: readonly Mention[],
  stored: ArticleFile | undefined,
  anchors: ReadonlyMap<string, Anchor>,
): Mention[] {
  const overrides = Object.entries(stored?.mentions ?? {}).flatMap(([id, override]) => {
    const range = foundRange(anchors.get(id));
    return range ? [{ range, entity: override.entity }] : [];
  });
  if (overrides.length === 0) return [...mentions];
  return mentions.flatMap((mention) => {
    const override = overrides.find(({ range }) => overlaps(range, mention));
    if (!override) return [mention];
    return override.entity === null ? [] : [{ ...mention, entities: [override.entity] }];
  });
}
