import type { ArticleSummary } from '../../core/workspace/articleSummary';
import type { FolderSession } from '../session/folderSession';

/** How long a tree may hold the extension host at a time, in milliseconds. */
const SLICE_MS = 20;

/** Looks at a summary of every article of a folder without holding up what else the extension host has to do. */
export async function readSummaries(
  { workspace }: FolderSession,
  visit: (summary: ArticleSummary) => void,
): Promise<void> {
  let until = Date.now() + SLICE_MS;
  for (const path of workspace.articles) {
    visit(workspace.summary(path));
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
