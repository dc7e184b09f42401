import * as vscode from 'vscode';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import { type PassageUse, passagesAt } from '../../core/workspace/passages';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { toReference } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { MOST_DERIVED } from '../views/readSummaries';
import { stateIcon } from '../views/stateIcon';
import { oneLine } from '../views/treeNode';
import { commandLink, createMarkdown, plain } from './markdown';

/** So many claims fit on a card without scrolling. */
const MOST_SHOWN = 8;

/** What rests on words of a source's text: each claim that cites them, its state and its article. */
export function passageCard(session: FolderSession, file: string, at: number): vscode.MarkdownString | undefined {
  const { uses, unknown } = passagesAt(session.workspace, file, at, MOST_DERIVED);
  if (uses.length === 0) return undefined;
  const shown = uses.slice(0, MOST_SHOWN);
  const heading =
    uses.length === 1
      ? vscode.l10n.t('One claim rests on this passage')
      : vscode.l10n.t('{count} claims rest on this passage', { count: uses.length });
  const more = uses.length - shown.length;
  return createMarkdown([
    `$(quote) **${plain(heading)}**`,
    shown.map((use) => useLine(session, use)).join('\n'),
    ...(more > 0 ? [plain(vscode.l10n.t('{count} more: Find All References lists them.', { count: more }))] : []),
    ...(unknown > 0
      ? [plain(vscode.l10n.t('{count} articles that cite this source are still to be read.', { count: unknown }))]
      : []),
  ]);
}

function useLine(session: FolderSession, { article, claim, state }: PassageUse): string {
  const words = session.workspace.claim(article, claim)?.claim.target.exact ?? claim;
  const reference = { ...toReference({ session, path: article }), claim };
  const open = commandLink(oneLine(words, 60), 'sourcemark.openClaim', reference);
  return `- ${open} · $(${stateIcon(state).id}) ${plain(sayMessage(claimStateMessage(state)))} · ${plain(article)}`;
}
