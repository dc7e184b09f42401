import type * as vscode from 'vscode';
import type { Annotator } from './session/annotator';
import type { FolderSessions } from './session/folderSessions';
import type { StoreEditor } from './session/storeEditor';

/** What every feature is given. Made once, in `activateShared`. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly sessions: FolderSessions;
  readonly store: StoreEditor;
  readonly annotator: Annotator;
  readonly logger: vscode.LogOutputChannel;
}
