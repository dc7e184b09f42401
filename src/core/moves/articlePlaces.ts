import type { Whereabouts } from '../articles/articleView';
import { articleOfStorePath, articleStorePath } from '../model/storePaths';
import type { StoreIndex } from '../workspace/storeIndex';
import { findMoves, type Move } from './findMoves';
import { findTwins } from './findTwins';

type Files = {
  has(path: string): boolean;
  text(path: string): string | undefined;
  revision(path: string): number;
};

/**
 * Which store file belongs to which article: by its place, and where the article is gone from there, by what
 * `findMoves` decided. A decision stands until one of the two files says otherwise, so that a moved article keeps
 * its claims while it is rewritten.
 */
export class ArticlePlaces {
  readonly #store: StoreIndex;
  /** By store file. */
  readonly #moves = new Map<string, Move>();
  /** The store file of an article that was moved here. */
  readonly #arrived = new Map<string, string>();
  #answered = '';

  constructor(store: StoreIndex) {
    this.#store = store;
  }

  /** Where an article's annotations are, or where new ones belong. */
  storeFileOf(article: string): string {
    return this.#ownFile(article) ?? this.#arrived.get(article) ?? articleStorePath(article);
  }

  /** The article that a store file is about now; undefined for what is no store file of an article. */
  articleOf(storeFile: string): string | undefined {
    const move = this.#moves.get(storeFile);
    return move?.status === 'moved' ? move.to : articleOfStorePath(storeFile);
  }

  hasAnnotations(article: string): boolean {
    return this.#ownFile(article) !== undefined || this.#arrived.has(article);
  }

  whereabouts(article: string): Whereabouts {
    const arrived = this.#arrived.get(article);
    if (arrived !== undefined) return { status: 'moved', from: articleOfStorePath(arrived) ?? arrived };
    const own = this.#ownFile(article);
    const move = own === undefined ? undefined : this.#moves.get(own);
    return move?.status === 'gone' ? { status: 'gone', candidates: move.candidates } : IN_PLACE;
  }

  /** The file at an article's place, unless it went away with another one. */
  #ownFile(article: string): string | undefined {
    const file = this.#store.at(article);
    return file !== undefined && this.#moves.get(file)?.status === 'moved' ? undefined : file;
  }

  get moves(): readonly Move[] {
    return [...this.#moves.values()];
  }

  /**
   * Looks for the articles of all store files that lost theirs: see `findMoves`.
   * @param articles every article there is, sorted.
   * @returns the articles whose picture is another now.
   */
  *search(files: Files, articles: readonly string[]): Generator<undefined, ReadonlySet<string>> {
    const lost = Array.from(this.#store.files).flatMap((storeFile) => {
      const article = this.articleOf(storeFile);
      if (article === undefined || files.has(article) || this.#store.at(article) !== storeFile) return [];
      const stored = this.#store.parsed(storeFile)?.value;
      return stored ? [{ storeFile, article, stored }] : [];
    });
    const free = articles.filter((path) => !this.hasAnnotations(path) && files.text(path) !== undefined);
    // Only files that came or went can change the answer: texts are free to be rewritten.
    const asked = lost.map(({ storeFile }) => [storeFile, files.revision(storeFile)]);
    const question = lost.length === 0 ? '' : JSON.stringify([asked, free]);
    if (question === this.#answered) return new Set();
    const moves = yield* findMoves({ lost, free, text: (path) => files.text(path) });
    this.#answered = question;
    // What came or went while the search rested is for the next one.
    const standing = moves.filter(
      (move) =>
        this.#store.has(move.storeFile) &&
        !files.has(articleOfStorePath(move.storeFile) ?? '') &&
        !(move.status === 'moved' && (!files.has(move.to) || this.hasAnnotations(move.to))),
    );
    return this.#decide(standing.map((move) => this.#withTwins(move, files)));
  }

  /** An article that has annotations of its own is found by these, where they are the same ones under another name. */
  #withTwins(move: Move, files: Files): Move {
    const stored = move.status === 'gone' ? this.#store.parsed(move.storeFile)?.value : undefined;
    if (move.status !== 'gone' || !stored) return move;
    const others = Array.from(this.#store.files)
      .filter((file) => file !== move.storeFile && files.has(this.articleOf(file) ?? ''))
      .map((file) => ({ file, text: files.text(file), stored: () => this.#store.parsed(file)?.value }));
    const twins = findTwins(stored, others).map((file) => this.articleOf(file) ?? file);
    return twins.length === 0 ? move : { ...move, candidates: [...new Set([...twins, ...move.candidates])] };
  }

  #decide(moves: readonly Move[]): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const storeFile of [...this.#moves.keys()])
      if (this.#moves.get(storeFile)?.status === 'gone' && !moves.some((move) => move.storeFile === storeFile))
        this.#forget(storeFile, changed);
    for (const move of moves) {
      if (isSame(this.#moves.get(move.storeFile), move)) continue;
      this.#forget(move.storeFile, changed);
      this.#moves.set(move.storeFile, move);
      changed.add(articleOfStorePath(move.storeFile) ?? move.storeFile);
      if (move.status !== 'moved') continue;
      this.#arrived.set(move.to, move.storeFile);
      changed.add(move.to);
    }
    return changed;
  }

  /** Drops decisions that rested on a file's being there or not. @returns the articles concerned. */
  follow(path: string, isThere: boolean): ReadonlySet<string> {
    const changed = new Set<string>();
    const own = this.#store.at(path);
    // The article is back where it was.
    if (isThere && own !== undefined) this.#forget(own, changed);
    const arrived = this.#arrived.get(path);
    if (!isThere && arrived !== undefined) this.#forget(arrived, changed);
    const article = articleOfStorePath(path);
    if (article === undefined) return changed;
    if (!isThere) this.#forget(path, changed);
    // Annotations of its own come before those that were thought to be an article's.
    const guest = this.#arrived.get(article);
    if (isThere && guest !== undefined) this.#forget(guest, changed);
    return changed;
  }

  #forget(storeFile: string, changed: Set<string>): void {
    const move = this.#moves.get(storeFile);
    if (!move) return;
    this.#moves.delete(storeFile);
    this.#answered = '';
    changed.add(articleOfStorePath(storeFile) ?? storeFile);
    if (move.status !== 'moved') return;
    this.#arrived.delete(move.to);
    changed.add(move.to);
  }
}

const IN_PLACE: Whereabouts = { status: 'inPlace' };

function isSame(a: Move | undefined, b: Move): boolean {
  if (a?.status !== b.status) return false;
  if (a.status === 'moved') return b.status === 'moved' && a.to === b.to;
  return b.status === 'gone' && a.candidates.join('\n') === b.candidates.join('\n');
}
