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

/**
 * The source in force that has this web address; undefined where none has. Scheme, `www.`, the last slash and the
 * fragment make no other address of one, nor do capitals in the name of the host.
 */
export function sourceAtAddress(sources: Library['sources'], url: string): Stored<Source> | undefined {
  const address = bareAddress(url);
  for (const source of sources.values()) {
    const { URL, custom } = source.value;
    const isInForce = custom?.status === undefined || custom.status === 'active';
    if (isInForce && URL !== undefined && bareAddress(URL) === address) return source;
  }
  return undefined;
}

function bareAddress(url: string): string {
  const rest = url
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/s, '');
  const host = /^[^/?]*/.exec(rest)![0];
  return host.toLowerCase() + rest.slice(host.length).replace(/\/$/, '');
}

/** An entity's name in the reader's language, else in any. */
export function entityName(entity: Stored<Entity>, language: string): string {
  const names = entity.value.names;
  return names[language] ?? names.en ?? Object.values(names)[0] ?? entity.id;
}
