import * as vscode from 'vscode';
import type { Services } from '../services';
import { createDefinitionProvider } from './definitions';
import { createReferenceProvider } from './references';
import { registerOutline } from './registerOutline';
import { createRenameProvider } from './renames';
import { createSymbolProvider } from './symbols';

/** Articles can be in any language mode; what is no article of ours is answered with nothing at once. */
const ANY_FILE: vscode.DocumentSelector = [{ pattern: '**/*' }];
/** Another extension's rename must not be in our way, nor ours in its: only where ids stand. */
const WITH_IDS: vscode.DocumentSelector = [
  { pattern: '**/.sourcemark/**/*.{yaml,yml}' },
  { language: 'markdown' },
  { language: 'plaintext' },
];

/** Go to Definition, Find All References, Go to Symbol and Rename, between the articles, the store and the sources. */
export function registerNavigation(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(ANY_FILE, createDefinitionProvider(services)),
    vscode.languages.registerWorkspaceSymbolProvider(createSymbolProvider(services)),
    registerOutline(services),
    vscode.languages.registerReferenceProvider(ANY_FILE, createReferenceProvider(services)),
    vscode.languages.registerRenameProvider(WITH_IDS, createRenameProvider(services)),
  );
}
