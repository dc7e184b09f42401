import * as vscode from 'vscode';
import type { Message } from '../../core/model/message';
import { concernOf } from '../../core/store/operationConcern';
import { operationMessageAbout } from '../../core/store/operationMessage';
import { readYaml } from '../../core/store/readYaml';
import { valueAt } from '../../core/store/yamlData';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { oneLine } from '../views/treeNode';
import { type SeenFiles, type StoreChange, seenOf, type UnsavedChange } from './unsavedChanges';

export interface SaidChange {
  readonly label: string;
  readonly files: readonly string[];
  readonly reason: string;
}

/** What a kept change is, which files it concerns, and why it is not in them. */
export function sayUnsaved(
  { sessions }: Services,
  { changes, seen, reason, state, folder }: UnsavedChange,
): SaidChange {
  const session = sessions.all.find((one) => one.folder.uri.toString() === folder);
  const files = [...new Set(changes.map(({ file }) => file))];
  const said = new Set(changes.flatMap((change) => sayChange(session, change, seen) ?? []));
  const why =
    state === 'dropped'
      ? vscode.l10n.t('The file was closed in the editor without saving.')
      : reason
        ? sayMessage(withShortName(reason))
        : '';
  return { label: [...said].join(' · ') || files.join(', '), files, reason: why };
}

/** A claim is known to people by its words, not by its id: those that were seen, else those that stand there. */
function sayChange(
  session: FolderSession | undefined,
  { file, operation }: StoreChange,
  seen: SeenFiles | undefined,
): string | undefined {
  const { thing } = concernOf(operation);
  const stored = () => readYaml(session?.workspace.text(file) ?? '').value;
  const said = operationMessageAbout(operation, valueAt(seenOf(seen, file), thing) ?? valueAt(stored(), thing));
  return said && oneLine(sayMessage(said), 120);
}

/** The list shows the whole path in a place of its own. */
function withShortName(reason: Message): Message {
  const file = reason.args?.file;
  if (typeof file !== 'string') return reason;
  return { ...reason, args: { ...reason.args, file: file.slice(file.lastIndexOf('/') + 1) } };
}
