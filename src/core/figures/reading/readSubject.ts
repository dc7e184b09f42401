import { SPACE } from '../scanning/characters';
import { lastFound } from '../scanning/lastFound';
import type { Scan } from '../scanning/scan';
import { type Amount, become } from './readAmount';

const PLURAL_VERB = /^ (?:were|are|have|had|remain|remained)\b/;
/** A clause begins here, or what stands before the number only says how exact it is. */
const BEGINS =
  /(?:^|[.,;:"(\u2014\u2013\n]|\b(?:and|but|while|whom|which|that|said|or)) ?(?:(?:only|just|about|some|around|nearly|almost|roughly|over|another|all|more than|fewer than|up to|at least|as many as) )*$/i;
const OF_PEOPLE =
  /^ (?:were|are|have|had|remain|remained) (?:at|in|on|from|inside|with|women|men|children|adults|girls|boys|civilians|minors|students|foreign|still|now|known|believed|thought|under)\b/;
/** This time there are 650. */
const THERE =
  /\bthere (?:are|were|have been|had been|will be|remain) (?:now |still |only |just |about |around |some |nearly |almost |over |more than |at least )*$/i;
const REACH = 160;

/**
 * About 750 were at the camp; of these, 711 were shot down; only three remain. A number that is the subject of a verb in
 * the plural counts what the last count before it counts, or people. A number behind a name goes on with the name
 * (Llama 3 and 4 are …).
 */
export function readSubject(scan: Scan, amount: Amount): boolean {
  const { line, found } = scan;
  const { start, end, value, numeral } = amount;
  if (value === undefined || value < 2 || numeral.decimals > 0 || numeral.share || amount.max !== undefined)
    return false;
  const there = THERE.test(line.slice(start - 40, start));
  if (!there && (line.codes[end] !== SPACE || !PLURAL_VERB.test(line.slice(end, end + 10)))) return false;
  const last = found.at(-1);
  if (last !== undefined && last.kind === 'other' && last.end > start - 8) return false;
  if (!there && !BEGINS.test(line.slice(start - 30, start))) return false;
  const counted = lastFound(scan, 'count', start, REACH);
  become(amount, 'count', counted?.unit ?? (OF_PEOPLE.test(line.slice(end, end + 24)) ? 'person' : 'unit'));
  return true;
}
