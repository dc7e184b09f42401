import * as vscode from 'vscode';
import { readArgument } from '../session/articleReference';
import type { TreeNode } from '../views/treeNode';
import type { Command } from './command';

/** Copies the id of what a row stands for: a claim, a source or an entity. */
export const copyId: Command = {
  id: 'sourcemark.copyId',
  async run(_services, argument) {
    const { claim, source, entity } = readArgument<TreeNode>(argument);
    const id = claim ?? source ?? entity;
    if (id !== undefined) await vscode.env.clipboard.writeText(id);
    return id;
  },
};
