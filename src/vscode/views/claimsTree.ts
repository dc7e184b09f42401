import { type ClaimState, claimStates } from '../../core/model/claimState';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import type { ArticleUses } from '../../core/workspace/articleUses';
import type { ArticleView, ClaimView } from '../../core/workspace/articleView';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { FolderSession } from '../session/folderSession';
import { createArticleRow, createClaimRow } from './claimRow';
import { countClaims } from './counts';
import { readArticles } from './readArticles';
import { stateIcon } from './stateIcon';
import { createRow, type TreeNode } from './treeNode';

/** State, then article, then claim; what needs a person's hand comes first. */
export async function claimsTree(
  session: FolderSession,
  parentId: string,
  usesOf: (article: ArticleView) => ArticleUses,
): Promise<readonly TreeNode[]> {
  const groups = new Map<ClaimState, Map<string, readonly ClaimView[]>>();
  await readArticles(session, (article) => {
    for (const [state, claims] of usesOf(article).states) {
      const group = groups.get(state) ?? new Map<string, readonly ClaimView[]>();
      groups.set(state, group.set(article.path, claims));
    }
  });
  return claimStates.flatMap((state) => {
    const group = groups.get(state);
    return group ? [createStateRow(session, parentId, state, group)] : [];
  });
}

function createStateRow(
  session: FolderSession,
  parentId: string,
  state: ClaimState,
  group: ReadonlyMap<string, readonly ClaimView[]>,
): TreeNode {
  const id = `${parentId}/${state}`;
  const count = [...group.values()].reduce((sum, claims) => sum + claims.length, 0);
  return {
    folder: session.folder.uri.toString(),
    item: createRow({
      id,
      label: sayMessage(claimStateMessage(state)),
      description: countClaims(count),
      icon: stateIcon(state),
      kind: 'state',
      isParent: true,
    }),
    children: () =>
      Array.from(group, ([path, claims]) =>
        createArticleRow(session, id, path, countClaims(claims.length), () =>
          claims.map((claim) => createClaimRow(session, `${id}/${path}`, claim)),
        ),
      ),
  };
}
