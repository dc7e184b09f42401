/** What a UTF-16 unit is to the borders of names. */
export type NameScript = 'letter' | 'digit' | 'katakana' | 'hiragana' | 'han' | 'hangul' | 'space' | 'other';

const SCRIPTS: readonly NameScript[] = ['letter', 'digit', 'katakana', 'hiragana', 'han', 'hangul', 'space', 'other'];
/** What is known already, as an index into `SCRIPTS` plus one: a look here costs a fifth of the tests below. */
const KNOWN = new Uint8Array(0x10000);
const LETTER = /[\p{L}\p{M}_]/u;
const DIGIT = /\p{Nd}/u;

/** The script of a folded UTF-16 unit; `other` for punctuation, symbols and what is no unit. */
export function nameScript(unit: number): NameScript {
  const known = KNOWN[unit];
  if (known) return SCRIPTS[known - 1]!;
  const script = findScript(unit);
  KNOWN[unit] = SCRIPTS.indexOf(script) + 1;
  return script;
}

function findScript(unit: number): NameScript {
  if (unit === 0x20) return 'space';
  if (unit >= 0x3041 && unit <= 0x309f) return 'hiragana';
  if ((unit >= 0x30a1 && unit <= 0x30fe && unit !== 0x30fb) || (unit >= 0x31f0 && unit <= 0x31ff)) return 'katakana';
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) return 'han';
  // 々, 〆 and 〇, and the high surrogates of the planes 2 and 3, which hold nothing but kanji.
  if ((unit >= 0x3005 && unit <= 0x3007) || (unit >= 0xd840 && unit <= 0xd8bf)) return 'han';
  if (unit >= 0xac00 && unit <= 0xd7a3) return 'hangul';
  if (unit >= 0xd800 && unit <= 0xdfff) return 'other';
  const character = String.fromCharCode(unit);
  return LETTER.test(character) ? 'letter' : DIGIT.test(character) ? 'digit' : 'other';
}

/** Whether a script is written without spaces between its words, and with optional ones beside Latin. */
export function isUnspaced(script: NameScript): boolean {
  return script === 'katakana' || script === 'hiragana' || script === 'han';
}

/**
 * Whether two neighbors belong to one word, so that no name can end between them: letters and digits
 * (Meta|phor, B-2|1), katakana (メタ|ン, スケール|メリット) and hiragana (さくら|んぼ). Kanji are written
 * without borders and join nothing (台湾|政界, メタ|の).
 */
export function joinsWord(before: NameScript, after: NameScript): boolean {
  if (before === 'letter' || before === 'digit') return after === 'letter' || after === 'digit';
  return (before === 'katakana' || before === 'hiragana') && after === before;
}
