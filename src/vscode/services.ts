import type * as vscode from 'vscode';
import type { History } from '../core/ports';
import type { ReviewThreads } from './comments/reviewThreads';
import type { TextStore } from './history/textStore';
import type { Annotator } from './session/annotator';
import type { FolderSessions } from './session/folderSessions';
import type { StoreEditor } from './session/storeEditor';

/** What only one of the two hosts can do. */
export interface Host {
  /** Opens the git history of a folder on the disk; undefined where no process can be started. */
  readonly openHistory: ((folder: string) => History) | undefined;
}

/** What every feature is given. Made once, in `activateShared`. */
export interface Services extends Host {
  readonly context: vscode.ExtensionContext;
  readonly sessions: FolderSessions;
  readonly store: StoreEditor;
  readonly annotator: Annotator;
  readonly review: ReviewThreads;
  /** Keeps the text of an article when a claim is made on it: call `texts.keep` for the blob id to store. */
  readonly texts: TextStore;
  readonly logger: vscode.LogOutputChannel;
}
