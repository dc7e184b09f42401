import * as vscode from 'vscode';
import { CONFIG_PATH } from '../../core/model/storePaths';
import type { FolderSession } from '../session/folderSession';

/** Says where the annotations are from now on, and leads to the config: often the sources lie beside the articles. */
export function tellSetUp(session: FolderSession): void {
  const open = vscode.l10n.t('Open the File');
  const sentence = vscode.l10n.t(
    'The annotations of this folder are kept in .sourcemark from now on. Which files are articles is set in {file}.',
    { file: CONFIG_PATH },
  );
  void vscode.window.showInformationMessage(sentence, open).then((choice) => {
    if (choice === open) void vscode.window.showTextDocument(session.uri(CONFIG_PATH));
  });
}
