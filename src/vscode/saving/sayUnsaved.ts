import * as vscode from 'vscode';
import { operationMessage } from '../../core/store/operationMessage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { UnsavedChange } from './unsavedChanges';

/** What a kept change is, which files it concerns, and why it is not in them. */
export function sayUnsaved({ changes, reason, state }: UnsavedChange): {
  readonly label: string;
  readonly files: readonly string[];
  readonly reason: string;
} {
  const files = [...new Set(changes.map(({ file }) => file))];
  const said = new Set(
    changes.flatMap(({ operation }) => {
      const message = operationMessage(operation);
      return message ? [sayMessage(message)] : [];
    }),
  );
  const why =
    state === 'dropped'
      ? vscode.l10n.t('The file was closed in the editor without saving.')
      : reason
        ? sayMessage(reason)
        : '';
  return { label: [...said].join(' · ') || files.join(', '), files, reason: why };
}
