import { message } from '../model/message';
import type { Problem } from '../model/problem';
import type { Config, Entity, Source } from '../model/schema';
import { type Parsed, parseConfigFile, parseEntitiesFile, parseSourcesFile } from '../store/parseStoreFile';
import { indexAddresses, type Library, type LibraryFiles, type Stored } from './library';

/** One file as it was read; kept as long as its text is the same. */
interface ReadFile<T> {
  readonly text: string;
  readonly entries: readonly Stored<T>[];
  readonly problems: readonly Problem[];
}

/**
 * Joins all sources and entities files and the config into one library, again and again as files change, and reads
 * only those that changed: a record whose file has the same text is the same object in the next library, and so are
 * the maps of a kind in which nothing changed.
 */
export class LibraryReader {
  readonly #sources = new KindReader<Source>(parseSourcesFile);
  readonly #entities = new KindReader<Entity>(parseEntitiesFile);
  #config: { text: string; parsed: Parsed<Config> } | undefined;
  #addresses: { readonly of: Library['sources']; readonly index: () => Library['addresses'] } | undefined;

  /** Where two files define one id, the first by path stands and the second is a problem at its place. */
  read(files: LibraryFiles): Library {
    const sources = this.#sources.read(files.sources);
    const entities = this.#entities.read(files.entities);
    if (files.config?.text !== this.#config?.text)
      this.#config = files.config && { text: files.config.text, parsed: parseConfigFile(files.config.text) };
    const problems = new Map([...sources.problems, ...entities.problems]);
    if (files.config && this.#config) problems.set(files.config.path, this.#config.parsed.problems);
    const of = sources.joined;
    if (this.#addresses?.of !== of) this.#addresses = { of, index: once(() => indexAddresses(of)) };
    const { index } = this.#addresses;
    return {
      sources: of,
      entities: entities.joined,
      config: this.#config?.parsed.value ?? NO_CONFIG,
      problems,
      get addresses() {
        return index();
      },
    };
  }
}

const NO_CONFIG: Config = {};
const NOWHERE = { start: 0, end: 0 };

interface Joined<T> {
  readonly joined: ReadonlyMap<string, Stored<T>>;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

class KindReader<T> {
  readonly #parse: (yaml: string) => Parsed<Readonly<Record<string, T>>>;
  #known = new Map<string, ReadFile<T>>();
  #last: Joined<T> = { joined: new Map(), problems: new Map() };

  constructor(parse: (yaml: string) => Parsed<Readonly<Record<string, T>>>) {
    this.#parse = parse;
  }

  read(texts: ReadonlyMap<string, string>): Joined<T> {
    const known = new Map<string, ReadFile<T>>();
    let isSame = texts.size === this.#known.size;
    for (const file of [...texts.keys()].sort()) {
      const text = texts.get(file)!;
      let read = this.#known.get(file);
      if (read?.text !== text) {
        read = this.#readFile(file, text);
        isSame = false;
      }
      known.set(file, read);
    }
    this.#known = known;
    if (!isSame) this.#last = join(known);
    return this.#last;
  }

  #readFile(file: string, text: string): ReadFile<T> {
    const parsed = this.#parse(text);
    const entries = Object.entries(parsed.value).map(([id, value]): Stored<T> => {
      // Where it stands is asked of few records, and finding out takes longer than reading the file.
      const place = once(() => {
        const found = parsed.locate([id]);
        return found?.key ?? found?.value ?? NOWHERE;
      });
      return {
        id,
        value,
        file,
        get range() {
          return place();
        },
      };
    });
    return { text, entries, problems: parsed.problems };
  }
}

function join<T>(files: ReadonlyMap<string, ReadFile<T>>): Joined<T> {
  const joined = new Map<string, Stored<T>>();
  const problems = new Map<string, readonly Problem[]>();
  for (const [file, { entries, problems: own }] of files) {
    const clashes: Problem[] = [];
    for (const entry of entries) {
      const first = joined.get(entry.id);
      if (!first) joined.set(entry.id, entry);
      else
        clashes.push({
          rule: 'store/schema',
          message: message('“{id}” is already defined in {file}; this second one is not used.', {
            id: entry.id,
            file: first.file,
          }),
          range: entry.range,
          severity: 'error',
        });
    }
    problems.set(file, clashes.length > 0 ? [...own, ...clashes] : own);
  }
  return { joined, problems };
}

function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}
