import type { ArticleSummary } from '../../core/articles/articleSummary';
import type { FolderSession } from '../session/folderSession';

/** How long a tree may hold the extension host at a time, in milliseconds. */
const SLICE_MS = 20;

/** So many articles are worked out for an answer; the session works out the others, and tells when it has. */
export const MOST_DERIVED = 50;

/**
 * Looks at a summary of every article of a folder without holding up what else the extension host has to do.
 * @param most how many articles that are not known may be worked out for it; the others are left out.
 */
export async function readSummaries(
  { workspace }: FolderSession,
  visit: (summary: ArticleSummary) => void,
  most = MOST_DERIVED,
): Promise<void> {
  let until = Date.now() + SLICE_MS;
  for (const summary of workspace.summaries(most)) {
    visit(summary);
    if (Date.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = Date.now() + SLICE_MS;
  }
}

/** Counts by article: what a row of a tree says before it is unfolded. */
export type CountsByArticle<Count> = ReadonlyMap<string, Count>;

/** Adds what an article has of each thing to what is known of that thing. */
export function addCounts<Key, Count>(
  known: Map<Key, Map<string, Count>>,
  article: string,
  counts: ReadonlyMap<Key, Count>,
): void {
  for (const [key, count] of counts) {
    const articles = known.get(key) ?? new Map<string, Count>();
    known.set(key, articles.set(article, count));
  }
}

export function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
