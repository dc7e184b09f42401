import { message } from '../model/message';
import type { WorkspaceRule } from './rule';

/** A source that no claim and no text cites. */
export const sourceUnused: WorkspaceRule = {
  id: 'source/unused',
  level: 'information',
  scope: 'workspace',
  *check(workspace) {
    const used = new Set<string>();
    for (const path of workspace.articles) {
      const article = workspace.article(path);
      for (const claim of article.claims) for (const { citation } of claim.citations) used.add(citation.source);
      for (const { ids } of article.textCitations) for (const { id } of ids) used.add(id);
    }
    for (const { id, file, range } of workspace.library.sources.values()) {
      if (used.has(id)) continue;
      yield {
        file,
        range,
        message: message('No claim cites the source “{source}”.', { source: id }),
        data: { source: id },
      };
    }
  },
};
