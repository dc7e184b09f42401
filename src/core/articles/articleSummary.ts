import type { ClaimState } from '../model/claimState';
import { ownCopy } from '../text/ownCopy';
import type { Range } from '../text/range';
import { type ArticleUses, findArticleUses } from './articleUses';
import type { ArticleView, ClaimView, Passage, Whereabouts } from './articleView';
import { countFigures, type FigureCount } from './figureState';

/** How much an article says of one entity. */
export interface EntityCount {
  readonly claims: number;
  readonly figures: number;
  readonly mentions: number;
}

/** A claim with a measure, as far as others must be compared with it. */
export interface MeasuredClaim {
  readonly key: string;
  readonly article: string;
  readonly id: string;
  /** The measure's name as it is written. */
  readonly name: string;
  /** The claim's words as they are stored. */
  readonly exact: string;
  readonly range: Range | undefined;
  readonly figures: ClaimView['figures'];
}

/** Words in the text of a source that a claim cites: where they are there, and which claim it is. */
export interface CitedPassage extends Range {
  /** The source's text. */
  readonly file: string;
  readonly claim: string;
}

/**
 * What lists and counts over all articles need of one: little enough to keep for thousands of articles, while their
 * views are worked out when somebody looks at them. The same object for as long as nothing it rests on has changed.
 */
export interface ArticleSummary {
  readonly path: string;
  readonly storeFile: string;
  readonly whereabouts: Whereabouts;
  /** How many checkable figures are in each state. */
  readonly coverage: FigureCount;
  /** How many claims have lost their place. */
  readonly lost: number;
  /** How many claims are in each state. */
  readonly states: ReadonlyMap<ClaimState, number>;
  /** How many claims cite each source, by the source's id, whether or not there is such a source. */
  readonly sources: ReadonlyMap<string, number>;
  /** Sources that the text itself cites: by `[@id]`, whether or not there is such a source, or by an address. */
  readonly textSources: ReadonlySet<string>;
  readonly entities: ReadonlyMap<string, EntityCount>;
  readonly measured: readonly MeasuredClaim[];
  readonly passages: readonly CitedPassage[];
}

export function summarizeArticle(article: ArticleView): ArticleSummary {
  const uses = findArticleUses(article);
  return {
    path: article.path,
    storeFile: article.storeFile,
    whereabouts: article.whereabouts,
    coverage: countFigures(article.coverage),
    lost: uses.states.get('orphaned')?.length ?? 0,
    states: countEach(uses.states),
    sources: countEach(uses.sources),
    textSources: citedInText(article),
    entities: countEntities(uses),
    measured: article.claims.flatMap((claim) => {
      const key = measureKey(claim);
      if (key === undefined) return [];
      const { id, range, figures } = claim;
      const { measure, target } = claim.claim;
      return [
        {
          key,
          article: article.path,
          id,
          name: ownCopy(measure?.name ?? ''),
          exact: ownCopy(target.exact),
          range,
          figures,
        },
      ];
    }),
    passages: article.claims.flatMap(({ id, citations }) => citations.flatMap(({ passage }) => toCited(id, passage))),
  };
}

/** One measure, one key; undefined for a claim without a measure or off the text. */
export function measureKey({ claim }: Pick<ClaimView, 'claim'>): string | undefined {
  if (!claim.measure || claim.detached) return undefined;
  const { of, name, period } = claim.measure;
  return JSON.stringify([of, name.trim().toLowerCase(), period === undefined ? '' : String(period)]);
}

/** The id that a measure is `of`, by the measure's key. */
export function entityOfMeasure(key: string): string {
  return (JSON.parse(key) as readonly [string, string, string])[0];
}

function citedInText({ textCitations }: ArticleView): Set<string> {
  const named = textCitations.flatMap(({ ids, sources }) => [
    ...ids.map(({ id }) => id),
    ...sources.map(({ id }) => id),
  ]);
  return new Set(named);
}

function countEach<Key>(lists: ReadonlyMap<Key, readonly unknown[]>): Map<Key, number> {
  return new Map(Array.from(lists, ([key, list]) => [key, list.length]));
}

function countEntities({ entities }: ArticleUses): Map<string, EntityCount> {
  return new Map(
    Array.from(entities, ([id, { claims, figures, mentions }]) => [
      id,
      { claims: claims.length, figures: figures.length, mentions: mentions.length },
    ]),
  );
}

/** Written out, since an object that is spread takes three times the memory, and these are many. */
function toCited(claim: string, passage: Passage): CitedPassage[] {
  if (passage.status !== 'found') return [];
  const { file, range } = passage;
  return [{ start: range.start, end: range.end, file, claim }];
}
