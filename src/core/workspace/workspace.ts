import type { Anchor } from '../anchoring/target';
import type { ArticleSummary, MeasuredClaim } from '../articles/articleSummary';
import type { ArticleView, ClaimView, Whereabouts } from '../articles/articleView';
import { DerivedViews } from '../articles/derivedViews';
import { standUnmoved } from '../articles/storedTargets';
import type { Figure } from '../figures/figure';
import { gitBlobId } from '../model/gitBlobId';
import type { Problem } from '../model/problem';
import type { ArticleFile, Config } from '../model/schema';
import { CONFIG_PATH, storeFileKind } from '../model/storePaths';
import { ArticlePlaces } from '../moves/articlePlaces';
import type { Move } from '../moves/findMoves';
import { articleGlobs } from './articleGlobs';
import { EntityChanges } from './entityChanges';
import { FileTable } from './fileTable';
import type { Library } from './library';
import { LibraryReader } from './libraryReader';
import type { StoreHead } from './storeHead';
import { StoreIndex } from './storeIndex';

/** A newsroom's usual folder whole; of a huge one what fits into some ten megabytes. */
const KEPT_CLAIMS = 6000;

/**
 * Everything Sourcemark knows of one workspace folder: the store, the articles and the texts of the
 * sources, as they were last told to it. It reads nothing itself, keeps no clock and cannot fail on bad
 * input. Views are worked out when asked for; the last ones are kept until something they rest on changes,
 * and of all others only a summary.
 */
export class Workspace {
  readonly #files = new FileTable();
  readonly #store: StoreIndex;
  readonly #places: ArticlePlaces;
  readonly #libraryReader = new LibraryReader();
  readonly #entities = new EntityChanges();
  readonly #views: DerivedViews;
  #unmerged: ReadonlySet<string> = new Set();
  #today: string;
  #library: Library | undefined;
  #articles: readonly string[] | undefined;

  /**
   * @param today the calendar date, `YYYY-MM-DD`, that end dates are compared with.
   * @param kept the views that are kept, in claims; a figure counts for an eighth of one.
   */
  constructor(today: string, kept = KEPT_CLAIMS) {
    this.#today = today;
    this.#store = new StoreIndex(kept);
    this.#places = new ArticlePlaces(this.#store);
    this.#views = new DerivedViews(
      {
        files: this.#files,
        store: this.#store,
        places: this.#places,
        entities: this.#entities,
        library: () => this.library,
        today: () => this.#today,
      },
      kept,
    );
  }

  /** Tells what a file holds now, or with `undefined` that it is gone. Paths are relative, with `/`. */
  setFile(path: string, text: string | undefined): void {
    if (this.#files.text(path) === text && (text !== undefined || !this.#files.has(path))) return;
    const wasThere = this.#files.has(path);
    const wasRead = this.#files.text(path) !== undefined;
    this.#files.set(path, text);
    this.#views.follow(path, text);
    const kind = storeFileKind(path);
    if (kind === 'article') this.#setStored(path, text);
    else if (kind) {
      this.#library = undefined;
      this.#views.followLibrary();
    }
    if (wasThere !== (text !== undefined)) this.#followPresence(path, text !== undefined);
    else if (kind || !wasRead) this.#articles = undefined;
  }

  /** Tells that a file is there whose text cannot be had, so that nobody thinks that it was moved. */
  setUnread(path: string): void {
    if (this.#files.has(path)) return;
    this.#files.setUnread(path);
    this.#followPresence(path, true);
  }

  /** Tells where the claims of an open article are, when something has followed its edits. */
  setLiveAnchors(article: string, anchors: ReadonlyMap<string, Anchor> | undefined): void {
    this.#views.setLiveAnchors(article, anchors);
  }

  /** Gives an old version of an article, named by its git blob id, to anchor through a diff. */
  setOldText(blobId: string, text: string): void {
    this.#views.setOldText(blobId, text);
  }

  /** Tells which files of the store wait for a merge of git to be finished. */
  setUnmerged(storeFiles: ReadonlySet<string>): void {
    this.#unmerged = storeFiles;
  }

  /** Also files that are not there, because one side removed them. */
  get unmerged(): ReadonlySet<string> {
    return this.#unmerged;
  }

  setToday(today: string): void {
    if (today === this.#today) return;
    this.#today = today;
    this.#files.touchShared();
  }

  get today(): string {
    return this.#today;
  }

  get config(): Config {
    return this.library.config;
  }

  get library(): Library {
    if (this.#library) return this.#library;
    const config = this.#files.text(CONFIG_PATH);
    this.#library = this.#libraryReader.read({
      sources: this.#files.ofKind('sources'),
      entities: this.#files.ofKind('entities'),
      config: config === undefined ? undefined : { path: CONFIG_PATH, text: config },
    });
    this.#entities.follow(this.#library.entities);
    if (this.#files.follow(this.#library)) this.#articles = undefined;
    return this.#library;
  }

  /** Whether there is a store at all. */
  get hasStore(): boolean {
    return this.#files.hasStore;
  }

  text(path: string): string | undefined {
    return this.#files.text(path);
  }

  get paths(): Iterable<string> {
    return this.#files.paths;
  }

  /** The globs that choose articles; what `findFiles` of a host should look for. */
  get articleGlobs(): readonly string[] {
    return articleGlobs(this.config);
  }

  /** Whether a path is chosen by the config or has annotations; the texts of sources are no articles. */
  isArticle(path: string): boolean {
    const files = this.#withLibrary;
    return files.isChosen(path) || (this.#places.hasAnnotations(path) && !files.sourceTexts.has(path));
  }

  /** Paths of the texts that sources name; a host should read these too. */
  get sourceTexts(): ReadonlySet<string> {
    return this.#withLibrary.sourceTexts;
  }

  /** Every article with a text or with annotations, sorted by path. */
  get articles(): readonly string[] {
    const files = this.#withLibrary;
    if (this.#articles) return this.#articles;
    const paths = new Set<string>();
    for (const file of this.#store.files) {
      const article = this.#places.articleOf(file);
      if (article !== undefined) paths.add(article);
    }
    for (const path of files.paths) if (files.isChosen(path)) paths.add(path);
    this.#articles = [...paths].sort();
    return this.#articles;
  }

  /** The store's files that were read, sorted by path. */
  get storeFiles(): readonly string[] {
    return this.#files.storeFiles;
  }

  problems(storeFile: string): readonly Problem[] {
    if (storeFileKind(storeFile) === 'article') return this.#store.head(storeFile)?.problems ?? [];
    return this.library.problems.get(storeFile) ?? [];
  }

  /** The file that an article's annotations stand in, or would. */
  storeFileOf(article: string): string {
    return this.#places.storeFileOf(article);
  }

  /** The article that a store file is about, wherever it was moved; undefined for any other path. */
  articleOf(storeFile: string): string | undefined {
    return this.#places.articleOf(storeFile);
  }

  whereabouts(article: string): Whereabouts {
    return this.#places.whereabouts(article);
  }

  /** What was decided of store files whose article is not where they say; the rest are in place. */
  get moves(): readonly Move[] {
    return this.#places.moves;
  }

  /** What could be read of a store file of an article. */
  storedIn(storeFile: string): ArticleFile | undefined {
    return this.#store.parsed(storeFile)?.value;
  }

  /** What there is to know of a store file of an article without working its claims out. */
  annotations(storeFile: string): StoreHead | undefined {
    return this.#store.head(storeFile);
  }

  /**
   * Decides which articles were moved outside of the editor and which are gone: see `findMoves`. To be run to its
   * end when everything in the folder was told, and again after files came or went; it yields between texts.
   * @returns the articles whose picture is another now.
   */
  *searchMoves(): Generator<undefined, ReadonlySet<string>> {
    const changed = yield* this.#places.search(this.#files, this.articles);
    this.#touchAll(changed);
    return changed;
  }

  figures(path: string): readonly Figure[] {
    return this.#files.text(path) === undefined ? [] : this.article(path).figures;
  }

  article(path: string): ArticleView {
    return this.#views.view(path);
  }

  /** What lists and counts need of an article; worked out with its view if it is not known. */
  summary(path: string): ArticleSummary {
    return this.#views.summary(path);
  }

  /** The same if it is known already, for answers that cannot wait until all articles were looked at. */
  knownSummary(path: string): ArticleSummary | undefined {
    return this.#views.knownSummary(path);
  }

  /**
   * The summaries of all articles. Of those that are not known yet, so many are worked out and the others are left
   * out: for answers that may be partial, where the rest is on its way.
   */
  *summaries(most = Number.POSITIVE_INFINITY): Generator<ArticleSummary, undefined> {
    let left = most;
    for (const path of this.articles) {
      const known = this.knownSummary(path);
      if (known) yield known;
      else if (left-- > 0) yield this.summary(path);
    }
    return undefined;
  }

  /** The git blob id of the text that an article's targets were last described in, if they have not stood still since. */
  lastAnchoredText(article: string): string | undefined {
    const storeFile = this.#places.storeFileOf(article);
    const id = this.#store.head(storeFile)?.text;
    const text = this.#files.text(article);
    if (id === undefined || text === undefined || gitBlobId(text) === id) return undefined;
    const stored = this.#store.parsed(storeFile)?.value;
    return stored && !standUnmoved(text, stored) ? id : undefined;
  }

  /** The text that an article's targets were described on, where it is known and they have not stood still since. */
  oldText(article: string): string | undefined {
    const id = this.lastAnchoredText(article);
    return id === undefined ? undefined : this.#views.oldText(id);
  }

  claim(article: string, id: string): ClaimView | undefined {
    return this.article(article).claims.find((claim) => claim.id === id);
  }

  /** The claims of one measure (see `measureKey`) in all articles that are there, by the articles' store files. */
  measured(key: string): readonly MeasuredClaim[] {
    return this.#store.filesWithMeasure(key).flatMap((file) => {
      const summary = this.summary(this.#places.articleOf(file) ?? '');
      if (summary.storeFile !== file || summary.whereabouts.status === 'gone') return [];
      return summary.measured.filter((claim) => claim.key === key);
    });
  }

  /** The articles with a claim that cites a source, whether or not there is such a source. */
  articlesCiting(source: string): readonly string[] {
    return this.#store.filesCiting(source).flatMap((file) => this.#places.articleOf(file) ?? []);
  }

  /** The store files with a claim of a measure (see `measureKey`), sorted. */
  filesWithMeasure(key: string): readonly string[] {
    return this.#store.filesWithMeasure(key);
  }

  /** Of these ids of sources, those that a claim or a text cites. */
  citedAmong(ids: Iterable<string>): ReadonlySet<string> {
    const asked = new Set(ids);
    const cited = new Set(this.#store.citedAmong(asked));
    if (cited.size === asked.size) return cited;
    const { addresses } = this.library;
    for (const path of this.articles) {
      const { ids, addressKeys } = this.#files.textSources(path);
      for (const id of [...ids, ...addressKeys.map((key) => addresses.get(key)?.id)])
        if (id !== undefined && asked.has(id)) cited.add(id);
    }
    return cited;
  }

  /** The files, after they took the config and the sources as they are now. */
  get #withLibrary(): FileTable {
    return this.library && this.#files;
  }

  #setStored(storeFile: string, text: string | undefined): void {
    const before = this.#places.articleOf(storeFile);
    const oldText = this.#store.set(storeFile, text);
    this.#views.followStored([before, this.#places.articleOf(storeFile)]);
    if (oldText !== undefined) this.#views.forgetOldText(oldText);
  }

  #followPresence(path: string, isThere: boolean): void {
    this.#articles = undefined;
    this.#touchAll(this.#places.follow(path, isThere));
  }

  #touchAll(articles: Iterable<string>): void {
    for (const article of articles) {
      this.#files.touch(article);
      this.#articles = undefined;
    }
  }
}
