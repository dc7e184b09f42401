/** 表1 業種別の導入率(%), Table 2. Revenue ($ million): the title of a table may end in what its numbers are. */
const TITLE =
  /^(?:(?:図?表|図) ?[\d-]{0,4}|(?:table|figure|exhibit|chart) ?[\d.-]{0,4}[.:]? )[^|]*[(（]([^()（）]{1,32})[)）]$/i;
const NAMED = /[(（【[]?\s*(?:単位|单位|units?)\s*[:：は]?\s*([^)）】\]、。,.]{1,24})[)）】\]]?$/i;
/** In millions of yen; ($ million). */
const IN =
  /^[([]?(?:(?:all )?(?:figures|amounts|values|numbers|data)(?: are)?(?: stated| expressed| shown)? )?in ([^)\],;:|]{1,32})[)\]]?$/i;
const ALONE = /^[(（[]([^()（）[\]]{1,24})[)）\]]$/;
const LONGEST = 60;
/** How far before a table in one line with it its caption may stand, in UTF-16 code units. */
const REACH = 160;

/** What a line over a table says that its numbers are, as it is written there; empty where it says nothing of that. */
export function captionOf(line: string): string {
  if (line.length >= LONGEST) return '';
  const found = NAMED.exec(line) ?? TITLE.exec(line) ?? IN.exec(line) ?? ALONE.exec(line);
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
