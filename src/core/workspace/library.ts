import { message } from '../model/message';
import type { Problem } from '../model/problem';
import type { Config, Entity, Source } from '../model/schema';
import type { Parsed } from '../store/parseStoreFile';
import { parseConfigFile, parseEntitiesFile, parseSourcesFile } from '../store/parseStoreFile';
import type { Range } from '../text/range';

/** A source or an entity together with the place of its id in the store. */
export interface Stored<T> {
  readonly id: string;
  readonly value: T;
  readonly file: string;
  /** The id's key in that file. */
  readonly range: Range;
}

export interface Library {
  readonly sources: ReadonlyMap<string, Stored<Source>>;
  readonly entities: ReadonlyMap<string, Stored<Entity>>;
  readonly config: Config;
  /** Problems by store file, those of clashing ids included. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

const nowhere: Range = { start: 0, end: 0 };

export interface LibraryFiles {
  readonly sources: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, string>;
  readonly config: { readonly path: string; readonly text: string } | undefined;
}

/**
 * Joins all sources and entities files and the config into one library. Where two files define one
 * id, the first by path stands and the second is a problem at its place.
 */
export function joinLibrary(files: LibraryFiles): Library {
  const problems = new Map<string, Problem[]>();
  const join = <T>(texts: ReadonlyMap<string, string>, parse: (yaml: string) => Parsed<Record<string, T>>) => {
    const joined = new Map<string, Stored<T>>();
    for (const file of [...texts.keys()].sort()) {
      const parsed = parse(texts.get(file)!);
      const own = [...parsed.problems];
      for (const [id, value] of Object.entries(parsed.value)) {
        const place = parsed.locate([id]);
        const range = place?.key ?? place?.value ?? nowhere;
        const first = joined.get(id);
        if (first)
          own.push({
            rule: 'store/schema',
            message: message('“{id}” is already defined in {file}; this second one is not used.', {
              id,
              file: first.file,
            }),
            range,
            severity: 'error',
          });
        else joined.set(id, { id, value, file, range });
      }
      problems.set(file, own);
    }
    return joined;
  };
  const sources = join<Source>(files.sources, parseSourcesFile);
  const entities = join<Entity>(files.entities, parseEntitiesFile);
  let config: Config = {};
  if (files.config) {
    const parsed = parseConfigFile(files.config.text);
    config = parsed.value;
    problems.set(files.config.path, [...parsed.problems]);
  }
  return { sources, entities, config, problems };
}

/** What a source is called in lists: its title, or what else is known of it. */
export function sourceTitle(source: Stored<Source>): string {
  return source.value.title ?? source.value.URL ?? source.value['container-title'] ?? source.id;
}

/** An entity's name in the reader's language, else in any. */
export function entityName(entity: Stored<Entity>, language: string): string {
  const names = entity.value.names;
  return names[language] ?? names.en ?? Object.values(names)[0] ?? entity.id;
}
