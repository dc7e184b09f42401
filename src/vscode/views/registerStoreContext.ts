import * as vscode from 'vscode';
import type { Services } from '../services';

/**
 * Keeps the `when` keys true: `sourcemark.isReady` once every folder was read, so that no welcome flashes
 * up before, and `sourcemark.hasStore` where any folder is annotated.
 */
export function registerStoreContext({ sessions }: Services): vscode.Disposable {
  const shown = new Map<string, boolean>();
  const show = (key: string, value: boolean) => {
    if (shown.get(key) === value) return;
    shown.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const update = () =>
    show(
      'sourcemark.hasStore',
      sessions.all.some(({ workspace }) => workspace.hasStore),
    );
  const becomeReady = async () => {
    await Promise.all(sessions.all.map((session) => session.loaded));
    update();
    show('sourcemark.isReady', true);
  };
  void becomeReady();
  return vscode.Disposable.from(
    sessions.onDidChange(update),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void becomeReady()),
  );
}
