import type { Problem } from '../model/problem';
import type { Config, Entity, Source } from '../model/schema';
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

export interface LibraryFiles {
  readonly sources: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, string>;
  readonly config: { readonly path: string; readonly text: string } | undefined;
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
