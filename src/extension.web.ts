import type * as vscode from 'vscode';
import { activateShared, type SourcemarkApi } from './vscode/activateShared';

/** The web extension host's entry. */
export function activate(context: vscode.ExtensionContext): SourcemarkApi {
  return activateShared(context, {
    openHistory: undefined,
    openWriter: undefined,
    nodePath: undefined,
    setUpMergeDriver: undefined,
    readMergeBase: undefined,
  });
}
