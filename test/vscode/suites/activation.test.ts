import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually';

/** Both ways: every command of the manifest is there, and every command there is in the manifest. */
describe('activation', () => {
  const extension = vscode.extensions.getExtension('sourcemark.sourcemark');

  it('activates in the host it was built for', async () => {
    assert.ok(extension, 'the extension is not there');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers the commands that its manifest contributes, and no others', async () => {
    const contributed: readonly { command: string }[] = extension?.packageJSON.contributes?.commands ?? [];
    const expected = contributed.map(({ command }) => command).sort();
    await eventually(async () => {
      const registered = (await vscode.commands.getCommands(true))
        .filter((id) => /^sourcemark\.[^.]+$/.test(id))
        .sort();
      assert.deepEqual(registered, expected);
      return true;
    });
  });

  it('opens a fresh copy of the example newsroom', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const entries = await vscode.workspace.fs.readDirectory(folder.uri);
    assert.ok(entries.some(([name, type]) => name === 'articles' && type === vscode.FileType.Directory));
    assert.doesNotMatch(folder.uri.path, /examples/);
  });
});
