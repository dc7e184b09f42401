import type { ArticleUses } from '../../core/articles/articleUses';
import type { ArticleView } from '../../core/articles/articleView';
import { type ClaimState, claimStates } from '../../core/model/claimState';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { FolderSession } from '../session/folderSession';
import { createArticleRow, createClaimRow } from './claimRow';
import { countClaims } from './counts';
import { addCounts, type CountsByArticle, readSummaries, sum } from './readSummaries';
import { stateIcon } from './stateIcon';
import { createRow, type TreeNode } from './treeNode';

/** State, then article, then claim; what needs a person's hand comes first. */
export async function claimsTree(
  session: FolderSession,
  parentId: string,
  usesOf: (article: ArticleView) => ArticleUses,
): Promise<readonly TreeNode[]> {
  const groups = new Map<ClaimState, Map<string, number>>();
  await readSummaries(session, ({ path, states }) => addCounts(groups, path, states));
  return claimStates.flatMap((state) => {
    const group = groups.get(state);
    return group ? [createStateRow(session, parentId, state, group, usesOf)] : [];
  });
}

function createStateRow(
  session: FolderSession,
  parentId: string,
  state: ClaimState,
  group: CountsByArticle<number>,
  usesOf: (article: ArticleView) => ArticleUses,
): TreeNode {
  const id = `${parentId}/${state}`;
  const claimsOf = (path: string) => usesOf(session.workspace.article(path)).states.get(state) ?? [];
  return {
    folder: session.folder.uri.toString(),
    item: createRow({
      id,
      label: sayMessage(claimStateMessage(state)),
      description: countClaims(sum(group.values())),
      icon: stateIcon(state),
      kind: 'state',
      isParent: true,
    }),
    children: () =>
      Array.from(group, ([path, count]) =>
        createArticleRow(session, id, path, countClaims(count), () =>
          claimsOf(path).map((claim) => createClaimRow(session, `${id}/${path}`, claim)),
        ),
      ),
  };
}
