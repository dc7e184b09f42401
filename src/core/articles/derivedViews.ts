import type { Anchor } from '../anchoring/target';
import { sha256 } from '../model/gitBlobId';
import type { ArticleFile } from '../model/schema';
import type { ArticlePlaces } from '../moves/articlePlaces';
import type { EntityChanges } from '../workspace/entityChanges';
import { figureOptions } from '../workspace/figureOptions';
import type { FileTable } from '../workspace/fileTable';
import type { Library } from '../workspace/library';
import { RecentlyUsed } from '../workspace/recentlyUsed';
import type { StoreIndex } from '../workspace/storeIndex';
import { ArticleFigures } from './articleFigures';
import { type ArticleSummary, summarizeArticle } from './articleSummary';
import type { ArticleView } from './articleView';
import { buildArticleView } from './buildArticleView';
import { type ClaimMemo, createClaimMemo, type SourceText } from './buildClaimView';
import { Derivation, type Ground } from './derivation';
import { indexQuotes } from './findQuote';
import { CitedReader } from './readCited';
import { anchorTargets } from './storedTargets';

/** The parts of a workspace that views are worked out from. */
export interface ViewGround {
  readonly files: FileTable;
  readonly store: StoreIndex;
  readonly places: ArticlePlaces;
  readonly entities: EntityChanges;
  /** As they are now. */
  readonly library: () => Library;
  readonly today: () => string;
}

interface Derived {
  readonly derivation: Derivation;
  readonly view: ArticleView;
}

/**
 * Works out what is to be shown of each article. The last views are kept until something they rest on changes, and of
 * all others only a summary.
 */
export class DerivedViews {
  readonly #ground: ViewGround;
  readonly #figures = new ArticleFigures();
  /** One entry a file: weak ones for each claim would cost the garbage collector more than they save. */
  readonly #memos = new WeakMap<ArticleFile, ClaimMemo>();
  readonly #liveAnchors = new Map<string, ReadonlyMap<string, Anchor>>();
  readonly #oldTexts = new Map<string, string>();
  readonly #derived = new Map<string, Derivation>();
  readonly #views: RecentlyUsed<string, Derived>;
  readonly #sourceTexts = new Map<string, SourceText>();
  readonly #cited = new CitedReader();
  #lastGround: Ground | undefined;

  /** @param kept the views that are kept, in claims; a figure counts for an eighth of one. */
  constructor(ground: ViewGround, kept: number) {
    this.#ground = ground;
    this.#views = new RecentlyUsed(kept, weighView);
  }

  /** Lets go of what was made of a file whose text is another now, or gone: nothing of it would hold. */
  follow(path: string, text: string | undefined): void {
    this.#drop(path);
    if (text === undefined) this.#figures.forget(path);
    this.#forgetSourceText(path);
  }

  /** The same for the articles that a store file speaks of, by what it said before and says now. */
  followStored(articles: Iterable<string | undefined>): void {
    for (const article of articles) if (article !== undefined) this.#drop(article);
  }

  /** The same for sources, entities and the config. */
  followLibrary(): void {
    this.#lastGround = undefined;
  }

  /** Tells where the claims of an open article are, when something has followed its edits. */
  setLiveAnchors(article: string, anchors: ReadonlyMap<string, Anchor> | undefined): void {
    if (anchors) this.#liveAnchors.set(article, anchors);
    else this.#liveAnchors.delete(article);
    this.#ground.files.touch(article);
  }

  /** Gives an old version of an article, named by its git blob id, to anchor through a diff. */
  setOldText(blobId: string, text: string): void {
    this.#oldTexts.set(blobId, text);
    this.#ground.files.touch(blobId);
  }

  /** An old text serves as long as a store file names it. */
  forgetOldText(blobId: string): void {
    this.#oldTexts.delete(blobId);
  }

  oldText(blobId: string): string | undefined {
    return this.#oldTexts.get(blobId);
  }

  view(path: string): ArticleView {
    return this.#derive(path).view;
  }

  summary(path: string): ArticleSummary {
    return this.knownSummary(path) ?? this.#derive(path).derivation.summary;
  }

  /** The summary if it need not be worked out. */
  knownSummary(path: string): ArticleSummary | undefined {
    const derivation = this.#derived.get(path);
    return derivation?.holds(this.#now) ? derivation.summary : undefined;
  }

  get #now(): Ground {
    const { files, entities } = this.#ground;
    const library = this.#ground.library();
    const today = this.#ground.today();
    const { sharedRevision } = files;
    if (this.#lastGround?.sharedRevision === sharedRevision && this.#lastGround.today === today)
      return this.#lastGround;
    for (const path of this.#sourceTexts.keys()) if (!files.sourceTexts.has(path)) this.#forgetSourceText(path);
    this.#lastGround = {
      config: library.config,
      today,
      entityRevision: entities.revision,
      sharedRevision,
      revision: (of) => files.revision(of),
      source: (id) => library.sources.get(id),
      sourceAt: (key) => library.addresses.get(key),
      entitiesConcern: (since, text, speaksOf) => entities.concern(since, text, speaksOf),
    };
    return this.#lastGround;
  }

  #derive(path: string): Derived {
    const kept = this.#views.get(path);
    if (kept && kept.derivation === this.#derived.get(path) && kept.derivation.holds(this.#now)) return kept;
    const { files, store, places, entities } = this.#ground;
    const library = this.#ground.library();
    const storeFile = places.storeFileOf(path);
    const whereabouts = places.whereabouts(path);
    const text = files.text(path);
    // The file at its place may have become another article's.
    const stored = places.articleOf(storeFile) === path ? store.parsed(storeFile) : undefined;
    const view = buildArticleView({
      path,
      storeFile,
      whereabouts,
      text,
      stored,
      figures: text === undefined ? [] : this.#figures.read(path, text, library.config, files.isEdited(path)),
      anchors: stored
        ? anchorTargets(text, stored.value, whereabouts, this.#liveAnchors.get(path), this.#oldTextOf(stored.value))
        : new Map(),
      mentions: entities.finder,
      context: {
        article: path,
        library,
        figureOptions: figureOptions(library.config, path),
        sourceText: (source) => this.#sourceText(source),
        cited: this.#cited,
        memo: this.#memoOf(stored?.value),
      },
      today: this.#ground.today(),
    });
    const known = this.#derived.get(path);
    const summary = known?.holds(this.#now) ? known.summary : summarizeArticle(view);
    const head = store.head(storeFile);
    const rests = [path, storeFile, ...(head?.text === undefined ? [] : [head.text])];
    const derivation = new Derivation(summary, view, rests, head?.hasEndDates === true, this.#now);
    const derived = { derivation, view };
    this.#derived.set(path, derivation);
    this.#views.set(path, derived);
    return derived;
  }

  #drop(article: string): void {
    this.#views.delete(article);
    this.#derived.delete(article);
  }

  #forgetSourceText(path: string): void {
    if (this.#sourceTexts.delete(path)) this.#cited.forget(path);
  }

  #memoOf(stored: ArticleFile | undefined): ClaimMemo {
    const known = stored && this.#memos.get(stored);
    const memo = known ?? createClaimMemo();
    if (stored && !known) this.#memos.set(stored, memo);
    return memo;
  }

  #oldTextOf({ text }: ArticleFile): string | undefined {
    return text === undefined ? undefined : this.#oldTexts.get(text);
  }

  #sourceText(path: string): SourceText | undefined {
    const text = this.#ground.files.text(path);
    if (text === undefined) return undefined;
    let kept = this.#sourceTexts.get(path);
    if (kept?.index.text !== text) {
      kept = { index: indexQuotes(text), sha256: sha256(text) };
      this.#sourceTexts.set(path, kept);
    }
    return kept;
  }
}

/** A view weighs about as much as its claims and figures do in memory, in claims. */
function weighView({ view }: Derived): number {
  return 1 + view.claims.length + view.figures.length / 8;
}
