import { message } from '../model/message';
import type { Problem } from '../model/problem';
import type { WorkspaceRule } from './rule';

/** What could not be read in the store: the parser found it, these rules give it its level. */
function storeRule(
  id: Problem['rule'],
  level: WorkspaceRule['level'],
  filter: (problem: Problem) => boolean,
): WorkspaceRule {
  return {
    id,
    level,
    scope: 'workspace',
    *check(workspace, isAsked) {
      for (const file of workspace.storeFiles.filter(isAsked))
        for (const problem of workspace.problems(file))
          if (problem.rule === id && filter(problem)) yield { file, range: problem.range, message: problem.message };
    },
  };
}

const everything = () => true;

export const storeSyntax = storeRule('store/syntax', 'error', everything);
export const storeConflict = storeRule('store/conflict', 'error', everything);
export const storeSchema = storeRule('store/schema', 'error', (problem) => problem.severity === 'error');
/** What git left unfinished may stand in the file as one side has it, without a mark that there is another. */
export const storeUnmerged: WorkspaceRule = {
  id: 'store/conflict',
  level: 'error',
  scope: 'workspace',
  *check(workspace, isAsked) {
    for (const file of workspace.unmerged)
      if (isAsked(file))
        yield {
          file,
          range: { start: 0, end: 0 },
          message: message(
            'git has not finished merging this file, so what one side wrote may be missing. `sourcemark resolve` merges it by its structure; then tell git with `git add`.',
          ),
        };
  },
};
/** An unknown key is kept and does no harm, so it is told more quietly under the same id. */
export const storeUnknownKey = storeRule('store/schema', 'warning', (problem) => problem.severity === 'warning');
