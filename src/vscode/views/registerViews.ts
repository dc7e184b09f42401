import * as vscode from 'vscode';
import { createArticleUses } from '../../core/articles/articleUses';
import type { Services } from '../services';
import { claimsTree } from './claimsTree';
import { entitiesTree } from './entitiesTree';
import { registerStoreContext } from './registerStoreContext';
import { sourcesTree } from './sourcesTree';
import { WorkspaceTree } from './workspaceTree';

/** The three trees of the Sourcemark container. */
export function registerViews(services: Services): vscode.Disposable {
  const usesOf = createArticleUses();
  return vscode.Disposable.from(
    registerStoreContext(services),
    new WorkspaceTree(services, 'sourcemark.claims', (session, id) => claimsTree(session, id, usesOf)),
    new WorkspaceTree(services, 'sourcemark.sources', (session, id) => sourcesTree(session, id, usesOf)),
    new WorkspaceTree(services, 'sourcemark.entities', (session, id) => entitiesTree(session, id, usesOf)),
  );
}
