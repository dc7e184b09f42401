import { isLetter, SPACE } from '../scanning/characters';
import type { Line } from '../scanning/line';
import { blankNumeral, type Numeral } from './numeral';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
]);
/** Denominators as words; `second` is none. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
]);
const RANKS: ReadonlyMap<string, number> = new Map(
  'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index) => [word, index + 2]),
);
const AN_HOUR = /^(hour|year|month|week|day|decade|minute|century|mile)$/;
/** more than a year, nearly an hour, less than a mile: how exact it is makes the article a number. */
const ONE_UNIT = new Set(
  'second minute hour day week fortnight month year decade century mile kilometre kilometer metre meter tonne ton'.split(
    ' ',
  ),
);
const ROUGHLY = /\b(?:more than|less than|nearly|almost|about|around|roughly|at least|up to|under|within) $/i;
const OVER_TIME = /^(week|month|year|decade|century)$/;
const VAGUE: ReadonlyMap<string, 'tens_of' | 'hundreds_of' | 'several'> = new Map([
  ['dozens', 'tens_of'],
  ['tens', 'tens_of'],
  ['scores', 'tens_of'],
  ['hundreds', 'hundreds_of'],
  ['thousands', 'several'],
  ['millions', 'several'],
  ['billions', 'several'],
  ['trillions', 'several'],
]);

/** Every word a number in words may begin with, for the scanner's filter. */
export const NUMBER_WORDS: readonly string[] = [
  ...SMALL.keys(),
  ...PARTS.keys(),
  ...RANKS.keys(),
  ...VAGUE.keys(),
  'a',
  'an',
  'several',
  'fiscal',
  'point',
];

interface Word {
  readonly text: string;
  readonly end: number;
}

/** The lower-case Latin word at a place; empty if there is none. */
export function wordAt(line: Line, from: number): Word {
  let end = from;
  let isSmall = true;
  for (; end < line.length && end < from + 24 && isLetter(line.codes[end]); end++)
    isSmall &&= line.codes[end]! >= 0x61 && line.codes[end]! <= 0x7a;
  const text = line.slice(from, end);
  return { text: isSmall ? text : text.toLowerCase(), end };
}

/** The word behind one space or hyphen. */
export function nextWord(line: Line, from: number): Word {
  const code = line.codes[from];
  return code === SPACE || code === 0x2d || code === 0x0a ? wordAt(line, from + 1) : { text: '', end: from };
}

/**
 * Reads a number in English words: thirteen · forty-five · two hundred thousand · fourteen point
 * three billion · three and a half · two-thirds · half a million · a dozen · tens of billions.
 */
export function readWords(line: Line, from: number): Numeral | undefined {
  const first = wordAt(line, from);
  const vague = VAGUE.get(first.text);
  if (vague !== undefined) return readVagueWords(line, first, vague);
  if (first.text === 'several') return severalOf(line, first);
  const rank = RANKS.get(first.text);
  if (rank !== undefined && !PARTS.has(first.text)) return { ...blankNumeral(first.end, rank), rank: true };
  if (first.text === 'half') return isHalfOfTime(line, from, first.end) ? undefined : partOf(line, first, 1);
  if (first.text === 'quarter') return quarterOf(line, first);
  if (first.text === 'a' || first.text === 'an') {
    const next = nextWord(line, first.end);
    const hours = AN_HOUR.test(next.text) ? nextWord(line, next.end) : undefined;
    if (hours?.text === 'and' && line.slice(hours.end, hours.end + 7) === ' a half') {
      // an hour and a half: the unit stands inside of the number.
      return { ...blankNumeral(hours.end + 7, 1.5), inner: next.text };
    }
    if (
      ONE_UNIT.has(next.text) &&
      (ROUGHLY.test(line.slice(from - 11, from)) ||
        (OVER_TIME.test(next.text) && /\bover $/i.test(line.slice(from - 5, from))))
    )
      return { ...blankNumeral(next.end, 1), inner: next.text };
    if (
      next.text === 'half' ||
      next.text === 'quarter' ||
      next.text === 'third' ||
      next.text === 'fifth' ||
      next.text === 'tenth'
    ) {
      const part = partOf(line, next, 1);
      return part.share && !isShareOf(line, next.end) && !ABOUT.test(line.slice(from - 12, from)) ? undefined : part;
    }
    if (next.text === 'few' || next.text === 'couple') {
      const scale = SCALES.get(nextWord(line, next.end).text);
      return scale === undefined || scale < 100 ? undefined : severalOf(line, next);
    }
    const scale = SCALES.get(next.text);
    return scale === undefined ? undefined : withScales(line, next.end, scale);
  }
  const small = readSmall(line, first);
  if (small === undefined) return rank === undefined ? undefined : { ...blankNumeral(first.end, rank), rank: true };
  const part = nextWord(line, small.end);
  const size = PARTS.get(part.text.replace(/s$/, ''));
  // "two quarter-point cuts" counts what a plural would divide; "a two-third majority" is written too.
  const divides =
    (part.text.endsWith('s') || small.value === 1 || part.text !== 'quarter') &&
    !(part.text === 'quarters' && areOfYear(line, from, part.end, small.value));
  if (size !== undefined && small.value > 0 && small.value < size * 2 && part.text !== 'half' && divides) {
    // "one third", "three quarters", but "one second" is a time and "one half" a half.
    return partOf(line, part, small.value);
  }
  if (part.text === 'half' && small.value === 1) return partOf(line, part, 1);
  return readScaled(line, small);
}

function readSmall(line: Line, first: Word): { value: number; end: number } | undefined {
  const value = SMALL.get(first.text);
  if (value === undefined) return undefined;
  if (value >= 20) {
    const next = nextWord(line, first.end);
    const unit = SMALL.get(next.text);
    if (unit !== undefined && unit > 0 && unit < 10) return { value: value + unit, end: next.end };
  }
  return { value, end: first.end };
}

function readScaled(line: Line, small: { value: number; end: number }): Numeral {
  let total = 0;
  let current = small.value;
  let end = small.end;
  let scaled = false;
  let decimals = 0;
  for (;;) {
    const next = nextWord(line, end);
    const scale = SCALES.get(next.text);
    if (scale !== undefined) {
      scaled = true;
      if (scale === 100 || scale === 12) current *= scale;
      else {
        total += Math.round(current * scale);
        current = 0;
      }
      end = next.end;
      continue;
    }
    if (next.text === 'point' && decimals === 0) {
      let word = nextWord(line, next.end);
      let digits = '';
      for (let digit = SMALL.get(word.text); digit !== undefined && digit < 10; digit = SMALL.get(word.text)) {
        digits += digit;
        end = word.end;
        word = nextWord(line, end);
      }
      if (digits === '') break;
      decimals = digits.length;
      current += Number(`0.${digits}`);
      continue;
    }
    if (next.text === 'and') {
      const after = nextWord(line, next.end);
      if (after.text === 'a') {
        const part = nextWord(line, after.end);
        const size = part.text === 'half' ? 2 : part.text === 'quarter' ? 4 : 0;
        if (size === 0) break;
        current += 1 / size;
        decimals = 1;
        end = part.end;
        continue;
      }
      const more = scaled ? readSmall(line, after) : undefined;
      if (more === undefined || SCALES.has(nextWord(line, more.end).text)) break;
      current += more.value;
      end = more.end;
      continue;
    }
    const more = scaled ? readSmall(line, next) : undefined;
    if (more === undefined) break;
    const joins = current === 0 || (current >= 100 && current % 100 === 0 && more.value < 100);
    if (!joins) break;
    current += more.value;
    end = more.end;
  }
  return { ...blankNumeral(end, total + current), scaled, decimals };
}

function partOf(line: Line, part: Word, count: number): Numeral {
  const name = part.text.endsWith('ves') ? 'half' : part.text.replace(/s$/, '');
  const share = count / (PARTS.get(name) ?? 2);
  // half a million, a quarter million, three quarters of a billion.
  let next = nextWord(line, part.end);
  if (next.text === 'of') next = nextWord(line, next.end);
  if (next.text === 'a') next = nextWord(line, next.end);
  const scale = SCALES.get(next.text);
  if (scale !== undefined) return withScales(line, next.end, share * scale);
  return { ...blankNumeral(part.end, share), share: true, decimals: 3 };
}

/** About a third said so. */
const ABOUT = /\b(?:up to|about|around|nearly|almost|roughly|than|over|just|under) $/i;
const QUARTERS_OF_TIME =
  /\b(?:last|past|next|previous|preceding|trailing|first|final|recent|prior|straight|consecutive|other|the) $/i;

/** four quarters, "in the last three quarters": of a year, where three quarters of something are a share. */
function areOfYear(line: Line, from: number, end: number, count: number): boolean {
  if (count !== 3) return true;
  return line.slice(end, end + 4) !== ' of ' && QUARTERS_OF_TIME.test(line.slice(from - 14, from));
}

const HALF_OF_TIME =
  /\b(?:strong|weak|good|poor|tough|solid|difficult|challenging|opening|latter|final|current|next|this|last|another|each|other|second|first) $/i;

/** "another strong half, with": of a year or of a match, no share. */
function isHalfOfTime(line: Line, from: number, end: number): boolean {
  if (/^[ -](?:of|the|a|an|its|their|his|her|as|that|those|these|all)\b/.test(line.slice(end, end + 8))) return false;
  return HALF_OF_TIME.test(line.slice(from - 14, from));
}

/** "quarter million"; a quarter alone is three months. */
function quarterOf(line: Line, first: Word): Numeral | undefined {
  const part = partOf(line, first, 1);
  return part.share ? undefined : part;
}

/** "a third of", "a quarter less": a share, where "a third party" and "a quarter" of the year are none. */
function isShareOf(line: Line, end: number): boolean {
  const next = nextWord(line, end);
  return (
    next.text === '' ||
    /^(of|more|less|fewer|higher|lower|cheaper|in|from|on|to|by|since|over|this|last|than|faster|smaller|larger|bigger|hour|mile|million|billion|trillion|an|a|and)$/.test(
      next.text,
    )
  );
}

function withScales(line: Line, from: number, value: number): Numeral {
  let end = from;
  let total = value;
  for (let next = nextWord(line, end); SCALES.has(next.text) && next.text !== 'dozen'; next = nextWord(line, end)) {
    total *= SCALES.get(next.text)!;
    end = next.end;
  }
  return { ...blankNumeral(end, total), scaled: true };
}

function readVagueWords(line: Line, first: Word, approx: 'tens_of' | 'hundreds_of' | 'several'): Numeral | undefined {
  let end = first.end;
  let order: 'tens_of' | 'hundreds_of' | 'several' = approx;
  let scale = 1;
  for (;;) {
    const of = nextWord(line, end);
    const next = of.text === 'of' ? nextWord(line, of.end) : of;
    if (!VAGUE.has(next.text) && !(of.text === 'of' && SCALES.has(next.text))) break;
    end = next.end;
    scale *= SCALES.get(next.text.replace(/s$/, '')) ?? 1;
    if (first.text === 'tens' || first.text === 'dozens') order = 'tens_of';
  }
  // tens of, scores of; he scores twice.
  if (end === first.end && (first.text === 'tens' || (first.text === 'scores' && nextWord(line, end).text !== 'of')))
    return undefined;
  // Thousands may be two or twenty of them: no order to compare by, unlike tens of thousands.
  return { ...blankNumeral(end), approx: order, scaled: true, order: order === 'several' ? undefined : scale };
}

function severalOf(line: Line, first: Word): Numeral | undefined {
  const next = nextWord(line, first.end);
  const scale = SCALES.get(next.text);
  if (scale === undefined || scale < 100) return undefined;
  let end = next.end;
  let order = scale === 100 ? 1 : scale;
  for (let more = nextWord(line, end); SCALES.has(more.text); more = nextWord(line, end)) {
    order *= SCALES.get(more.text)!;
    end = more.end;
  }
  return { ...blankNumeral(end), approx: scale === 100 ? 'hundreds_of' : 'several', scaled: true, order };
}
