/** 表1 業種別の導入率(%), Table 2. Revenue ($ million): the title of a table may end in what its numbers are. */
const TITLE =
  /^(?:(?:図?表|図) ?[\d-]{0,4}|(?:table|figure|exhibit|chart) ?[\d.-]{0,4}[.:]? )[^|]*[(（]([^()（）]{1,32})[)）]$/i;
const NAMED = /[(（【[]?\s*(?:単位|单位|units?)\s*[:：は]?\s*([^)）】\]、。,.]{1,24})[)）】\]]?$/i;
/** In millions of yen; ($ million). */
const IN =
  /^[([]?(?:(?:all )?(?:figures|amounts|values|numbers|data)(?: are)?(?: stated| expressed| shown)? )?in ([^)\],;:|]{1,32})[)\]]?$/i;
/** Dollars in millions. */
const PLAIN = /^((?:[a-z.]{2,8} ){1,3}in (?:thousands|millions|billions|trillions))$/i;
/** What is said of some rows alone, and of the currency once more. */
const ASIDE =
  /,? (?:except|excluding|unless|other than)\b[^)）\]]*(?=[)）\]]?$)|\s{1,4}(?:币种|通貨|currency)\s?[:：].{1,12}$/i;
const ALONE = /^[(（[]([^()（）[\]]{1,24})[)）\]]$/;
const LONGEST = 100;
/** How far before a table in one line with it its caption may stand, in UTF-16 code units. */
const REACH = 160;

/** What a line over a table says that its numbers are, as it is written there; empty where it says nothing of that. */
export function captionOf(line: string): string {
  if (line.length >= LONGEST) return '';
  const said = line.replace(ASIDE, '').replace(/(?<=[\p{L})）\]])[.。]$/u, '');
  const found = NAMED.exec(said) ?? TITLE.exec(said) ?? IN.exec(said) ?? ALONE.exec(said) ?? PLAIN.exec(said);
  return found ? found[1]!.trim() : '';
}

/** As `captionOf`, of the caption of an HTML table, which may end in it whatever it begins with. */
export function captionIn(caption: string): string {
  const end = /[(（[]([^()（）[\]]{1,32})[)）\]]$/.exec(caption) ?? /[,;:—–] ?in ([^,;:—–]{1,32})$/i.exec(caption);
  return captionOf(caption) || (end?.[1] ?? '').trim();
}

/** The last line before a place that a reader sees, without its tags; `text` ends at that place. */
export function lastLineOf(text: string): string {
  const lines = text
    .slice(-REACH)
    .replace(/^[^<>]*>/, '')
    .replace(/<\/?(?:p|div|br|h[1-6]|li|td|th|tr|table|section|figure|figcaption)(?=[\s>/])[^<>]{0,100}>/gi, '\n')
    .replace(/<[^<>]{0,100}>/g, '')
    .split('\n');
  return lines.findLast((line) => line.trim() !== '')?.trim() ?? '';
}
