import * as vscode from 'vscode';
import { applyOperation } from '../../core/store/operations';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { showPlace } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import { checkTrust } from '../session/storeEditor';
import { withoutLinks } from '../views/treeNode';

/**
 * Whether something can be written to the annotations of an article. Where their file cannot be read, the person is
 * told before being asked anything, and led to the place.
 * @throws StoreWriteError in a folder that nobody vouches for.
 */
export function canAnnotate({ session, path }: SessionFile): boolean {
  checkTrust();
  const { workspace } = session;
  const storeFile = workspace.storeFileOf(path);
  const yaml = workspace.text(storeFile);
  if (yaml === undefined) return true;
  // A change that is tried and thrown away; any would do that changes something.
  const { text, problems } = applyOperation(yaml, { type: 'setText', text: '' });
  const [problem] = problems;
  if (text !== undefined || !problem) return true;
  const open = vscode.l10n.t('Open the File');
  const sentence = vscode.l10n.t('The annotations of this article cannot be written to: {problem} ({file})', {
    problem: sayMessage(problem.message),
    file: storeFile,
  });
  void vscode.window.showWarningMessage(withoutLinks(sentence), open).then((choice) => {
    if (choice === open) void showPlace({ session, path: storeFile }, problem.range);
  });
  return false;
}
