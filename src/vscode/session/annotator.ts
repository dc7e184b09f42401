import * as vscode from 'vscode';
import type { FolderSession } from './folderSession';
import { checkTrust } from './storeEditor';

/** Who is annotating, and with what ids and times. */
export class Annotator {
  /** Bytes of cryptographic quality for new ids. */
  readonly random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

  /** The instant to write into the store: ISO 8601, UTC, whole seconds. */
  now(): string {
    return `${new Date().toISOString().slice(0, 19)}Z`;
  }

  /** The name in the settings, without asking; undefined where none was given yet. */
  get known(): string | undefined {
    return vscode.workspace.getConfiguration('sourcemark').get<string>('person')?.trim() || undefined;
  }

  /**
   * The annotator's id in the team; asks for it the first time. Undefined when the person backs out.
   * @throws StoreWriteError where what this person annotates could not be written.
   */
  async person(session: FolderSession): Promise<string | undefined> {
    checkTrust();
    return this.known ?? this.ask(session);
  }

  async ask(session: FolderSession): Promise<string | undefined> {
    const people = Object.entries(session.workspace.config.people ?? {});
    const someoneElse: vscode.QuickPickItem = { label: vscode.l10n.t('$(add) Another name…') };
    const picked =
      people.length === 0
        ? someoneElse
        : await vscode.window.showQuickPick(
            [...people.map(([id, { name }]) => ({ label: id, description: name ?? '' })), someoneElse],
            { title: vscode.l10n.t('Who is annotating?'), ignoreFocusOut: true },
          );
    const person =
      picked === someoneElse
        ? await vscode.window.showInputBox({
            title: vscode.l10n.t('Who is annotating?'),
            prompt: vscode.l10n.t(
              'A short name that your team knows you by. It is written beside everything you annotate.',
            ),
            value: this.known ?? '',
            ignoreFocusOut: true,
            validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('Type a name.')),
          })
        : picked?.label;
    const name = person?.trim();
    if (!name) return undefined;
    await vscode.workspace.getConfiguration('sourcemark').update('person', name, vscode.ConfigurationTarget.Global);
    return name;
  }
}
