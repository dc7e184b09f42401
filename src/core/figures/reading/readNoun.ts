import { isDigit, isLetter, isLower, SPACE } from '../scanning/characters';
import type { Line } from '../scanning/line';
import { wordAt } from './readWords';

const HYPHEN = 0x2d;

/** A counted noun behind a number in English. */
export interface Noun {
  /** Place after it. */
  readonly end: number;
  /** The unit it makes: `unit` unless the tables know it. */
  readonly word: string;
  /** It follows the number at once, so it belongs to the figure. */
  readonly direct: boolean;
  /** The number may be in the unit that the noun is: seven straight months, six of the 30 points. */
  readonly measured: boolean;
}

/** Verbs in the singular that are plural nouns right behind a number above one: 180 runs, 12 wins, five calls. */
const COUNTABLE = new Set('runs wins hits calls plans stands leads starts series species'.split(' '));
const NO_NOUNS = new Set(
  'pays is was has does this its his hers as yes us plus thus less across versus always perhaps besides sometimes previous various famous serious says minus during towards afterwards earlier later ago more fewer nears rises falls adds makes gives shows means takes comes goes gets keeps remains seems needs wants costs rose stands plans leads buys sells ends starts opens closes hits wins loses runs sees calls uses tells follows includes represents yards less series news species than who which that begins continues happens appears requires lets brings allows believes thinks knows feels becomes exists expects tries seeks proves occurs arrives departs applies signals indicates suggests reflects separates denotes equals implies'.split(
    ' ',
  ),
);
/** Words that end the search: a noun behind one of these is not what was counted. */
const STOPS = new Set(
  'in on at of to from for by with and or but if as than that which who whose when while after before since until is are was were be been being has have had do does did will would can could may might must shall should a an the this these those his her its their our my your it he she they we i not no so then there here into onto over under per each versus against between among through during without within about because though although where what how why said says saying also already again ago out up down off back away'.split(
    ' ',
  ),
);
const COLLECTIVE = new Set(
  'crew staff police family sports sales arms goods customs savings news measles diabetes women men rights'.split(' '),
);
const IRREGULAR = new Set(
  'people men women children feet police troops staff cattle fish sheep crew personnel aircraft spacecraft helicopters teeth geese mice criteria phenomena media data'.split(
    ' ',
  ),
);

const MEN =
  /^(school|grand)children$|^(fire|police|gun|fisher|business|service|crew|tribes|congress|sales|crafts|country)(wo)?men$/;

/** Words between a number and a noun that also looks like a verb: five home runs, 12 straight wins. */
const COUNTED_PAST = /^(home|straight|consecutive|successive|league|away|career|earned|more|other|test|major|cup)$/;
/** The F-35 in "two F-35 jets", the 500-pound in "six 500-pound bombs", the H100 in "10,000 H100 chips". */
const LONGEST_TOKEN = 24;
/** Words and parts of words that are looked at for one number. */
const LOOKS = 6;

/**
 * The plural noun a number counts: at once behind it (employees, hospitals), or past one or two
 * other words (new jobs, sawn-off shotguns, F-35 jets, Labour MPs). Undefined where none is found.
 */
export function nounAfter(line: Line, from: number): Noun | undefined {
  const { codes } = line;
  let at = from;
  let measured = false;
  let countable = true;
  for (let passed = 0, looked = 0; passed < 3 && looked < LOOKS; passed++, looked++) {
    if (codes[at] !== SPACE && codes[at] !== 0x0a && !(passed > 0 && codes[at] === HYPHEN)) return undefined;
    const joined = codes[at] === HYPHEN;
    at++;
    const token = tokenEnd(codes, at);
    if (token > at) {
      countable = false;
      at = token;
      continue;
    }
    if (!isLetter(codes[at])) return undefined;
    const { text, end } = wordAt(line, at);
    const lower = isLower(codes[at]);
    const acronym = !isLower(codes[at + 1]) && end - at > 2 && codes[end - 1] === 0x73;
    if ((isPlural(text) || acronym || (countable && COUNTABLE.has(text))) && (lower || acronym || passed < 2)) {
      const second = COLLECTIVE.has(text) && codes[end] === SPACE ? wordAt(line, end + 1) : undefined;
      const compound = second !== undefined && isPlural(second.text) ? second : undefined;
      return { end: compound?.end ?? end, word: compound?.text ?? text, direct: passed === 0, measured };
    }
    countable = COUNTED_PAST.test(text);
    if (/^(straight|consecutive|successive|full|more|additional|extra)$/.test(text)) measured = true;
    // by-elections begin with no stop.
    if ((!joined && codes[end] !== HYPHEN && STOPS.has(text)) || (!lower && passed > 1)) return undefined;
    at = end;
    // sawn-off shotguns: both halves are one word.
    if (joined && passed > 0) passed--;
    if (codes[at] === 0x27) return undefined;
  }
  return undefined;
}

/** The end of a word with a digit in it, or the place itself. A year or a sum begins something else. */
function tokenEnd(codes: Uint16Array, at: number): number {
  // two £20 notes
  const sign = codes[at] === 0x24 || codes[at] === 0xa3 || codes[at] === 0x20ac;
  let end = sign ? at + 1 : at;
  let digits = 0;
  let letters = sign ? 1 : 0;
  while (end < at + LONGEST_TOKEN) {
    if (isDigit(codes[end])) digits++;
    else if (isLetter(codes[end])) letters++;
    else if (!((codes[end] === HYPHEN || codes[end] === 0x2e) && end > at)) break;
    end++;
  }
  return digits > 0 && letters > 0 && codes[end] === SPACE ? end : at;
}

const PART_OF =
  /^ of (?:(?:(?:the|its|their|his|her|our|my|those|these) )(?:(?:last|past|first|next|previous|top|original|latest|remaining) )?(?:(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozen) )?|(?:\d[\d,]*|three|four|five|six|seven|eight|nine|ten|eleven|twelve) )(?=[a-z])/;
/** page 12 of the report, game 7 of the finals: a number that counts nothing. */
const NUMBERS =
  /\b(?:part|page|line|article|section|day|week|month|game|match|stage|phase|lap|level|paragraph|clause|chapter|round|season|episode|act|scene|row|hole|number|title|volume|item|point|rule|step|book|verse|zone|group|mile|grade|year|route|seat|room|floor|hour|minute|version|tier|category|class|type|table|figure|slide|question|leg|test|race|heat|pool|set|end) $/i;

/** eight of their last 10 games, three of the suspects: part of what the noun behind "of" counts. */
export function nounOf(line: Line, start: number, from: number): Noun | undefined {
  const of = PART_OF.exec(line.slice(from, from + 48));
  if (of === null || NUMBERS.test(line.slice(start - 12, start))) return undefined;
  const noun = nounAfter(line, from + of[0].length - 1);
  return noun === undefined ? undefined : { ...noun, direct: false, measured: true };
}

function isPlural(word: string): boolean {
  if (IRREGULAR.has(word) || MEN.test(word)) return true;
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('ous') || word.endsWith('us'))
    return word === 'cows' || word === 'eggs' || word === 'cars' || word === 'jobs';
  return !NO_NOUNS.has(word);
}
