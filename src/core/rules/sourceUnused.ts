import { message } from '../model/message';
import type { WorkspaceRule } from './rule';

/** A source that no claim and no text cites. */
export const sourceUnused: WorkspaceRule = {
  id: 'source/unused',
  level: 'information',
  scope: 'workspace',
  *check(workspace, isAsked) {
    const asked = [...workspace.library.sources.values()].filter(({ file }) => isAsked(file));
    const cited = workspace.citedAmong(asked.map(({ id }) => id));
    for (const source of asked) {
      const { id, file } = source;
      if (cited.has(id)) continue;
      yield {
        file,
        range: source.range,
        message: message('No claim cites the source “{source}”.', { source: id }),
        data: { source: id },
      };
    }
  },
};
