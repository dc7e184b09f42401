import * as vscode from 'vscode';

/** How long the extension host may be held at a time, in milliseconds. */
const SLICE_MS = 15;
/** How often it is told how far the work has come, in milliseconds. */
const TOLD_EVERY_MS = 1000;

/** Something to do about one article, which was derived just before. */
export type ArticleVisitor = (article: string) => void;

/**
 * Works through articles in the background, a few milliseconds at a time, so that whoever types or asks for something
 * never waits for it. Every visitor sees an article before the next one is taken, while its view is at hand.
 */
export class ArticleQueue implements vscode.Disposable {
  readonly #progressed = new vscode.EventEmitter<undefined>();
  /** Told now and then while there is work, and when all of it is done. */
  readonly onDidProgress = this.#progressed.event;
  readonly #visitors = new Set<ArticleVisitor>();
  readonly #waiting = new Set<string>();
  readonly #onError: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = 0;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** How many articles are still to be visited. */
  get size(): number {
    return this.#waiting.size;
  }

  addVisitor(visitor: ArticleVisitor): vscode.Disposable {
    this.#visitors.add(visitor);
    return new vscode.Disposable(() => this.#visitors.delete(visitor));
  }

  add(articles: Iterable<string>): void {
    for (const article of articles) this.#waiting.add(article);
    // A folder may have a store and no article at all.
    if (this.#waiting.size === 0) this.#progressed.fire(undefined);
    if (this.#waiting.size === 0 || this.#timer !== undefined) return;
    this.#told = Date.now();
    this.#rest();
  }

  dispose(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#waiting.clear();
    this.#visitors.clear();
    this.#progressed.dispose();
  }

  #rest(): void {
    this.#timer = setTimeout(() => this.#work(), 0);
  }

  #work(): void {
    this.#timer = undefined;
    const until = Date.now() + SLICE_MS;
    for (const article of this.#waiting) {
      this.#waiting.delete(article);
      for (const visit of this.#visitors) {
        try {
          visit(article);
        } catch (error) {
          this.#onError(error);
        }
      }
      if (Date.now() >= until) break;
    }
    const isDone = this.#waiting.size === 0;
    if (isDone || Date.now() - this.#told >= TOLD_EVERY_MS) {
      this.#told = Date.now();
      this.#progressed.fire(undefined);
    }
    // A listener may have added work, and begun it.
    if (this.#waiting.size > 0 && this.#timer === undefined) this.#rest();
  }
}

/** Runs a search that yields to its end, in slices. @returns undefined when it was told to stop. */
export async function runInSlices<T>(search: Iterator<undefined, T>, isStopped: () => boolean): Promise<T | undefined> {
  let until = Date.now() + SLICE_MS;
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return step.value;
    if (Date.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isStopped()) return undefined;
    until = Date.now() + SLICE_MS;
  }
}
