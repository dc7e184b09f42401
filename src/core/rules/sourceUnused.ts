import { message } from '../model/message';
import type { WorkspaceRule } from './rule';

/** A source that no claim and no text cites. */
export const sourceUnused: WorkspaceRule = {
  id: 'source/unused',
  level: 'information',
  scope: 'workspace',
  *check(workspace) {
    const used = workspace.citedSources;
    for (const source of workspace.library.sources.values()) {
      const { id, file } = source;
      if (used.has(id)) continue;
      yield {
        file,
        range: source.range,
        message: message('No claim cites the source “{source}”.', { source: id }),
        data: { source: id },
      };
    }
  },
};
