import type { ArticleFile } from '../model/schema';
import { articleOfStorePath } from '../model/storePaths';
import { type Parsed, parseArticleFile } from '../store/parseStoreFile';
import { RecentlyUsed } from './recentlyUsed';
import { readStoreHead, type StoreHead } from './storeHead';

/** How much YAML is kept parsed, in UTF-16 code units. */
const PARSED_UNITS = 8_000_000;

interface ReadStoreFile {
  readonly text: string;
  readonly parsed: Parsed<ArticleFile>;
}

/** The store files of articles: what they hold, and what is known of all of them together. */
export class StoreIndex {
  readonly #texts = new Map<string, string>();
  readonly #parsed = new RecentlyUsed<string, ReadStoreFile>(PARSED_UNITS, ({ text }) => text.length);
  readonly #heads = new Map<string, StoreHead>();
  /** Files whose head is still to be read. */
  readonly #unread = new Set<string>();
  readonly #byMeasure = new Map<string, Set<string>>();
  /** The file of each article, by the file's place. */
  readonly #byArticle = new Map<string, string>();

  get files(): Iterable<string> {
    return this.#texts.keys();
  }

  has(file: string): boolean {
    return this.#texts.has(file);
  }

  set(file: string, text: string | undefined): void {
    for (const key of this.#heads.get(file)?.measures ?? []) this.#byMeasure.get(key)?.delete(file);
    this.#heads.delete(file);
    this.#parsed.delete(file);
    if (text === undefined) this.#texts.delete(file);
    else this.#texts.set(file, text);
    if (text === undefined) this.#unread.delete(file);
    else this.#unread.add(file);
    this.#place(file);
  }

  /** The file that lies where an article's annotations belong. */
  at(article: string): string | undefined {
    return this.#byArticle.get(article);
  }

  parsed(file: string): Parsed<ArticleFile> | undefined {
    const text = this.#texts.get(file);
    if (text === undefined) return undefined;
    const known = this.#parsed.get(file);
    if (known) return known.parsed;
    const parsed = parseArticleFile(text);
    this.#parsed.set(file, { text, parsed });
    if (this.#unread.delete(file)) {
      const head = readStoreHead(parsed);
      this.#heads.set(file, head);
      for (const key of head.measures) {
        const files = this.#byMeasure.get(key);
        if (files) files.add(file);
        else this.#byMeasure.set(key, new Set([file]));
      }
    }
    return parsed;
  }

  head(file: string): StoreHead | undefined {
    if (this.#unread.has(file)) this.parsed(file);
    return this.#heads.get(file);
  }

  /** The files with a claim of a measure, sorted. Reads those that were not read yet. */
  filesWithMeasure(key: string): readonly string[] {
    for (const file of this.#unread) this.parsed(file);
    return [...(this.#byMeasure.get(key) ?? [])].sort();
  }

  /** Of two files for one article, which differ in how YAML is spelt, the one that we would write counts. */
  #place(file: string): void {
    const article = articleOfStorePath(file);
    if (article === undefined) return;
    const place = file.replace(/\.ya?ml$/, '');
    const found = [`${place}.yaml`, `${place}.yml`].find((candidate) => this.#texts.has(candidate));
    if (found === undefined) this.#byArticle.delete(article);
    else this.#byArticle.set(article, found);
  }
}
