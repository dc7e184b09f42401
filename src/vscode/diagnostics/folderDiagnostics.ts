import * as vscode from 'vscode';
import type { ArticleSummary } from '../../core/articles/articleSummary';
import { isSafePath } from '../../core/model/storePaths';
import type { Diagnostic, Rule } from '../../core/rules/rule';
import { checkArticle, checkShared } from '../../core/rules/runRules';
import type { FolderChange, FolderSession } from '../session/folderSession';
import { createRangeReader } from '../session/positions';
import { toDiagnostic } from './toDiagnostic';

/** What was found when an article was last checked, and what it was then. */
interface CheckedArticle {
  readonly summary: ArticleSummary;
  /** Those that could be asked then. */
  readonly rules: readonly Rule[];
  readonly findings: readonly Diagnostic[];
}

/**
 * The diagnostics of one folder. Articles that a person is looking at are checked at once, the others when the
 * session visits them in the background, and what all articles share comes last, because by then everything that
 * it rests on is known.
 */
export class FolderDiagnostics implements vscode.Disposable {
  readonly #session: FolderSession;
  readonly #collection: vscode.DiagnosticCollection;
  readonly #byArticle = new Map<string, CheckedArticle>();
  #shared: readonly Diagnostic[] = [];
  /** What is to be shown of each file, by the article that it was found for; `''` for what all share. */
  readonly #byFile = new Map<string, Map<string, Diagnostic[]>>();
  /** Articles whose findings compare with those of another that changed. */
  readonly #concerned = new Set<string>();
  readonly #subscription: vscode.Disposable;

  constructor(session: FolderSession, collection: vscode.DiagnosticCollection) {
    this.#session = session;
    this.#collection = collection;
    this.#subscription = vscode.Disposable.from(
      session.addVisitor((article) => this.#visit(article)),
      session.onDidProgress(() => this.#checkShared()),
      // While a folder is being read, articles are checked as somebody looks at them.
      vscode.window.onDidChangeVisibleTextEditors(() => this.#visitVisible()),
    );
  }

  follow(change: FolderChange): void {
    const { workspace } = this.#session;
    if (!isChecked(this.#session)) {
      this.#clear();
      return;
    }
    const changed = change.articles === 'all' ? new Set(workspace.articles) : change.articles;
    if (change.articles === 'all')
      for (const article of this.#byArticle.keys()) if (!changed.has(article)) this.#check(article);
    this.#visitVisible(changed);
    // Without a store nothing is derived in the background unless it is asked for.
    if (!workspace.hasStore) this.#session.revisit(changed);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#clear();
  }

  #visit(article: string): void {
    const session = this.#session;
    if (!isChecked(session) || !session.isReady(article)) return;
    const before = this.#byArticle.get(article);
    const isSame =
      before !== undefined &&
      before.summary === session.workspace.knownSummary(article) &&
      before.rules === session.rules;
    if (!isSame || this.#concerned.delete(article)) this.#check(article);
  }

  #visitVisible(among?: ReadonlySet<string>): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      const path = this.#session.path(document.uri);
      if (path === undefined) continue;
      for (const article of new Set([path, this.#session.workspace.articleOf(path)]))
        if (article !== undefined && (among?.has(article) ?? true)) this.#visit(article);
    }
  }

  #check(article: string): void {
    const { workspace, rules } = this.#session;
    const before = this.#byArticle.get(article);
    const summary = workspace.summary(article);
    const { storeFile } = summary;
    const isAnnotated = workspace.text(storeFile) !== undefined && workspace.articleOf(storeFile) === article;
    const hasNothing = workspace.text(article) === undefined && !isAnnotated;
    const isWanted = isAnnotated || workspace.isArticle(article);
    const findings = hasNothing || !isWanted ? [] : checkArticle(workspace, article, rules);
    if (hasNothing) this.#byArticle.delete(article);
    else this.#byArticle.set(article, { summary, rules, findings });
    this.#replace(article, before?.findings ?? [], findings);
    if (before?.summary === summary) return;
    const keys = new Set([...(before?.summary.measured ?? []), ...summary.measured].map(({ key }) => key));
    for (const key of keys)
      for (const other of workspace.measured(key)) {
        // One that was not checked yet will be.
        if (other.article === article || !this.#byArticle.has(other.article)) continue;
        this.#concerned.add(other.article);
        this.#session.revisit([other.article]);
      }
  }

  #checkShared(): void {
    if (!this.#session.isSettled || !isChecked(this.#session)) return;
    const before = this.#shared;
    this.#shared = checkShared(this.#session.workspace);
    this.#replace('', before, this.#shared);
  }

  /** Puts new findings in the place of older ones, and shows the files that either are about. */
  #replace(owner: string, before: readonly Diagnostic[], now: readonly Diagnostic[]): void {
    for (const { file } of before) this.#byFile.get(file)?.delete(owner);
    for (const finding of now) {
      const owners = this.#byFile.get(finding.file) ?? new Map<string, Diagnostic[]>();
      this.#byFile.set(finding.file, owners);
      const own = owners.get(owner);
      if (own) own.push(finding);
      else owners.set(owner, [finding]);
    }
    for (const file of new Set([...before, ...now].map((finding) => finding.file))) this.#show(file);
  }

  #show(file: string): void {
    // Bad YAML can name an article outside of the folder; what is found there has no place to be shown.
    if (!isSafePath(file)) return;
    const findings = [...(this.#byFile.get(file)?.values() ?? [])].flat();
    if (findings.length === 0) {
      this.#byFile.delete(file);
      this.#collection.delete(this.#session.uri(file));
      return;
    }
    const toRange = createRangeReader(this.#session.workspace.text(file) ?? '');
    this.#collection.set(
      this.#session.uri(file),
      findings.map((finding) => toDiagnostic(this.#session, finding, toRange)),
    );
  }

  #clear(): void {
    for (const file of this.#byFile.keys()) if (isSafePath(file)) this.#collection.delete(this.#session.uri(file));
    this.#byFile.clear();
    this.#byArticle.clear();
    this.#concerned.clear();
    this.#shared = [];
  }
}

/** A folder that nobody has set up is left in peace, unless the reader wants to see its figures. */
export function isChecked({ workspace, folder }: FolderSession): boolean {
  return (
    workspace.hasStore ||
    vscode.workspace.getConfiguration('sourcemark', folder.uri).get<boolean>('checkWithoutStore') === true
  );
}
