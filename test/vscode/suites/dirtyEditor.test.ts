import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { isRecord } from '../../../src/core/store/conflictValue';
import { applyOperation } from '../../../src/core/store/operations';
import { readYaml } from '../../../src/core/store/readYaml';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { articleFile, operationOn } from '../../core/store/oddStore';
import { createDice, toOddYaml } from '../../core/store/oddYaml';
import { startSourcemark } from '../annotatedArticle';
import { setAutoSave } from '../autoSave';
import { eventually } from '../eventually';
import { typeAtStart } from '../typeAtStart';

/** How many files are tried; each takes some tenths of a second. */
const FILES = 4;

describe('an open editor with changes', () => {
  let api: SourcemarkApi;
  let session: FolderSession;

  before(async () => {
    await setAutoSave('off');
    api = await startSourcemark();
    session = api.sessions.all[0]!;
  });

  after(() => setAutoSave(undefined));

  it('takes a change as one step that undo takes back, in whatever style its file is written', async function () {
    this.timeout(60_000);
    let tried = 0;
    for (let seed = 1; tried < FILES; seed++) {
      const dice = createDice(seed);
      const yaml = toOddYaml(articleFile(dice), dice);
      const { operation } = operationOn(dice);
      const { value, wellFormed } = readYaml(yaml);
      const changed = applyOperation(yaml, operation).text;
      if (!wellFormed || !isRecord(value) || changed === undefined || changed === yaml || yaml.includes('%')) continue;
      tried++;
      const file = articleStorePath(`suite-dirty/${seed}.md`);
      const uri = session.uri(file);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(yaml));
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      // What is typed before the last event of the file came may be lost.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await typeAtStart(document, '# typing\n');
      const typed = document.getText();
      const wanted = applyOperation(typed, operation).text;
      const context = `seed ${seed}: ${JSON.stringify(operation)}\n${yaml}`;
      await api.store.apply(session, [{ file, operation }]);
      assert.equal(withoutReturns(document.getText()), withoutReturns(wanted ?? ''), context);
      assert.equal(document.isDirty, true, context);
      await vscode.commands.executeCommand('undo');
      await eventually(() => {
        assert.equal(document.getText(), typed, context);
        return true;
      });
      assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri)), yaml);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(uri);
    }
    await eventually(async () => {
      await vscode.commands.executeCommand('sourcemark.discardUnsaved', { isConfirmed: true });
      return api.unsaved.all.length === 0;
    });
  });
});

/** A document has line ends of one kind, those that most lines of its file have. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r', '');
}
