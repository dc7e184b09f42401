import type * as vscode from 'vscode';
import type { Services } from '../services';
import { renewMergeDriver } from './mergeDriver';

/** Keeps git's merge driver working where this editor set it up. */
export function registerMerging(services: Services): vscode.Disposable {
  const renew = () => {
    for (const session of services.sessions.all)
      void renewMergeDriver(services, session).catch((error: unknown) =>
        services.logger.warn(`The merge driver could not be renewed: ${String(error)}`),
      );
  };
  renew();
  return { dispose: () => undefined };
}
