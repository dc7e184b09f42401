import type { Problem } from '../model/problem';
import type { Config, Entity, Source } from '../model/schema';
import type { Range } from '../text/range';
import { addressKey } from './sourceAddress';

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
  /** The sources by their addresses: see `indexAddresses`. Worked out when it is first asked for. */
  readonly addresses: ReadonlyMap<string, Stored<Source>>;
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

/** The source in force that has this web address (see `addressKey`); undefined where none has. */
export function sourceAtAddress(library: Pick<Library, 'addresses'>, url: string): Stored<Source> | undefined {
  const key = addressKey(url);
  const source = key === undefined ? undefined : library.addresses.get(key);
  return source && isInForce(source) ? source : undefined;
}

function isInForce({ value: { custom } }: Stored<Source>): boolean {
  return custom?.status === undefined || custom.status === 'active';
}

/** The key of a file in `Library.addresses`, by its path in the workspace. */
export function fileKey(path: string): string {
  return `file:${path}`;
}

/**
 * The sources by what a text may name them with: `addressKey` of their web address and their DOI, `fileKey` of the
 * copy of their text. Of two with one address one that is in force comes before one that is not.
 */
export function indexAddresses(sources: Library['sources']): ReadonlyMap<string, Stored<Source>> {
  const index = new Map<string, Stored<Source>>();
  for (const source of sources.values()) {
    const { URL, DOI, custom } = source.value;
    const keys = [
      URL === undefined ? undefined : addressKey(URL),
      DOI === undefined ? undefined : (addressKey(DOI) ?? addressKey(`doi:${DOI}`)),
      custom?.text === undefined ? undefined : fileKey(custom.text),
    ];
    for (const key of keys) {
      if (key === undefined) continue;
      const known = index.get(key);
      if (!known || (!isInForce(known) && isInForce(source))) index.set(key, source);
    }
  }
  return index;
}

/** An entity's name in the reader's language, else in any. */
export function entityName(entity: Stored<Entity>, language: string): string {
  const names = entity.value.names;
  return names[language] ?? names.en ?? Object.values(names)[0] ?? entity.id;
}
