import * as vscode from 'vscode';
import type { ArticleView, ClaimView } from '../../core/articles/articleView';
import { needsRepair } from '../../core/articles/repairPlaces';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import { sourceTitle } from '../../core/workspace/library';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { FolderSession } from '../session/folderSession';
import { joinFacts } from './counts';
import { stateIcon } from './stateIcon';
import { createRow, oneLine, openingCommand, type TreeNode } from './treeNode';

/** How wide a claim's words may be; less where its state must be read beside them in a narrow side bar. */
const LABEL_COLUMNS = { alone: 36, besideState: 24 };

/** What of a claim its surroundings in the tree do not say already. */
export interface ClaimRowOptions {
  readonly showState?: boolean;
  readonly showArticle?: boolean;
  readonly children?: () => readonly TreeNode[];
}

/** A claim: its words, its state, and a click to where it stands, or to the store where it stands nowhere. */
export function createClaimRow(
  session: FolderSession,
  parentId: string,
  claim: ClaimView,
  { showState = false, showArticle = false, children }: ClaimRowOptions = {},
): TreeNode {
  const article = session.workspace.article(claim.article);
  const state = sayMessage(claimStateMessage(claim.state));
  const sources = claim.citations.map(({ source, citation }) => (source ? sourceTitle(source) : citation.source));
  const facts = [
    showState ? state : undefined,
    showArticle ? baseName(claim.article) : undefined,
    showArticle ? undefined : sources.length > 1 ? `${sources[0]} +${sources.length - 1}` : sources[0],
  ];
  return {
    folder: session.folder.uri.toString(),
    article: claim.article,
    claim: claim.id,
    item: createRow({
      id: `${parentId}/${claim.article}#${claim.id}`,
      label: oneLine(claim.claim.target.exact, showState ? LABEL_COLUMNS.besideState : LABEL_COLUMNS.alone),
      spoken: oneLine(claim.claim.target.exact, 400),
      description: joinFacts(...facts),
      icon: stateIcon(claim.state),
      kind: kindOf(claim),
      isParent: children !== undefined,
      tooltip: [
        vscode.l10n.t('“{text}”', { text: oneLine(claim.claim.target.exact, 400) }),
        state,
        ...sources.map((source) => vscode.l10n.t('Source: {source}', { source })),
        vscode.l10n.t('Marked by {person}', { person: claim.claim.by }),
      ].join('\n'),
      command: claim.range
        ? openingCommand(session, claim.article, claim.range)
        : openingCommand(session, article.storeFile, storedPlace(article, claim.id)),
    }),
    ...(children && { children }),
  };
}

/** What the menus of `package.json` offer depends on it: a verdict only where there is something to judge. */
function kindOf(claim: ClaimView): string {
  if (claim.state === 'detached' || claim.state === 'uncited') return `claim.${claim.state}`;
  return needsRepair(claim) ? 'claim.lost' : 'claim';
}

function storedPlace(article: ArticleView, claim: string) {
  const place = article.stored?.locate(['claims', claim]);
  return place?.key ?? place?.value;
}

/** An article as a row that holds others; it opens by its arrow, and its name opens the file. */
export function createArticleRow(
  session: FolderSession,
  parentId: string,
  path: string,
  description: string,
  children: () => readonly TreeNode[],
): TreeNode {
  const folder = path.slice(0, -baseName(path).length - 1);
  // Its claims stay listed, and wait for it or for a person to say where it went.
  const isGone = session.workspace.summary(path).whereabouts.status === 'gone';
  return {
    folder: session.folder.uri.toString(),
    article: path,
    item: createRow({
      id: `${parentId}/${path}`,
      label: baseName(path),
      description: joinFacts(isGone ? vscode.l10n.t('no such article') : undefined, description, folder),
      icon: new vscode.ThemeIcon(isGone ? 'warning' : 'file-text'),
      kind: isGone ? 'article.gone' : 'article',
      isParent: true,
    }),
    children,
  };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
