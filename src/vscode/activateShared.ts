import * as vscode from 'vscode';
import { allCommands } from './commands/allCommands';
import { registerCommands } from './commands/command';
import { ReviewThreads } from './comments/reviewThreads';
import { TextStore } from './history/textStore';
import { registerFeatures } from './registerFeatures';
import type { Host, Services } from './services';
import { Annotator } from './session/annotator';
import { FolderSessions } from './session/folderSessions';
import { StoreEditor } from './session/storeEditor';

/** What other extensions and the tests get from `activate`. */
export interface SourcemarkApi {
  readonly sessions: FolderSessions;
  /** The threads of the articles that are open. */
  readonly review: ReviewThreads;
}

/** The composition root of both hosts. */
export function activateShared(context: vscode.ExtensionContext, host: Host): SourcemarkApi {
  const logger = vscode.window.createOutputChannel('Sourcemark', { log: true });
  const sessions = new FolderSessions(logger);
  const annotator = new Annotator();
  const services: Services = {
    ...host,
    context,
    logger,
    sessions,
    store: new StoreEditor(),
    annotator,
    texts: new TextStore(context),
    review: new ReviewThreads(sessions, annotator),
  };
  context.subscriptions.push(
    logger,
    services.sessions,
    services.review,
    registerCommands(services, allCommands),
    ...registerFeatures(services),
  );
  return { sessions, review: services.review };
}
