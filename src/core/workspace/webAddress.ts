/** No browser can be asked for more; so long an address is no page that somebody read. */
const LONGEST = 16_384;

/** What shows one place and leads to another: a backslash, a line of its own, marks that turn the letters around. */
const MISLEADING = /[\\\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/**
 * An address that a browser may be given, letter for letter as it was written, white space around it aside: an escaped
 * comma stays escaped, and what is not stays as it is, for `%2C` and `,` can be two pages, and two places in one.
 * Undefined for another scheme than http and https, for no host, and for what could mislead whoever reads it.
 */
export function webAddress(text: string): string | undefined {
  const address = text.trim();
  if (address.length > LONGEST || MISLEADING.test(address)) return undefined;
  return /^https?:\/\/[^\s/?#<>"`^|{}]+(?:[/?#]|$)/i.test(address) ? address : undefined;
}

/**
 * The same as it stands between `<` and `>` as the destination of a link in Markdown: as it was written, but for the
 * few characters that no address holds unescaped, which are escaped as a browser does; and for `$(`, of which VS Code
 * makes an icon wherever it stands.
 * @param address what `webAddress` gives.
 */
export function linkDestination(address: string): string {
  return address.replace(/[\s<>"`]/gu, encodeURIComponent).replace(/\$(?=\()/g, '%24');
}
