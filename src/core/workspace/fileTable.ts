import { addressKeys } from '../articles/citedSources';
import { findTextCitations } from '../articles/textCitations';
import type { Config } from '../model/schema';
import { type StoreFileKind, storeFileKind } from '../model/storePaths';
import { createArticleFilter } from './articleGlobs';
import type { Library } from './library';
import { RecentlyUsed } from './recentlyUsed';

/** So many articles may be edited at a time and still be read by the line. */
const MOST_EDITED = 8;

/** The files of a workspace as they were told, each with a revision that goes up when it changes. */
export class FileTable {
  readonly #texts = new Map<string, string>();
  readonly #unread = new Set<string>();
  readonly #kinds: Readonly<Record<StoreFileKind, Map<string, string>>> = {
    config: new Map(),
    sources: new Map(),
    entities: new Map(),
    article: new Map(),
  };
  readonly #revisions = new Map<string, number>();
  readonly #edited = new RecentlyUsed<string, true>(MOST_EDITED, () => 1);
  readonly #textSources = new Map<string, { readonly text: string } & TextSources>();
  #revision = 0;
  #sharedRevision = 0;
  #storeFiles: readonly string[] | undefined;
  /** Answers that hold for one config and one set of source texts. */
  #config: Config = {};
  #choosesArticle = createArticleFilter({});
  #sources: Library['sources'] = new Map();
  #sourceTexts: ReadonlySet<string> = new Set();
  readonly #chosen = new Map<string, boolean>();

  set(path: string, text: string | undefined): void {
    const before = this.#texts.get(path);
    if (before !== undefined && text !== undefined) this.#edited.set(path, true);
    else this.#edited.delete(path);
    const kind = storeFileKind(path);
    this.#unread.delete(path);
    if (text === undefined) {
      this.#texts.delete(path);
      this.#textSources.delete(path);
      this.#chosen.delete(path);
      if (kind) this.#kinds[kind].delete(path);
    } else {
      this.#texts.set(path, text);
      if (kind) this.#kinds[kind].set(path, text);
    }
    if (kind && (before === undefined || text === undefined)) this.#storeFiles = undefined;
    this.touch(path);
  }

  setUnread(path: string): void {
    this.#unread.add(path);
    this.touch(path);
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /** Whether the file is there, if only by name. */
  has(path: string): boolean {
    return this.#texts.has(path) || this.#unread.has(path);
  }

  get paths(): Iterable<string> {
    return this.#texts.keys();
  }

  /** Whether the text was told more than once, as that of a document is which somebody types in. */
  isEdited(path: string): boolean {
    return this.#edited.get(path) === true;
  }

  /** Goes up when the library, the text of a source or the date changes. */
  get sharedRevision(): number {
    return this.#sharedRevision;
  }

  revision(of: string): number {
    return this.#revisions.get(of) ?? 0;
  }

  touch(name: string): void {
    this.#revisions.set(name, ++this.#revision);
    if (this.#sourceTexts.has(name)) this.touchShared();
  }

  touchShared(): void {
    this.#sharedRevision++;
  }

  ofKind(kind: StoreFileKind): ReadonlyMap<string, string> {
    return this.#kinds[kind];
  }

  get hasStore(): boolean {
    return Object.values(this.#kinds).some(({ size }) => size > 0);
  }

  get storeFiles(): readonly string[] {
    this.#storeFiles ??= Object.values(this.#kinds)
      .flatMap((files) => [...files.keys()])
      .sort();
    return this.#storeFiles;
  }

  /** Takes another library. @returns whether other files may be articles now. */
  follow({ config, sources }: Library): boolean {
    const hadTexts = this.#sourceTexts;
    if (sources !== this.#sources) {
      const texts = Array.from(sources.values(), ({ value }) => value.custom?.text);
      this.#sourceTexts = new Set(texts.filter((path) => path !== undefined));
    }
    this.touchShared();
    const isSame = config === this.#config && sameItems(hadTexts, this.#sourceTexts);
    if (!isSame) this.#chosen.clear();
    if (config !== this.#config) this.#choosesArticle = createArticleFilter(config);
    this.#config = config;
    this.#sources = sources;
    return !isSame;
  }

  /** The texts that sources name, in the library that was last followed. */
  get sourceTexts(): ReadonlySet<string> {
    return this.#sourceTexts;
  }

  /** Whether the config that was last followed makes a file an article. */
  isChosen(path: string): boolean {
    let chosen = this.#chosen.get(path);
    if (chosen === undefined) {
      chosen = !storeFileKind(path) && !this.#sourceTexts.has(path) && this.#choosesArticle(path);
      this.#chosen.set(path, chosen);
    }
    return chosen;
  }

  /** What a text cites by itself: the ids as in `[@id]`, and what `Library.addresses` is to be asked for its links. */
  textSources(path: string): TextSources {
    const text = this.#texts.get(path);
    // What names nothing, as most texts do, is not looked through.
    if (text === undefined || !/@|:\/\/|\]\(|\]:|doi:|<a\s/i.test(text)) return NO_SOURCES;
    const known = this.#textSources.get(path);
    if (known?.text === text) return known;
    const citations = findTextCitations(text);
    const found = {
      text,
      ids: citations.flatMap(({ ids }) => ids.map(({ id }) => id)),
      addressKeys: citations.flatMap(({ names }) => addressKeys(path, names)),
    };
    this.#textSources.set(path, found);
    return found;
  }
}

export interface TextSources {
  readonly ids: readonly string[];
  readonly addressKeys: readonly string[];
}

const NO_SOURCES: TextSources = { ids: [], addressKeys: [] };

function sameItems(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((item) => b.has(item)));
}
