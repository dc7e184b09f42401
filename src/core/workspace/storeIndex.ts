import { entityOfMeasure } from '../articles/articleSummary';
import type { ArticleFile } from '../model/schema';
import { articleOfStorePath } from '../model/storePaths';
import { type Parsed, parseArticleFile } from '../store/parseStoreFile';
import { measuredEntities } from './measuredEntities';
import { RecentlyUsed } from './recentlyUsed';
import { readStoreHead, type StoreHead } from './storeHead';

/** How much YAML is kept parsed for each claim whose view is, in UTF-16 code units. */
const UNITS_A_CLAIM = 1300;
/** So many ids are looked for in the texts of files; for more it is quicker to read the files. */
const MOST_SOUGHT = 16;
/** A spelling of an id that is not the id itself. */
const ESCAPED = /\\(?:[uUx]|\r?\n)/;

interface ReadStoreFile {
  readonly text: string;
  readonly parsed: Parsed<ArticleFile>;
}

/** The store files of articles: what they hold, and what is known of all of them together. */
export class StoreIndex {
  readonly #texts = new Map<string, string>();
  readonly #parsed: RecentlyUsed<string, ReadStoreFile>;
  readonly #heads = new Map<string, StoreHead>();
  /** Files whose head is still to be read. */
  readonly #unread = new Set<string>();
  /** See `measuredEntities`; of files whose head is still to be read. */
  readonly #measured = new Map<string, ReadonlySet<string> | undefined>();
  readonly #byMeasure = new Map<string, Set<string>>();
  readonly #bySource = new Map<string, Set<string>>();
  /** By the git blob id of the text that their targets were described on. */
  readonly #byText = new Map<string, Set<string>>();
  /** The file of each article, by the file's place. */
  readonly #byArticle = new Map<string, string>();

  /** @param kept how many claims are kept with what was made of them. */
  constructor(kept: number) {
    this.#parsed = new RecentlyUsed(kept * UNITS_A_CLAIM, ({ text }) => text.length);
  }

  get files(): Iterable<string> {
    return this.#texts.keys();
  }

  has(file: string): boolean {
    return this.#texts.has(file);
  }

  /** @returns the git blob id of an old text that the file named, if no file that was read names it any more. */
  set(file: string, text: string | undefined): string | undefined {
    const head = this.#heads.get(file);
    for (const key of head?.measures ?? []) remove(this.#byMeasure, key, file);
    for (const id of head?.sources ?? []) remove(this.#bySource, id, file);
    if (head?.text !== undefined) remove(this.#byText, head.text, file);
    this.#heads.delete(file);
    this.#parsed.delete(file);
    this.#measured.delete(file);
    if (text === undefined) this.#texts.delete(file);
    else this.#texts.set(file, text);
    if (text === undefined) this.#unread.delete(file);
    else this.#unread.add(file);
    this.#place(file);
    return head?.text === undefined || this.#byText.has(head.text) || text?.includes(head.text) ? undefined : head.text;
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
      this.#measured.delete(file);
      const head = readStoreHead(parsed);
      this.#heads.set(file, head);
      for (const key of head.measures) add(this.#byMeasure, key, file);
      for (const id of head.sources) add(this.#bySource, id, file);
      if (head.text !== undefined) add(this.#byText, head.text, file);
    }
    return parsed;
  }

  head(file: string): StoreHead | undefined {
    if (this.#unread.has(file)) this.parsed(file);
    return this.#heads.get(file);
  }

  /** The files with a claim of a measure, sorted. Of those that were not read yet, reads only what may have one. */
  filesWithMeasure(key: string): readonly string[] {
    const entity = entityOfMeasure(key);
    for (const file of this.#unread) if (this.#mayMeasure(file, entity)) this.parsed(file);
    return [...(this.#byMeasure.get(key) ?? [])].sort();
  }

  /** The files with a claim that cites a source, sorted. Of those that were not read yet, reads only what may be one. */
  filesCiting(source: string): readonly string[] {
    const sought = new Set([source]);
    for (const file of this.#unread) if (this.#mayName(file, sought, NONE)) this.parsed(file);
    return [...(this.#bySource.get(source) ?? [])].sort();
  }

  /** Of these ids of sources, those that claims cite. Reads what may cite one that nothing else does. */
  citedAmong(ids: ReadonlySet<string>): ReadonlySet<string> {
    const cited = new Set<string>();
    const addCited = (head: StoreHead | undefined) => {
      for (const id of head?.sources ?? []) if (ids.has(id)) cited.add(id);
    };
    for (const head of this.#heads.values()) addCited(head);
    for (const file of this.#unread) {
      if (cited.size === ids.size) break;
      if (ids.size > MOST_SOUGHT || this.#mayName(file, ids, cited)) addCited(this.head(file));
    }
    return cited;
  }

  #mayMeasure(file: string, entity: string): boolean {
    if (!this.#measured.has(file)) this.#measured.set(file, measuredEntities(this.#texts.get(file) ?? ''));
    return this.#measured.get(file)?.has(entity) ?? true;
  }

  #mayName(file: string, ids: ReadonlySet<string>, except: ReadonlySet<string>): boolean {
    const text = this.#texts.get(file) ?? '';
    for (const id of ids) if (!except.has(id) && text.includes(id)) return true;
    return ESCAPED.test(text);
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

const NONE: ReadonlySet<string> = new Set();

function add(index: Map<string, Set<string>>, key: string, file: string): void {
  const files = index.get(key);
  if (files) files.add(file);
  else index.set(key, new Set([file]));
}

function remove(index: Map<string, Set<string>>, key: string, file: string): void {
  const files = index.get(key);
  if (files?.delete(file) && files.size === 0) index.delete(key);
}
