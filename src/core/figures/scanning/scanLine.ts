import { aside } from '../judging/finish';
import { isDigit, isHan, SPACE } from './characters';
import type { Scan } from './scan';
import { scanMark, scanSign } from './scanMark';
import { scanNumber } from './scanNumber';
import { scanWord } from './scanWord';
import { BEGINS, DIGIT, LETTER, MARK, NUMERAL, SIGN } from './tables';

/** Finds every figure of the scan's line, in order, and leaves them in `scan.found`. One pass, no backtracking. */
export function scanLine(scan: Scan): void {
  const { line, tables } = scan;
  const { codes, length } = line;
  const { classes } = tables;
  let at = listNumber(scan);
  while (at < length) {
    const bits = classes[codes[at]!]! & BEGINS;
    if (bits === 0) {
      at++;
      continue;
    }
    let next = 0;
    if (bits & LETTER) next = scanWord(scan, at);
    else {
      if (bits & MARK) next = scanMark(scan, at);
      if (next === 0 && bits & SIGN) next = scanSign(scan, at);
      if (next === 0 && bits & (DIGIT | NUMERAL)) next = scanNumber(scan, at);
    }
    at = next > at ? next : at + 1;
  }
}

/** "1. ", "2) ", "(3) ", "４．" and the 3.1 of a heading at the start of a line number its items. */
function listNumber(scan: Scan): number {
  const { codes, length } = scan.line;
  let at = 0;
  while (at < length && (codes[at] === SPACE || codes[at] === 0x09 || codes[at] === 0x23 || codes[at] === 0x3e)) at++;
  const start = at;
  const heading = start > 0 && codes[0] === 0x23;
  const bracket = codes[at] === 0x28;
  if (bracket) at++;
  const first = at;
  while (isDigit(codes[at])) at++;
  if (at === first || at - first > 3) return 0;
  let parts = 1;
  while (heading && codes[at] === 0x2e && isDigit(codes[at + 1])) {
    parts++;
    at++;
    while (isDigit(codes[at])) at++;
  }
  const close = codes[at];
  const after = codes[at + 1];
  const stop = close === 0x2e || close === 0x29 || close === 0x3001;
  const closes = bracket
    ? close === 0x29
    : (stop && !isDigit(after)) || (heading && close === SPACE && (parts > 1 || isHan(after)));
  return closes ? aside(scan, start, at) : 0;
}
