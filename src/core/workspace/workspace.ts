import { anchorAll } from '../anchoring/anchorAll';
import type { Anchor } from '../anchoring/target';
import { createMentionFinder, type MentionFinder } from '../entities/findMentions';
import type { Figure } from '../figures/figure';
import { recognizeFigures } from '../figures/recognizeFigures';
import { gitBlobId, sha256 } from '../model/gitBlobId';
import type { Problem } from '../model/problem';
import type { ArticleFile, Config } from '../model/schema';
import { articleOfStorePath, articleStorePath, storeFileKind } from '../model/storePaths';
import { type Parsed, parseArticleFile } from '../store/parseStoreFile';
import type { ArticleView, ClaimView } from './articleView';
import { buildArticleView } from './buildArticleView';
import type { ClaimContext } from './buildClaimView';
import { figureOptions } from './figureOptions';
import { indexQuotes, type QuoteIndex } from './findQuote';
import { matchesGlob } from './glob';
import { joinLibrary, type Library } from './library';

const defaultArticles = ['**/*.md', '**/*.txt'];
const defaultExclude = ['**/node_modules/**', '**/.*/**', '**/README*.md', '**/CHANGELOG.md', '**/LICENSE*'];

/** Where the claims of one measure are, in store order of the articles' paths. */
export interface MeasuredClaim {
  readonly key: string;
  readonly claim: ClaimView;
}

/**
 * Everything Sourcemark knows of one workspace folder: the store, the articles and the texts of the
 * sources, as they were last told to it. It reads nothing itself, keeps no clock and cannot fail on bad
 * input; each view is computed when asked for and kept until something it rests on changes.
 */
export class Workspace {
  readonly #files = new Map<string, string>();
  readonly #liveAnchors = new Map<string, ReadonlyMap<string, Anchor>>();
  readonly #oldTexts = new Map<string, string>();
  readonly #parsed = new Map<string, { text: string; parsed: Parsed<ArticleFile> }>();
  readonly #figures = new Map<string, { text: string; library: Library; figures: readonly Figure[] }>();
  readonly #views = new Map<string, { key: string; view: ArticleView }>();
  readonly #quotes = new Map<string, { index: QuoteIndex; sha256: string }>();
  readonly #revisions = new Map<string, number>();
  #today: string;
  #library: Library | undefined;
  #mentions: MentionFinder | undefined;
  #measures: ReadonlyMap<string, readonly ClaimView[]> | undefined;
  #revision = 0;
  #sharedRevision = 0;

  /** @param today the calendar date, `YYYY-MM-DD`, that end dates are compared with. */
  constructor(today: string) {
    this.#today = today;
  }

  /** Tells what a file holds now, or with `undefined` that it is gone. Paths are relative, with `/`. */
  setFile(path: string, text: string | undefined): void {
    if (this.#files.get(path) === text) return;
    if (text === undefined) this.#files.delete(path);
    else this.#files.set(path, text);
    this.#touch(path);
  }

  /** Tells where the claims of an open article are, when something has followed its edits. */
  setLiveAnchors(article: string, anchors: ReadonlyMap<string, Anchor> | undefined): void {
    if (anchors) this.#liveAnchors.set(article, anchors);
    else this.#liveAnchors.delete(article);
    this.#touch(article);
  }

  /** Gives an old version of an article, named by its git blob id, to anchor through a diff. */
  setOldText(blobId: string, text: string): void {
    this.#oldTexts.set(blobId, text);
    this.#sharedRevision = ++this.#revision;
  }

  setToday(today: string): void {
    if (today === this.#today) return;
    this.#today = today;
    this.#sharedRevision = ++this.#revision;
  }

  get today(): string {
    return this.#today;
  }

  get config(): Config {
    return this.library.config;
  }

  get library(): Library {
    this.#library ??= joinLibrary({
      sources: this.#storeFiles('sources'),
      entities: this.#storeFiles('entities'),
      config: this.#configFile(),
    });
    return this.#library;
  }

  /** Whether there is a store at all. */
  get hasStore(): boolean {
    for (const path of this.#files.keys()) if (storeFileKind(path)) return true;
    return false;
  }

  text(path: string): string | undefined {
    return this.#files.get(path);
  }

  get paths(): Iterable<string> {
    return this.#files.keys();
  }

  /** The globs that choose articles; what `findFiles` of a host should look for. */
  get articleGlobs(): readonly string[] {
    return this.config.articles ?? defaultArticles;
  }

  isArticle(path: string): boolean {
    if (storeFileKind(path) || this.sourceTexts.has(path)) return false;
    return (
      this.articleGlobs.some((glob) => matchesGlob(path, glob)) &&
      !(this.config.exclude ?? defaultExclude).some((glob) => matchesGlob(path, glob))
    );
  }

  /** Paths of the texts that sources name; a host should read these too. */
  get sourceTexts(): ReadonlySet<string> {
    const paths = new Set<string>();
    for (const { value } of this.library.sources.values()) if (value.custom?.text) paths.add(value.custom.text);
    return paths;
  }

  /** Every article with a text or with annotations, sorted by path. */
  get articles(): readonly string[] {
    const paths = new Set<string>();
    for (const path of this.#files.keys()) {
      if (storeFileKind(path) === 'article') paths.add(articleOfStorePath(path)!);
      else if (this.isArticle(path)) paths.add(path);
    }
    return [...paths].sort();
  }

  /** The store's files that were read, sorted by path. */
  get storeFiles(): readonly string[] {
    return [...this.#files.keys()].filter((path) => storeFileKind(path)).sort();
  }

  problems(storeFile: string): readonly Problem[] {
    if (storeFileKind(storeFile) === 'article') return this.#articleFile(storeFile)?.problems ?? [];
    return this.library.problems.get(storeFile) ?? [];
  }

  figures(path: string): readonly Figure[] {
    const text = this.#files.get(path);
    if (text === undefined) return [];
    const kept = this.#figures.get(path);
    if (kept && kept.text === text && kept.library === this.library) return kept.figures;
    const figures = recognizeFigures(text, figureOptions(this.config, path));
    this.#figures.set(path, { text, library: this.library, figures });
    return figures;
  }

  article(path: string): ArticleView {
    const storeFile = articleStorePath(path) ?? path;
    const key = [this.#sharedRevision, this.#revisions.get(path) ?? 0, this.#revisions.get(storeFile) ?? 0].join(':');
    const kept = this.#views.get(path);
    if (kept?.key === key) return kept.view;
    const text = this.#files.get(path);
    const stored = this.#articleFile(storeFile);
    this.#mentions ??= createMentionFinder(
      new Map(Array.from(this.library.entities, ([id, entity]) => [id, entity.value])),
    );
    const view = buildArticleView({
      path,
      storeFile,
      text,
      stored,
      figures: this.figures(path),
      anchors: text === undefined || !stored ? new Map() : this.#anchors(path, text, stored.value),
      mentions: this.#mentions,
      context: this.#claimContext(path),
      today: this.#today,
    });
    this.#views.set(path, { key, view });
    return view;
  }

  /** The git blob id of an article's text as it was last anchored, unless that is its text now. */
  lastAnchoredText(article: string): string | undefined {
    const storeFile = articleStorePath(article);
    const id = storeFile === undefined ? undefined : this.#articleFile(storeFile)?.value.text;
    const text = this.#files.get(article);
    return id === undefined || text === undefined || gitBlobId(text) === id ? undefined : id;
  }

  /** The text that an article's targets were described on, where it is known and not the text of now. */
  oldText(article: string): string | undefined {
    const id = this.lastAnchoredText(article);
    return id === undefined ? undefined : this.#oldTexts.get(id);
  }

  claim(article: string, id: string): ClaimView | undefined {
    return this.article(article).claims.find((claim) => claim.id === id);
  }

  /** Claims of all articles by measure: see `measureKey`. */
  get measures(): ReadonlyMap<string, readonly ClaimView[]> {
    if (this.#measures) return this.#measures;
    const measures = new Map<string, ClaimView[]>();
    for (const path of this.articles)
      for (const claim of this.article(path).claims) {
        const key = measureKey(claim);
        if (key === undefined) continue;
        const list = measures.get(key);
        if (list) list.push(claim);
        else measures.set(key, [claim]);
      }
    this.#measures = measures;
    return measures;
  }

  #touch(path: string): void {
    const revision = ++this.#revision;
    this.#revisions.set(path, revision);
    this.#measures = undefined;
    const kind = storeFileKind(path);
    if (kind === 'article') return;
    if (kind) {
      this.#library = undefined;
      this.#mentions = undefined;
      this.#sharedRevision = revision;
    } else if (this.sourceTexts.has(path)) this.#sharedRevision = revision;
  }

  #storeFiles(kind: 'sources' | 'entities'): ReadonlyMap<string, string> {
    return new Map(Array.from(this.#files).filter(([path]) => storeFileKind(path) === kind));
  }

  #configFile(): { path: string; text: string } | undefined {
    for (const [path, text] of this.#files) if (storeFileKind(path) === 'config') return { path, text };
    return undefined;
  }

  #articleFile(storeFile: string): Parsed<ArticleFile> | undefined {
    const text = this.#files.get(storeFile);
    if (text === undefined) return undefined;
    const kept = this.#parsed.get(storeFile);
    if (kept?.text === text) return kept.parsed;
    const parsed = parseArticleFile(text);
    this.#parsed.set(storeFile, { text, parsed });
    return parsed;
  }

  #anchors(path: string, text: string, stored: ArticleFile): ReadonlyMap<string, Anchor> {
    const live = this.#liveAnchors.get(path);
    const targets = [
      ...Object.entries(stored.claims ?? {}),
      ...Object.entries(stored.exemptions ?? {}),
      ...Object.entries(stored.mentions ?? {}),
    ].filter(([id]) => !live?.has(id));
    const oldText = stored.text === undefined ? undefined : this.#oldTexts.get(stored.text);
    const anchors = anchorAll(
      text,
      targets.map(([, { target }]) => target),
      oldText === undefined ? {} : { oldText },
    );
    return new Map([...(live ?? []), ...targets.map(([id], i) => [id, anchors[i]!] as const)]);
  }

  #claimContext(article: string): ClaimContext {
    return {
      article,
      library: this.library,
      figureOptions: figureOptions(this.config, article),
      sourceText: (path) => this.#sourceText(path),
    };
  }

  #sourceText(path: string): { index: QuoteIndex; sha256: string } | undefined {
    const text = this.#files.get(path);
    if (text === undefined) return undefined;
    let kept = this.#quotes.get(path);
    if (kept?.index.text !== text) {
      kept = { index: indexQuotes(text), sha256: sha256(text) };
      this.#quotes.set(path, kept);
    }
    return kept;
  }
}

/** One measure, one key; undefined for a claim without a measure or off the text. */
export function measureKey({ claim }: ClaimView): string | undefined {
  if (!claim.measure || claim.detached) return undefined;
  const { of, name, period } = claim.measure;
  return JSON.stringify([of, name.trim().toLowerCase(), period === undefined ? '' : String(period)]);
}
