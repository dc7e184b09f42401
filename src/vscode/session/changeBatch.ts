import type * as vscode from 'vscode';

/** What changed in a folder: these articles, or something that all of them rest on. */
export type FolderChange = { readonly articles: ReadonlySet<string> } | { readonly articles: 'all' };

/** How long typing must rest before views are worked out anew, in milliseconds. */
const REST_MS = 150;
/** While files keep coming in, views are worked out at least this often, in milliseconds. */
const MOST_REST_MS = 1000;

/** Gathers changes and tells of them together when they rest, so that typing waits for nothing. */
export class ChangeBatch implements vscode.Disposable {
  readonly #tell: (change: FolderChange) => void;
  #articles = new Set<string>();
  #all = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;

  constructor(tell: (change: FolderChange) => void) {
    this.#tell = tell;
  }

  add(article: string): void {
    this.#articles.add(article);
    this.#schedule();
  }

  /** Something changed that all articles rest on. */
  addAll(): void {
    this.#all = true;
    this.#schedule();
  }

  /** Tells at once of what is waiting, if anything is. */
  flush(): void {
    this.dispose();
    if (!this.#all && this.#articles.size === 0) return;
    const articles = this.#all ? 'all' : this.#articles;
    this.#articles = new Set();
    this.#all = false;
    this.#tell(articles === 'all' ? { articles } : { articles });
  }

  dispose(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#since = undefined;
  }

  #schedule(): void {
    const now = Date.now();
    this.#since ??= now;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), Math.min(REST_MS, this.#since + MOST_REST_MS - now));
  }
}
