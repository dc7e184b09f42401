import type { Amount } from './readAmount';
import type { Scan } from './scan';

/** What moves from one number to another, before the first of the two. */
export const CHANGE_BEFORE =
  /(rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|grew|grow|grown|growing|increase|increased|increases|increasing|decrease|decreased|up|down|cut|cuts|raise|raised|raising|climbed|climb|jumped|dropped|drop|declined|declining|decline|went|moved|lifted|slashed|trimmed|reduced|swelled|shrank|shrunk|expanded|widened|narrowed|slid|surged|plunged|slipped|edged|lowered|boosted|doubled|tripled|changed|gone|revised|improved|slowed|accelerated|ballooned|swung|dipped|advanced|crept|tumbled|soared|eased|extended|shifted|upgraded|downgraded|quadrupled|it|them|shares|prices)( sharply| slightly| steadily| further| again)? from $/i;
const REACH = 40;

/** cut from 165 to 75: two numbers that a sentence tells without a unit, as one became the other. */
export function isChange({ line, found }: Scan, { start, end, numeral }: Amount): boolean {
  if (numeral.digits < 2) return false;
  if (CHANGE_BEFORE.test(line.slice(start - REACH, start)) && /^ to \d{2}/.test(line.slice(end, end + 6))) return true;
  const last = found.at(-1);
  return (
    last?.kind === 'number' &&
    line.slice(last.end, start) === ' to ' &&
    CHANGE_BEFORE.test(line.slice(last.start - REACH, last.start))
  );
}
