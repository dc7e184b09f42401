/** What a UTF-16 code unit is part of, as far as that tells where words begin and end. */
export type UnitKind = 'space' | 'stop' | 'mark' | 'letter' | 'katakana' | 'ideograph' | 'hiragana';

/** The kind of a code unit, of a text as written or folded. Latin and all other letters and digits are one kind. */
export function unitKind(unit: number): UnitKind {
  if (unit < 0x80) {
    if (unit <= 0x20) return 'space';
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39))
      return 'letter';
    return unit === 0x2e || unit === 0x21 || unit === 0x3f ? 'stop' : 'mark';
  }
  if (unit < 0x2000) return unit < 0xc0 ? (unit === 0xa0 ? 'space' : 'mark') : 'letter';
  if (unit < 0x2e80) return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 ? 'space' : 'mark';
  if (unit === 0x3000) return 'space';
  if (unit === 0x3002) return 'stop';
  // 々 and 〇 are read as ideographs.
  if (unit < 0x3041) return unit >= 0x3005 && unit <= 0x3007 ? 'ideograph' : 'mark';
  if (unit <= 0x309f) return 'hiragana';
  if (unit <= 0x30ff) return unit === 0x30a0 || unit === 0x30fb ? 'mark' : 'katakana';
  if (unit >= 0x31f0 && unit <= 0x31ff) return 'katakana';
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) return 'ideograph';
  if (unit >= 0xac00 && unit <= 0xdfff) return unit < 0xd800 ? 'letter' : 'ideograph';
  if (unit >= 0xff66 && unit <= 0xff9f) return 'katakana';
  if ((unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a))
    return 'letter';
  return unit === 0xff01 || unit === 0xff0e || unit === 0xff1f ? 'stop' : 'mark';
}

/**
 * Whether an offset lies within a word: between letters or digits, within a run of katakana or of ideographs. Where a
 * word written in hiragana ends cannot be told by its letters.
 */
export function splitsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const kind = unitKind(text.charCodeAt(at));
  return (
    (kind === 'letter' || kind === 'katakana' || kind === 'ideograph') && unitKind(text.charCodeAt(at - 1)) === kind
  );
}
