import * as vscode from 'vscode';
import { type Message, message } from '../../core/model/message';
import { articleOfStorePath } from '../../core/model/storePaths';
import { operationMessage } from '../../core/store/operationMessage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { oneLine } from '../views/treeNode';
import type { StoreChange, UnsavedChange } from './unsavedChanges';

export interface SaidChange {
  readonly label: string;
  readonly files: readonly string[];
  readonly reason: string;
}

/** What a kept change is, which files it concerns, and why it is not in them. */
export function sayUnsaved({ sessions }: Services, { changes, reason, state, folder }: UnsavedChange): SaidChange {
  const session = sessions.all.find((one) => one.folder.uri.toString() === folder);
  const files = [...new Set(changes.map(({ file }) => file))];
  const said = new Set(changes.flatMap((change) => sayChange(session, change) ?? []));
  const why =
    state === 'dropped'
      ? vscode.l10n.t('The file was closed in the editor without saving.')
      : reason
        ? sayMessage(withShortName(reason))
        : '';
  return { label: [...said].join(' · ') || files.join(', '), files, reason: why };
}

/** A claim is known to people by its words, not by its id. */
function sayChange(session: FolderSession | undefined, { file, operation }: StoreChange): string | undefined {
  const said = operationMessage(operation);
  if (!said) return undefined;
  const article = articleOfStorePath(file);
  const words =
    'claim' in operation && typeof operation.claim === 'string' && article !== undefined
      ? session?.workspace.claim(article, operation.claim)?.claim.target.exact
      : undefined;
  if (words === undefined || said.args?.id === undefined) return sayMessage(said);
  return sayMessage({ ...said, args: { ...said.args, id: message('“{text}”', { text: oneLine(words, 40) }) } });
}

/** The list shows the whole path in a place of its own. */
function withShortName(reason: Message): Message {
  const file = reason.args?.file;
  if (typeof file !== 'string') return reason;
  return { ...reason, args: { ...reason.args, file: file.slice(file.lastIndexOf('/') + 1) } };
}
