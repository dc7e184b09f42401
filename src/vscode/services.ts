import type * as vscode from 'vscode';
import type { FileChange, FileWriter, History } from '../core/ports';
import type { ReviewThreads } from './comments/reviewThreads';
import type { TextStore } from './history/textStore';
import type { AddressOpener } from './navigation/addressOpener';
import type { UnsavedChanges } from './saving/unsavedChanges';
import type { Annotator } from './session/annotator';
import type { FolderSessions } from './session/folderSessions';
import type { StoreEditor } from './session/storeEditor';

/** What only one of the two hosts can do. */
export interface Host {
  /** Opens the git history of a folder on the disk; undefined where no process can be started. */
  readonly openHistory: ((folder: string) => History) | undefined;
  /** Opens a folder on the disk for writing; undefined where VS Code's own file systems are all there is. */
  readonly openWriter: ((folder: string) => FileWriter) | undefined;
  /** The program that runs scripts outside of the editor. */
  readonly nodePath: string | undefined;
  /** Has git merge store files by a command, in the repository of a folder that the person trusts. */
  readonly setUpMergeDriver:
    | ((
        folder: string,
        command: string,
      ) => Promise<{
        readonly attributes: FileChange;
        readonly isConfigured: boolean;
        readonly works: boolean;
        readonly problem?: string;
      }>)
    | undefined;
  /** What both sides of an unfinished merge of a file come from. */
  readonly readMergeBase: ((folder: string, path: string, twin?: string) => Promise<string | undefined>) | undefined;
}

/** What every feature is given. Made once, in `activateShared`. */
export interface Services extends Host {
  readonly context: vscode.ExtensionContext;
  readonly sessions: FolderSessions;
  readonly store: StoreEditor;
  /** What could not be written into the store and is kept. */
  readonly unsaved: UnsavedChanges;
  readonly annotator: Annotator;
  readonly review: ReviewThreads;
  readonly addresses: AddressOpener;
  /** Keeps the text of an article when a claim is made on it: call `texts.keep` for the blob id to store. */
  readonly texts: TextStore;
  readonly logger: vscode.LogOutputChannel;
}
