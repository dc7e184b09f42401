import type { ArticleView } from '../../core/workspace/articleView';
import type { FolderSession } from '../session/folderSession';

/** How long a tree may hold the extension host at a time, in milliseconds. */
const SLICE_MS = 20;

/** Looks at every article of a folder without holding up what else the extension host has to do. */
export async function readArticles({ workspace }: FolderSession, visit: (article: ArticleView) => void): Promise<void> {
  let until = Date.now() + SLICE_MS;
  for (const path of workspace.articles) {
    visit(workspace.article(path));
    if (Date.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = Date.now() + SLICE_MS;
  }
}
