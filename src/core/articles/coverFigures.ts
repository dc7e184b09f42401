import type { Mention } from '../entities/findMentions';
import type { Figure } from '../figures/figure';
import type { Config, Source } from '../model/schema';
import { overlapping } from '../text/overlapping';
import { contains, type Range } from '../text/range';
import { sentences as splitSentences } from '../text/sentences';
import type { Stored } from '../workspace/library';
import type { Agreement, ClaimView, ExemptionView, FigureCoverage } from './articleView';
import type { CitedSources } from './citedSources';
import { figureState, type Touch } from './figureState';
import { findRepeats, repeatKey } from './repeats';

export interface CoverInput {
  readonly text: string;
  /** These three are in the order of the text. */
  readonly figures: readonly Figure[];
  readonly textCitations: readonly CitedSources[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly ClaimView[];
  readonly exemptions: readonly ExemptionView[];
  readonly repeats: Config['repeats'];
}

/**
 * The checkable figures of an article with what stands behind each. Goes from each claim to its figures, never from
 * each figure to all claims: a long article has thousands of both.
 */
export function coverFigures(input: CoverInput): FigureCoverage[] {
  const { text, figures, claims, textCitations } = input;
  const touching = new Map<Figure, Touch[]>();
  for (const claim of claims) {
    if (!claim.range) continue;
    const agreements = groupByFigure(claim.agreements);
    for (const figure of overlapping(figures, claim.range))
      push(touching, figure, { claim, agreements: agreements.get(figure) ?? [] });
  }
  const exempt = within(
    figures,
    input.exemptions.flatMap(({ range, expired }) => (range && !expired ? [range] : [])),
  );
  const ambiguous = within(
    figures,
    claims.flatMap(({ anchor }) => (anchor?.status === 'ambiguous' ? anchor.ranges : [])),
  );
  const cited = findCited(text, figures, textCitations);
  // The numbers in an address or a footnote's mark are not the article's.
  const inCitation = new Set<Figure>();
  for (const { range, words } of textCitations)
    for (const figure of overlapping(figures, range))
      if (contains(range, figure) && !(words && contains(words, figure))) inCitation.add(figure);
  const coverage = figures
    .filter((figure) => figure.checkable && !inCitation.has(figure))
    .map((figure): FigureCoverage => {
      const touches = touching.get(figure) ?? [];
      const standing = figureState({
        touches,
        isExempt: exempt.has(figure),
        cited: cited.get(figure)?.sources,
        mayBeCited: cited.get(figure)?.mayCount ?? false,
        isAmbiguous: ambiguous.has(figure),
      });
      return { figure, claims: touches.map(({ claim }) => claim), ...standing };
    });
  const marked = coverLost(coverage, claims);
  return input.repeats === 'flag' ? marked : coverRepeats(marked, input);
}

/** Of so many figures that say one quantity the nearest is looked for. */
const MOST_ALIKE = 64;

/** Figures without a source that say what a claim said whose passage is gone: of each quantity the nearest to where it stood. */
function coverLost(coverage: FigureCoverage[], claims: readonly ClaimView[]): FigureCoverage[] {
  const lost = claims.filter(({ anchor }) => anchor?.status === 'orphaned');
  if (lost.length === 0) return coverage;
  const bare = new Map<string, number[]>();
  coverage.forEach((covered, index) => {
    const key = covered.state === 'unsourced' && covered.claims.length === 0 ? repeatKey(covered.figure) : undefined;
    if (key !== undefined) push(bare, key, index);
  });
  const marked = [...coverage];
  for (const { claim, figures } of lost)
    for (const { figure } of figures) {
      const alike = (figure.checkable && bare.get(repeatKey(figure) ?? '')) || [];
      const { start = 0 } = claim.target;
      const distance = (index: number) => Math.abs(coverage[index]!.figure.start - start);
      const [nearest] = alike.slice(0, MOST_ALIKE).sort((a, b) => distance(a) - distance(b));
      if (nearest === undefined) continue;
      alike.splice(alike.indexOf(nearest), 1);
      marked[nearest] = { figure: coverage[nearest]!.figure, claims: [], state: 'contested', reason: 'lost' };
    }
  return marked;
}

function coverRepeats(coverage: FigureCoverage[], context: CoverInput): FigureCoverage[] {
  const inState = (state: FigureCoverage['state']) =>
    coverage.filter((covered) => covered.state === state).map(({ figure }) => figure);
  const unsourced = inState('unsourced');
  const unchecked = coverage.filter(({ state, claims }) => state === 'unchecked' && claims.length > 0);
  const repeats = unsourced.length === 0 ? undefined : findRepeats(unsourced, inState('supported'), context);
  // What is cited without a check may be supported once its source is read, and answer for others then.
  const awaited = new Set(unchecked.map(({ figure }) => repeatKey(figure)));
  if (!repeats || repeats.size + awaited.size === 0) return coverage;
  return coverage.map((covered) => {
    const { figure, claims, state } = covered;
    if (state !== 'unsourced') return covered;
    const of = repeats.get(figure);
    if (of) return { figure, claims, state: 'repeated', of };
    const key = awaited.size === 0 ? undefined : repeatKey(figure);
    return key !== undefined && awaited.has(key) ? { ...covered, mayStand: true } : covered;
  });
}

/** What a sentence cites. */
interface Cited {
  /** Undefined where nothing counts that it cites. */
  sources: Stored<Source>[] | undefined;
  mayCount: boolean;
}

function findCited(text: string, figures: readonly Figure[], citations: readonly CitedSources[]): Map<Figure, Cited> {
  const bySentence = new Map<Range, Cited>();
  for (const [{ counts, sources, mayCount }, sentence] of citedSentences(text, citations)) {
    const cited = bySentence.get(sentence) ?? { sources: undefined, mayCount: false };
    bySentence.set(sentence, cited);
    if (counts) cited.sources ??= [];
    if (counts) cited.sources?.push(...sources);
    cited.mayCount ||= mayCount;
  }
  const found = new Map<Figure, Cited>();
  for (const [sentence, cited] of bySentence)
    for (const figure of overlapping(figures, sentence)) found.set(figure, cited);
  return found;
}

/** Each citation with its sentence; one right after a full stop belongs to the sentence before it, not to the next. */
function citedSentences(text: string, citations: readonly CitedSources[]): [CitedSources, Range][] {
  if (citations.length === 0) return [];
  const sentences = splitSentences(text);
  const cited: [CitedSources, Range][] = [];
  let at = 0;
  for (const citation of citations) {
    const { start, end } = citation.range;
    while (at < sentences.length && sentences[at]!.end <= start) at++;
    const own = sentences[at];
    if (!own) break;
    const before = sentences[at - 1];
    const leads = text.slice(own.start, start).trim() === '';
    // The words of a link may begin a sentence of their own: “[The company](…) paid …”.
    const isAlone = !citation.words || !/[\p{L}\p{N}]/u.test(text.slice(end, own.end));
    const follows = leads && isAlone && before && !/\n/.test(text.slice(before.end, start));
    cited.push([citation, follows ? before : own]);
  }
  return cited;
}

function within(figures: readonly Figure[], ranges: readonly Range[]): Set<Figure> {
  const found = new Set<Figure>();
  for (const range of ranges) for (const figure of overlapping(figures, range)) found.add(figure);
  return found;
}

function groupByFigure(agreements: readonly Agreement[]): Map<Figure, Agreement[]> {
  const groups = new Map<Figure, Agreement[]>();
  for (const agreement of agreements) push(groups, agreement.figure, agreement);
  return groups;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
