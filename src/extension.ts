import type * as vscode from 'vscode';
import { GitHistory } from './node/gitHistory';
import { NodeFileWriter } from './node/nodeFileWriter';
import { activateShared, type SourcemarkApi } from './vscode/activateShared';

/** The Node extension host's entry. */
export function activate(context: vscode.ExtensionContext): SourcemarkApi {
  return activateShared(context, {
    openHistory: (folder) => new GitHistory(folder),
    openWriter: (folder) => new NodeFileWriter(folder),
  });
}
