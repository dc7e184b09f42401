/** What follows readers about and leads to no other page: parameters that campaigns and networks add to an address. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|link\w*|ptr\w*|bbc\w*|format|id)|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|ref_src|ref_url|cmpid|n_cid|s_cid|srsltid|smid|smtyp|spm|vero_id|oly_anon_id|oly_enc_id)$/i;

/**
 * One key for all spellings of one web address: scheme, `www.`, capitals in the name of the host, the usual port,
 * slashes at the end, the fragment, parameters for tracking, and how letters are escaped make no other address of one.
 * A DOI is the same with and without its resolver. Undefined for what is no address on the web.
 */
export function addressKey(address: string): string | undefined {
  const trimmed = address.trim();
  const doi = /^(?:(?:https?:)?\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)(10\..+)$/is.exec(trimmed)?.[1];
  if (doi !== undefined) return `doi:${unescapeLetters(doi.split(/[?#]/)[0]!).toLowerCase()}`;
  const rest = /^(?:https?:)?\/\/(?:www\.)?(?=[^/?#])(.+)$/is.exec(trimmed)?.[1]?.split('#')[0];
  if (rest === undefined) return undefined;
  const host = /^[^/?]*/.exec(rest)![0];
  const [path = '', ...query] = rest.slice(host.length).split('?');
  const kept = query
    .join('?')
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=')[0]!));
  const name = host.toLowerCase().replace(/\.?(?::(?:80|443))?$/, '');
  const page = withoutSlashes(unescapeLetters(path));
  return `//${name}${page}${kept.length > 0 ? `?${unescapeLetters(kept.join('&'))}` : ''}`;
}

/** Whether a link leads to something that could be a source: a page on the web, a work by its number, or a file. */
export function couldBeSource(address: string): boolean {
  if (addressKey(address) !== undefined || /^(?:urn|info|hdl|isbn|ftp):\S/i.test(address)) return true;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return false;
  return /\.[\p{L}\p{N}]{2,5}$/u.test(address.split(/[?#]/)[0]!);
}

/**
 * The path in the workspace of a file that a link in an article names, as the store spells paths. Undefined for an
 * address with a scheme and for what would leave the workspace.
 */
export function linkedFile(article: string, address: string): string | undefined {
  const path = address.split(/[?#]/)[0]!;
  if (path === '' || path.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  const parts = path.startsWith('/') ? [] : article.split('/').slice(0, -1);
  for (const part of decoded(path).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A loop, since an expression that is anchored at the end only would try each slash of a long row. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** Escaped letters as letters: `%E8%A8%98` is 記, `%7E` is ~. What means something in an address stays escaped. */
function unescapeLetters(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes).replace(/[^\p{L}\p{N}\p{M}._~-]/gu, encodeURIComponent);
    } catch {
      return escapes.toUpperCase();
    }
  });
}
