import * as vscode from 'vscode';
import { allCommands } from './commands/allCommands';
import { registerCommands } from './commands/command';
import { registerFeatures } from './registerFeatures';
import type { Services } from './services';
import { Annotator } from './session/annotator';
import { FolderSessions } from './session/folderSessions';
import { StoreEditor } from './session/storeEditor';

/** What other extensions and the tests get from `activate`. */
export interface SourcemarkApi {
  readonly sessions: FolderSessions;
}

/** The composition root of both hosts. */
export function activateShared(context: vscode.ExtensionContext): SourcemarkApi {
  const logger = vscode.window.createOutputChannel('Sourcemark', { log: true });
  const services: Services = {
    context,
    logger,
    sessions: new FolderSessions(logger),
    store: new StoreEditor(),
    annotator: new Annotator(),
  };
  context.subscriptions.push(
    logger,
    services.sessions,
    registerCommands(services, allCommands),
    ...registerFeatures(services),
  );
  return { sessions: services.sessions };
}
