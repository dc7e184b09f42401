import * as vscode from 'vscode';
import { isSafePath } from '../../core/model/storePaths';
import type { Diagnostic } from '../../core/rules/rule';
import { checkArticle, checkShared } from '../../core/rules/runRules';
import { measureKey } from '../../core/workspace/articleSummary';
import type { FolderChange, FolderSession } from '../session/folderSession';
import { createRangeReader } from '../session/positions';
import { toDiagnostic } from './toDiagnostic';

/** How long the background checks may hold the extension host at a time, in milliseconds. */
const SLICE_MS = 20;

/**
 * The diagnostics of one folder. Articles that a person is looking at are checked at once, the others in
 * slices between whatever else the extension host has to do, and what all articles share comes last,
 * because by then the pictures of all articles are there.
 */
export class FolderDiagnostics implements vscode.Disposable {
  readonly #session: FolderSession;
  readonly #collection: vscode.DiagnosticCollection;
  readonly #byArticle = new Map<string, readonly Diagnostic[]>();
  #shared: readonly Diagnostic[] = [];
  readonly #queue = new Set<string>();
  readonly #shown = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: FolderSession, collection: vscode.DiagnosticCollection) {
    this.#session = session;
    this.#collection = collection;
  }

  follow(change: FolderChange): void {
    const { workspace } = this.#session;
    if (!isChecked(this.#session)) {
      this.#clear();
      return;
    }
    const wanted = change.articles === 'all' ? workspace.articles : this.#concerned(change.articles);
    if (change.articles === 'all')
      for (const article of this.#byArticle.keys()) if (!workspace.articles.includes(article)) this.#queue.add(article);
    const visible = new Set(this.#visiblePaths());
    for (const article of wanted) {
      if (!this.#session.isReady(article)) continue;
      if (visible.has(article) || visible.has(workspace.storeFileOf(article))) this.#check(article);
      else this.#queue.add(article);
    }
    this.#schedule();
  }

  dispose(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#clear();
  }

  /** The changed articles, and those whose findings compare with a figure of one of them. */
  #concerned(changed: ReadonlySet<string>): Set<string> {
    const { workspace } = this.#session;
    const concerned = new Set(changed);
    for (const [article, findings] of this.#byArticle)
      if (findings.some(({ rule }) => rule === 'figure/conflicts')) concerned.add(article);
    for (const article of changed)
      for (const claim of workspace.article(article).claims) {
        const key = measureKey(claim);
        if (key === undefined) continue;
        for (const other of workspace.measured(key)) concerned.add(other.article);
      }
    return concerned;
  }

  *#visiblePaths(): Iterable<string> {
    for (const { document } of vscode.window.visibleTextEditors) {
      const path = this.#session.path(document.uri);
      if (path !== undefined) yield path;
    }
  }

  #schedule(): void {
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#work(), 0);
  }

  #work(): void {
    this.#timer = undefined;
    const until = Date.now() + SLICE_MS;
    for (const article of this.#queue) {
      this.#queue.delete(article);
      this.#check(article);
      if (Date.now() >= until) {
        this.#schedule();
        return;
      }
    }
    if (!this.#session.isReady()) return;
    const before = this.#shared;
    this.#shared = isChecked(this.#session) ? checkShared(this.#session.workspace) : [];
    this.#show(filesOf(before, this.#shared));
  }

  #check(article: string): void {
    this.#queue.delete(article);
    const { workspace } = this.#session;
    const before = this.#byArticle.get(article) ?? [];
    const view = workspace.article(article);
    const isGone = view.text === undefined && !view.stored;
    const isLeftOut = !view.stored && !workspace.isArticle(article);
    const now = isGone || isLeftOut ? [] : checkArticle(workspace, article);
    if (now.length > 0) this.#byArticle.set(article, now);
    else this.#byArticle.delete(article);
    this.#show(filesOf(before, now));
  }

  #show(files: ReadonlySet<string>): void {
    if (files.size === 0) return;
    const found = new Map<string, Diagnostic[]>(Array.from(files, (file) => [file, []]));
    for (const findings of [...this.#byArticle.values(), this.#shared])
      for (const finding of findings) found.get(finding.file)?.push(finding);
    for (const [file, findings] of found) {
      // Bad YAML can name an article outside of the folder; what is found there has no place to be shown.
      if (!isSafePath(file)) continue;
      const toRange = createRangeReader(this.#session.workspace.text(file) ?? '');
      if (findings.length > 0) this.#shown.add(file);
      else this.#shown.delete(file);
      this.#collection.set(
        this.#session.uri(file),
        findings.map((finding) => toDiagnostic(this.#session, finding, toRange)),
      );
    }
  }

  #clear(): void {
    this.#byArticle.clear();
    this.#shared = [];
    this.#queue.clear();
    for (const file of this.#shown) this.#collection.delete(this.#session.uri(file));
    this.#shown.clear();
  }
}

/** A folder that nobody has set up is left in peace, unless the reader wants to see its figures. */
export function isChecked({ workspace, folder }: FolderSession): boolean {
  return (
    workspace.hasStore ||
    vscode.workspace.getConfiguration('sourcemark', folder.uri).get<boolean>('checkWithoutStore') === true
  );
}

function filesOf(...lists: readonly (readonly Diagnostic[])[]): Set<string> {
  return new Set(lists.flatMap((list) => list.map(({ file }) => file)));
}
