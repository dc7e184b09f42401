import type { Found, Scan } from '../scanning/scan';
import type { Amount } from './readAmount';

/** What moves from one number to another, before the first of the two. */
export const CHANGE_BEFORE =
  /(rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|grew|grow|grown|growing|increase|increased|increases|increasing|decrease|decreased|up|down|cut|cuts|raise|raised|raising|climbed|climb|jumped|dropped|drop|declined|declining|decline|went|moved|lifted|slashed|trimmed|reduced|swelled|shrank|shrunk|expanded|widened|narrowed|slid|surged|plunged|slipped|edged|lowered|boosted|doubled|tripled|changed|gone|revised|improved|slowed|accelerated|ballooned|swung|dipped|advanced|crept|tumbled|soared|eased|extended|shifted|upgraded|downgraded|quadrupled|it|them|shares|prices)( sharply| slightly| steadily| further| again)?( by [^.;:]{1,20},)? from $/i;
const REACH = 40;

const COMPARED_WITH =
  /\b(?:(?:up|down|higher|lower|rising|increase|decrease|drop|fall|rise) (?:sharply |slightly )?from|compared with|compared to|versus|against) (?:just |only |about |around |some |nearly |almost |more than |fewer than )?$/i;
const EARLIER =
  /^ (?:a (?:year|month|week|quarter|decade) (?:ago|earlier|before)|last (?:year|month|week|season)|the (?:year|month|week|season|previous|prior) |previously|earlier|before|in (?:the )?(?:\d{4}|[A-Z][a-z]+))/;

/** cut from 165 to 75: two numbers that a sentence tells without a unit, as one became the other. */
export function isChange({ line, found }: Scan, { start, end, numeral }: Amount): boolean {
  if (numeral.digits < 2) return false;
  const from = line.slice(start - 5, start) === 'from ';
  if (from && CHANGE_BEFORE.test(line.slice(start - REACH, start)) && /^ to \d{2}/.test(line.slice(end, end + 6)))
    return true;
  const last = found.at(-1);
  return (
    last?.kind === 'number' &&
    line.slice(last.end, start) === ' to ' &&
    CHANGE_BEFORE.test(line.slice(last.start - REACH, last.start))
  );
}

/** 532 arrests, up from 474 a year ago: what was counted before is counted again. */
export function isCompared({ line, found }: Scan, { start, end, value, numeral }: Amount): Found | undefined {
  if (numeral.decimals > 0 || value === undefined || value < 2) return undefined;
  const last = found.at(-1);
  if (last?.kind !== 'count' || last.value === undefined || last.end < start - 2 * REACH) return undefined;
  if (!COMPARED_WITH.test(line.slice(start - REACH, start)) || !EARLIER.test(line.slice(end, end + 20)))
    return undefined;
  return last;
}
