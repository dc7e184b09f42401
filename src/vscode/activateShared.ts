import * as vscode from 'vscode';
import { allCommands } from './commands/allCommands';
import { registerCommands } from './commands/command';
import { ReviewThreads } from './comments/reviewThreads';
import { TextStore } from './history/textStore';
import { AddressOpener } from './navigation/addressOpener';
import { registerFeatures } from './registerFeatures';
import { EditorFileWriter } from './saving/editorFileWriter';
import { UnsavedChanges } from './saving/unsavedChanges';
import type { Host, Services } from './services';
import { Annotator } from './session/annotator';
import { FolderSessions } from './session/folderSessions';
import { StoreEditor } from './session/storeEditor';

/** What other extensions and the tests get from `activate`. */
export interface SourcemarkApi {
  readonly sessions: FolderSessions;
  /** The threads of the articles that are open. */
  readonly review: ReviewThreads;
  readonly store: StoreEditor;
  readonly unsaved: UnsavedChanges;
  readonly addresses: AddressOpener;
}

/** The composition root of both hosts. */
export function activateShared(context: vscode.ExtensionContext, host: Host): SourcemarkApi {
  const logger = vscode.window.createOutputChannel('Sourcemark', { log: true });
  const sessions = new FolderSessions(logger);
  const annotator = new Annotator();
  const unsaved = new UnsavedChanges(context, logger);
  const openWriter = (folder: vscode.Uri) =>
    host.openWriter && folder.scheme === 'file' ? host.openWriter(folder.fsPath) : new EditorFileWriter(folder);
  const services: Services = {
    ...host,
    context,
    logger,
    sessions,
    unsaved,
    store: new StoreEditor(unsaved, annotator, openWriter),
    annotator,
    texts: new TextStore(context),
    review: new ReviewThreads(sessions, annotator),
    addresses: new AddressOpener(),
  };
  context.subscriptions.push(
    logger,
    services.sessions,
    unsaved,
    services.review,
    registerCommands(services, allCommands),
    ...registerFeatures(services),
  );
  const { review, store, addresses } = services;
  return { sessions, unsaved, review, store, addresses };
}
