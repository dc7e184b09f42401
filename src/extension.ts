import type * as vscode from 'vscode';
import { GitHistory } from './node/gitHistory';
import { setUpMergeDriver } from './node/mergeDriver';
import { NodeFileWriter } from './node/nodeFileWriter';
import { readMergeBase } from './node/readMergeBase';
import { removeLeftovers } from './node/removeLeftovers';
import { activateShared, type SourcemarkApi } from './vscode/activateShared';

/** The Node extension host's entry. */
export function activate(context: vscode.ExtensionContext): SourcemarkApi {
  return activateShared(context, {
    openHistory: (folder) => new GitHistory(folder),
    openWriter: (folder) => {
      void removeLeftovers(folder);
      return new NodeFileWriter(folder);
    },
    nodePath: process.execPath,
    setUpMergeDriver: (folder, command) => setUpMergeDriver(folder, new NodeFileWriter(folder), command),
    readMergeBase,
  });
}
