import * as vscode from 'vscode';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import { type PassageUse, passagesAt } from '../../core/references/passages';
import { MOST_DERIVED } from '../../core/references/thing';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { toReference } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
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
    shown.flatMap((use) => useLine(session, use)).join('\n'),
    ...(more > 0 ? [plain(vscode.l10n.t('{count} more: Find All References lists them.', { count: more }))] : []),
    ...(unknown > 0
      ? [plain(vscode.l10n.t('{count} articles that cite this source are still to be read.', { count: unknown }))]
      : []),
  ]);
}

function useLine(session: FolderSession, { article, claim }: PassageUse): string[] {
  const view = session.workspace.claim(article, claim);
  if (!view) return [];
  const reference = { ...toReference({ session, path: article }), claim };
  const open = commandLink(oneLine(view.claim.target.exact, 60), 'sourcemark.openClaim', reference);
  const state = plain(sayMessage(claimStateMessage(view.state)));
  return [`- ${open} · $(${stateIcon(view.state).id}) ${state} · ${plain(article)}`];
}
