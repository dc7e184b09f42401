import * as vscode from 'vscode';
import { tellAsking, tellUnsaved } from '../saving/tellUnsaved';
import type { Services } from '../services';
import { StoreWriteError } from '../session/storeEditor';
import { withoutLinks } from '../views/treeNode';

/** A command is an object in its own file; its id is public and stands in package.json. */
export interface Command {
  readonly id: `sourcemark.${string}`;
  /** @throws anything: the one place that registers commands logs it and tells the person. */
  run(services: Services, ...args: unknown[]): Promise<unknown> | unknown;
}

/** Registers commands so that whatever fails is logged whole and told in a sentence. */
export function registerCommands(services: Services, commands: readonly Command[]): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, async (...args: unknown[]) => {
        try {
          return await command.run(services, ...args);
        } catch (error) {
          services.logger.error(`${command.id} failed`, error instanceof Error ? error : String(error));
          await tellFailure(services, error);
          return undefined;
        }
      }),
    ),
  );
}

/** Says in a sentence what failed and what can be done about it; what nobody foresaw is in the log. */
export async function tellFailure({ logger }: Pick<Services, 'logger'>, error: unknown): Promise<void> {
  if (error instanceof StoreWriteError && error.kept) {
    if (error.kept.state === 'asking') tellAsking(error.kept, error.message);
    else tellUnsaved(error.message);
    return;
  }
  const showLog = vscode.l10n.t('Show Log');
  const tryAgain = vscode.l10n.t('Try Again');
  const again = error instanceof StoreWriteError ? error.tryAgain : undefined;
  const text =
    error instanceof StoreWriteError
      ? error.message
      : vscode.l10n.t('Sourcemark could not do that. Nothing was changed; the log says why.');
  // Not awaited by the command: a notification may stay open for hours.
  void vscode.window.showErrorMessage(withoutLinks(text), ...(again ? [tryAgain] : []), showLog).then((choice) => {
    if (choice === tryAgain) again?.();
    if (choice === showLog) logger.show();
  });
}
