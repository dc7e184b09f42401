import type { Anchor } from '../anchoring/target';
import type { Mention, MentionFinder } from '../entities/findMentions';
import type { Figure } from '../figures/figure';
import type { ArticleFile } from '../model/schema';
import type { Parsed } from '../store/parseStoreFile';
import { overlapping } from '../text/overlapping';
import { contains, overlaps, type Range } from '../text/range';
import { sentences as splitSentences } from '../text/sentences';
import type { ArticleView, ClaimView, CoverageStatus, ExemptionView, FigureCoverage, Whereabouts } from './articleView';
import { buildClaimView, type ClaimContext } from './buildClaimView';
import { findTextCitations, type TextCitation } from './textCitations';

export interface ArticleInput {
  readonly path: string;
  readonly storeFile: string;
  readonly whereabouts: Whereabouts;
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
    whereabouts: input.whereabouts,
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

/** Goes from each claim to its figures, never from each figure to all claims: a long article has thousands of both. */
function coverFigures(
  text: string,
  figures: readonly Figure[],
  claims: readonly ClaimView[],
  exemptions: readonly ExemptionView[],
  textCitations: readonly TextCitation[],
): FigureCoverage[] {
  const within = (ranges: Iterable<Range | undefined>) => {
    const found = new Set<Figure>();
    for (const range of ranges) if (range) for (const figure of overlapping(figures, range)) found.add(figure);
    return found;
  };
  const touching = new Map<Figure, ClaimView[]>();
  for (const claim of claims)
    for (const figure of claim.range ? overlapping(figures, claim.range) : []) {
      const list = touching.get(figure);
      if (list) list.push(claim);
      else touching.set(figure, [claim]);
    }
  const exempt = within(exemptions.map(({ range, expired }) => (expired ? undefined : range)));
  const cited = within(citedSentences(text, textCitations));
  // The numbers in a link or a footnote's mark are not the article's.
  const inCitation = new Set<Figure>();
  for (const { range } of textCitations)
    for (const figure of overlapping(figures, range)) if (contains(range, figure)) inCitation.add(figure);
  return figures
    .filter((figure) => figure.checkable && !inCitation.has(figure))
    .map((figure) => {
      const own = touching.get(figure) ?? [];
      return { figure, claims: own, status: statusOf(own, exempt.has(figure), cited.has(figure)) };
    });
}

function statusOf(claims: readonly ClaimView[], isExempt: boolean, isCited: boolean): CoverageStatus {
  const found = claims.filter((claim) => foundRange(claim.anchor));
  if (found.some((claim) => claim.citations.length > 0)) return 'sourced';
  if (isExempt) return 'exempt';
  if (isCited) return 'citedInText';
  return claims.length > found.length ? 'inRepair' : 'unsourced';
}

/** The sentences that hold a citation; one right after a full stop belongs to the sentence before it, not to the next. */
function citedSentences(text: string, citations: readonly TextCitation[]): Range[] {
  if (citations.length === 0) return [];
  const sentences = splitSentences(text);
  const cited: Range[] = [];
  let at = 0;
  for (const { range } of citations) {
    while (at < sentences.length && sentences[at]!.end <= range.start) at++;
    const own = sentences[at];
    if (!own) break;
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
