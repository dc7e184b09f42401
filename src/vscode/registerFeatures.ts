import type * as vscode from 'vscode';
import { registerHistory } from './history/registerHistory';
import type { Services } from './services';
import { registerViews } from './views/registerViews';

/** Every feature in a line of its own; each owns what it registers. */
export function registerFeatures(services: Services): vscode.Disposable[] {
  return [registerHistory(services), registerViews(services)];
}
