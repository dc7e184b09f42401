import * as v from 'valibot';
import { type Message, message } from '../model/message';
import type { TextEdit } from '../model/problem';
import { idSchema } from '../model/schema';
import { storeFileKind } from '../model/storePaths';
import { applyOperation } from '../store/operations';
import type { Workspace } from '../workspace/workspace';

/** Edits by file, or why the id cannot be changed so. */
export type Renaming = { readonly edits: ReadonlyMap<string, readonly TextEdit[]> } | { readonly refused: Message };

/**
 * Changes the id of a source or an entity everywhere at once: where it is defined, in every record that
 * names it and, for a source, in each `[@id]` of the articles. Ids are what citations hang on, so it is all
 * of them or none: a file that cannot be edited refuses the whole.
 */
export function renameThing(workspace: Workspace, of: 'source' | 'entity', from: string, to: string): Renaming {
  if (!v.is(idSchema, to))
    return {
      refused: message('An id is made of letters, digits, “-”, “_” and “.”, and begins with a letter or digit.'),
    };
  const { sources, entities } = workspace.library;
  if (from !== to && (of === 'source' ? sources : entities).has(to))
    return { refused: message('“{id}” is the id of another one already.', { id: to }) };
  const edits = new Map<string, readonly TextEdit[]>();
  for (const file of workspace.storeFiles) {
    const kind = storeFileKind(file);
    if (kind !== 'article' && kind !== (of === 'source' ? 'sources' : 'entities')) continue;
    const text = workspace.text(file) ?? '';
    // Most files do not hold the id at all, and reading them is what takes the time.
    if (!text.includes(from)) continue;
    const result = applyOperation(text, { type: 'renameId', of, from, to });
    const [problem] = result.problems;
    if (problem) return { refused: message('{file} cannot be edited: {reason}', { file, reason: problem.message }) };
    if (result.edits.length > 0) edits.set(file, result.edits);
  }
  if (of === 'source')
    for (const path of workspace.articles) {
      if (!workspace.text(path)?.includes(from)) continue;
      const named = workspace.article(path).textCitations.flatMap(({ ids }) => ids.filter(({ id }) => id === from));
      if (named.length > 0)
        edits.set(
          path,
          named.map(({ range }) => ({ range, text: to })),
        );
    }
  return { edits };
}
