import type * as vscode from 'vscode';
import type { Services } from './services';

/** Every feature in a line of its own; each owns what it registers. */
export function registerFeatures(_services: Services): vscode.Disposable[] {
  return [];
}
