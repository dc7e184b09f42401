import { measureKey } from '../articles/articleSummary';
import type { Problem } from '../model/problem';
import type { ArticleFile } from '../model/schema';
import type { Parsed } from '../store/parseStoreFile';
import { ownCopy } from '../text/ownCopy';

/** What is kept of every article's store file, so that thousands of them need not be kept parsed. */
export interface StoreHead {
  /** The article that the file says it is about; `''` where it does not say. */
  readonly article: string;
  /** Git blob id of the article as last anchored. */
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
  readonly claims: number;
  /** Of claims, exemptions and mention overrides together. */
  readonly targets: number;
  /** See `measureKey`. */
  readonly measures: readonly string[];
  /** Ids of cited sources. */
  readonly sources: readonly string[];
  /** Whether what is derived changes with the date. */
  readonly hasEndDates: boolean;
}

export function readStoreHead({ value, problems }: Parsed<ArticleFile>): StoreHead {
  const claims = Object.values(value.claims ?? {});
  const exemptions = Object.values(value.exemptions ?? {});
  const measures = new Set<string>();
  const sources = new Set<string>();
  for (const claim of claims) {
    const key = measureKey({ claim });
    if (key !== undefined) measures.add(key);
    for (const { source } of claim.citations ?? []) sources.add(source);
  }
  return {
    article: ownCopy(value.article),
    text: value.text === undefined ? undefined : ownCopy(value.text),
    problems: problems.length > 0 ? problems : NO_PROBLEMS,
    claims: claims.length,
    targets: claims.length + exemptions.length + Object.keys(value.mentions ?? {}).length,
    measures: [...measures],
    sources: Array.from(sources, ownCopy),
    hasEndDates: exemptions.some(({ until }) => until !== undefined),
  };
}

const NO_PROBLEMS: readonly Problem[] = [];
