/** Digits and small consonants without `l`: no word can arise by chance and no letter looks like a digit. */
const ALPHABET = '0123456789bcdfghjkmnpqrstvwxyz';
const RANDOM_LENGTH = 8;
const SLUG_LENGTH = 48;

/** What an id names: a claim, an exemption, an entry of a thread, a mention override. */
export type IdPrefix = 'c' | 'e' | 'm' | 'x';

/**
 * A new random id such as `c-7f3q2k4d`. Two people who write at once do not meet: with 30^8 ids, a
 * hundred thousand claims hold a double with less than one chance in a hundred.
 * @param random gives that many bytes of cryptographic quality; the host supplies it.
 */
export function createId(prefix: IdPrefix, random: (bytes: number) => Uint8Array): string {
  let id = '';
  // A source of bytes that is stuck must not hang us: after this many rounds any byte is taken.
  for (let round = 0; id.length < RANDOM_LENGTH; round++) {
    for (const byte of random(RANDOM_LENGTH * 2)) {
      // Bytes from 240 up are thrown away, because 256 is no multiple of 30.
      if (byte >= 240 && round < 16) continue;
      if (id.length < RANDOM_LENGTH) id += ALPHABET[byte % ALPHABET.length];
    }
    if (round >= 32) id = id.padEnd(RANDOM_LENGTH, '0');
  }
  return `${prefix}-${id}`;
}

/**
 * A readable id for a source or an entity, made of a name (`The New York Times`, a host, 日本経済新聞) and
 * perhaps a date: small letters and digits of any script joined by `-`. Never one of `taken`: `-2`, `-3` …
 * are added. A name without a letter or digit gives `untitled`.
 */
export function createSlugId(parts: readonly string[], taken: { has(id: string): boolean }): string {
  const words = parts
    .join(' ')
    .normalize('NFKC')
    .toLowerCase()
    // An apostrophe inside a word joins it: Meta's becomes metas.
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const slug =
    [...words]
      .slice(0, SLUG_LENGTH)
      .join('')
      .replace(/^-+|-+$/g, '') || 'untitled';
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}

/**
 * The usual id of a source: who published it (container title, publisher, the host of its URL) and the day,
 * as in `nytimes-com-2025-06-12`; its title when neither is known.
 */
export function createSourceId(
  source: {
    readonly title?: string | undefined;
    readonly 'container-title'?: string | undefined;
    readonly publisher?: string | undefined;
    readonly URL?: string | undefined;
    readonly issued?: unknown;
  },
  taken: { has(id: string): boolean },
): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+)/i.exec(source.URL ?? '')?.[1];
  const name = source['container-title'] ?? source.publisher ?? host ?? source.title ?? '';
  const date = typeof source.issued === 'string' || typeof source.issued === 'number' ? [String(source.issued)] : [];
  return createSlugId([name, ...date], taken);
}
