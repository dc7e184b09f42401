/**
 * One UTF-16 code unit as anchoring compares it: white space of every kind is a space, full-width ASCII is
 * half-width, curly quotation marks are straight, Latin capitals are small. One unit in, one unit out, so
 * offsets stay the same. A line that was rewrapped or a quotation mark that a formatter bent is thus no change.
 */
export function foldUnit(unit: number): number {
  if (unit < 0x80) return unit < 0x20 ? SPACE : unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  if (unit < 0x2000) return unit === 0xa0 ? SPACE : unit;
  if (unit <= 0x2029) {
    if (unit <= 0x200a || unit >= 0x2028) return SPACE;
    if (unit >= 0x2018 && unit <= 0x201b) return APOSTROPHE;
    if (unit >= 0x201c && unit <= 0x201f) return QUOTATION_MARK;
    return unit;
  }
  if (unit === 0x3000) return SPACE;
  if (unit >= 0xff01 && unit <= 0xff5e) return foldUnit(unit - 0xfee0);
  return unit;
}

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const QUOTATION_MARK = 0x22;

const ascii = Uint8Array.from({ length: 0x80 }, (_, unit) => foldUnit(unit));

/** The folded code units of `text.slice(start, end)`; offsets out of the text are cut to it. */
export function foldUnits(text: string, start: number, end: number): Uint16Array {
  const from = Math.max(0, start);
  const to = Math.max(from, Math.min(end, text.length));
  const units = new Uint16Array(to - from);
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    // Nearly all of any text: ASCII, and kana and ideographs, which stay as they are.
    if (unit < 0x80) units[at - from] = ascii[unit]!;
    else units[at - from] = unit > 0x3000 && unit < 0xff01 ? unit : foldUnit(unit);
  }
  return units;
}

/** As `foldUnits`, as a string of the same length. */
export function foldText(text: string, start: number, end: number): string {
  let folded = '';
  for (let at = start; at < end; at++) folded += String.fromCharCode(foldUnit(text.charCodeAt(at)));
  return folded;
}
