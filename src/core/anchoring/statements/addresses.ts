import type { Range } from '../../text/range';

/** An address or the name of a file or a page: it has letters, and ends or begins as those do. */
const ADDRESS =
  /^[^\s]{0,2}(?:[a-z]{2,10}:\/\/|www\.)\S|^(?=[^\s]*[A-Za-z])\S*[A-Za-z\d_-]\.(?:html?|mdx?|txt|pdf|php|aspx?|json|ya?ml|toml|csv|xml|jsx?|tsx?|mjs|cjs|css|rs|py|go|java|svg|png|jpe?g|gif|webp)(?=$|[#?)\]>"'、。,:;])/i;
/** A line of Markdown that says where links lead: no reader sees it. */
const LINK_DEFINITION =
  /^ {0,3}\[[^\]\n]{1,200}\]: {0,4}<?(?=\S*[A-Za-z])(?=\S*(?:[/#]|[a-z]-[a-z]))\S+>?(?: {1,4}["'(].*)?$/;
const SPACE = /[\s\u3000-\u9fff\uff00-\uffef]/;
/** No address is longer. */
const longest = 400;

/** Whether a numeral is part of an address, which says nothing of a quantity whatever stands around it. */
export function isInAddress(text: string, { start, end }: Range): boolean {
  let from = start;
  while (from > 0 && start - from < longest && !SPACE.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - end < longest && !SPACE.test(text[to]!)) to++;
  if (ADDRESS.test(text.slice(from, to))) return true;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (start - line > longest || !/^ {0,3}\[/.test(text.slice(line, line + 4))) return false;
  const lineEnd = text.indexOf('\n', end);
  return LINK_DEFINITION.test(text.slice(line, Math.min(lineEnd < 0 ? text.length : lineEnd, line + 2 * longest)));
}
