import * as vscode from 'vscode';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { MOST_DERIVED } from './readSummaries';
import { createRow, type TreeNode } from './treeNode';

/** Gives the top rows of one folder; every id below must begin with the id given. */
export type FolderRows = (session: FolderSession, parentId: string) => Promise<readonly TreeNode[]>;

/**
 * A tree over the workspace. It is worked out anew when something changed and somebody looks at it; rows
 * keep their ids, so what was open stays open. Folders are rows of their own only where there are several.
 */
export class WorkspaceTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #services: Services;
  readonly #rows: FolderRows;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscriptions: vscode.Disposable[];
  #isStale = false;

  constructor(services: Services, viewId: string, rows: FolderRows) {
    this.#services = services;
    this.#rows = rows;
    this.#view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      services.sessions.onDidChange(() => this.#refresh()),
      services.sessions.onDidProgress(() => this.#refresh()),
      services.sessions.onDidRemove(() => this.#refresh()),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.#refresh();
        if (visible) this.#showProgress(viewId);
      }),
    ];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return node.item;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return [...((await node.children?.()) ?? [])];
    const sessions = this.#services.sessions.all;
    if (sessions.length === 1) return [...(await this.#rows(sessions[0]!, ''))];
    return sessions.map((session) => this.#folderRow(session));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refresh(): void {
    this.#isStale = !this.#view.visible;
    if (!this.#view.visible) return;
    // Counts that are not whole yet must say so.
    const count = this.#services.sessions.all.reduce((sum, { waiting }) => sum + waiting, 0);
    if (count > MOST_DERIVED) this.#view.message = vscode.l10n.t('Still counting: {count} articles to go.', { count });
    else if (this.#view.message) this.#view.message = '';
    this.#changed.fire(undefined);
  }

  #folderRow(session: FolderSession): TreeNode {
    const id = session.folder.uri.toString();
    const isSetUp = session.workspace.hasStore || !session.isReady();
    const tooltip = vscode.l10n.t('Sources are not recorded in this folder yet. Select to begin.');
    const item = createRow({
      id,
      label: session.folder.name,
      description: isSetUp ? '' : vscode.l10n.t('not set up'),
      icon: new vscode.ThemeIcon('root-folder'),
      kind: 'folder',
      isParent: isSetUp,
      ...(!isSetUp && {
        tooltip,
        command: { command: 'sourcemark.setUpAnnotations', title: tooltip, arguments: [{ folder: id }] },
      }),
    });
    if (isSetUp) item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    return { folder: id, item, children: () => this.#rows(session, id) };
  }

  /** The bar over the view, as long as a folder is still being read. */
  #showProgress(viewId: string): void {
    const loaded = Promise.all(this.#services.sessions.all.map((session) => session.loaded));
    void vscode.window.withProgress({ location: { viewId } }, () => loaded);
  }
}
