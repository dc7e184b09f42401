import type { Config, Source } from '../model/schema';
import type { Stored } from '../workspace/library';
import type { ArticleSummary } from './articleSummary';
import type { ArticleView } from './articleView';
import { addressKeys } from './citedSources';

/** The parts of a workspace that what is derived of an article rests on, as they are now. */
export interface Ground {
  readonly config: Config;
  readonly today: string;
  readonly entityRevision: number;
  /** Goes up when the library, the date or the text of a source changes: anything that articles have in common. */
  readonly sharedRevision: number;
  /** Of a file, or of an old text by its git blob id; 0 for what is not there. */
  readonly revision: (of: string) => number;
  readonly source: (id: string) => Stored<Source> | undefined;
  /** By a key of `Library.addresses`. */
  readonly sourceAt: (key: string) => Stored<Source> | undefined;
  readonly entitiesConcern: (since: number, text: string, speaksOf: { has(id: string): boolean }) => boolean;
}

/**
 * What was derived of an article, with what it rested on. Sources and their texts count only if the article cites
 * them, entities only if it may name them: in a large folder most changes concern few articles.
 */
export class Derivation {
  readonly #config: Config;
  readonly #today: string | undefined;
  /** Of the article's own files, and of the texts of its sources. */
  readonly #own: ReadonlyMap<string, number>;
  readonly #texts: ReadonlyMap<string, number>;
  readonly #sources: ReadonlyMap<string, Stored<Source> | undefined>;
  /** Of the addresses that its text links to. */
  readonly #linked: ReadonlyMap<string, Stored<Source> | undefined>;
  readonly #text: string;
  readonly #speaksOf: { has(id: string): boolean };
  #entityRevision: number;
  #sharedRevision: number;

  /**
   * @param files everything that has a revision and was read.
   * @param hasEndDates whether the date of today was looked at.
   */
  constructor(
    readonly summary: ArticleSummary,
    view: ArticleView,
    files: readonly string[],
    hasEndDates: boolean,
    ground: Ground,
  ) {
    this.#config = ground.config;
    this.#today = hasEndDates ? ground.today : undefined;
    this.#entityRevision = ground.entityRevision;
    this.#sharedRevision = ground.sharedRevision;
    this.#text = view.text ?? '';
    const overrides = Object.values(view.stored?.value.mentions ?? {}).map(({ entity }) => entity);
    this.#speaksOf = { has: (id) => summary.entities.has(id) || overrides.includes(id) };
    this.#sources = new Map(
      [...summary.sources.keys(), ...summary.textSources].map((id) => [id, ground.source(id)] as const),
    );
    this.#linked = new Map(linkedKeys(view).map((key) => [key, ground.sourceAt(key)] as const));
    const texts = Array.from(this.#sources.values(), (source) => source?.value.custom?.text);
    const revisionsOf = (paths: readonly (string | undefined)[]) =>
      new Map(paths.flatMap((file) => (file === undefined ? [] : [[file, ground.revision(file)] as const])));
    this.#own = revisionsOf(files);
    this.#texts = revisionsOf(texts);
  }

  /** Whether all that it rested on is still the same. */
  holds(ground: Ground): boolean {
    for (const [file, revision] of this.#own) if (ground.revision(file) !== revision) return false;
    if (ground.sharedRevision === this.#sharedRevision) return true;
    if (ground.config !== this.#config) return false;
    if (this.#today !== undefined && ground.today !== this.#today) return false;
    for (const [file, revision] of this.#texts) if (ground.revision(file) !== revision) return false;
    for (const [id, source] of this.#sources) if (ground.source(id) !== source) return false;
    for (const [key, source] of this.#linked) if (ground.sourceAt(key) !== source) return false;
    if (ground.entitiesConcern(this.#entityRevision, this.#text, this.#speaksOf)) return false;
    // Asked once for each change, since most articles are not concerned.
    this.#entityRevision = ground.entityRevision;
    this.#sharedRevision = ground.sharedRevision;
    return true;
  }
}

/** Outside of the class, where no function that is kept could keep the view with it. */
function linkedKeys({ path, textCitations }: ArticleView): string[] {
  return textCitations.flatMap(({ names }) => addressKeys(path, names));
}
