import type { Line } from '../scanning/line';

/** Words that are a verb or a number as well as half of another word: to double output, a double murder. */
const EITHER = /^(double|doubles|triple|triples|treble|quadruple)$/i;
const VERB_BEFORE =
  /\b(?:to|will|would|could|can|may|might|should|must|than|nearly|almost|about|roughly|is|was|were|are|not|even|just|around|they|we|did|does|do)(?: (?:almost|nearly|about|roughly|more than|at least))? $/i;
const MEASURE_AFTER =
  /^(?:[.,;:)?!\n]|$| (?:the|its|their|his|her|our|your|what|that|those|these|this|last|to|in|over|by|as (?:much|many|high|likely|large|long|fast)|from|since|within|between|every|year|at|on|for|amid|after|despite|and|or|production|output|capacity|revenues?|sales|spending|profits?|prices?|investment|exports?|imports?)\b)/;
/** double murder, a double bed, men's doubles, doubles as a bedroom, doubled down on. */
const OTHER_AFTER =
  /^[ -](?:down|up|back|as an? |act|agents?|bass|bed|beds|bedrooms?|bill|bind|blow|bogey|bonus|check|cream|cross|deckers?|door|doors|doses?|down|dutch|entendre|espresso|exposure|fault|faults|feature|figures?|glazing|gold|header|homicide|jabbed|jeopardy|jump|jumper|jab|life|lives|lock|medal|medallist|murders?|murderer|negative|olympic|over in|play|plays|room|rooms|shooting|standards?|stabbing|take|tap|taxation|team|threat|time|tragedy|trouble|vaccinated|vision|whammy|winner|world|yellow|[A-Z])/;
const DOUBLES_BEFORE = /\b(?:mixed|men's|women's|boys'|girls'|ladies'|gentlemen's|the|singles|body|in) $/i;

/** Whether a word such as double, doubled, triples tells of a multiple where it stands. */
export function isFold(line: Line, start: number, end: number): boolean {
  const word = line.slice(start, end);
  const after = line.slice(end, end + 14);
  if (OTHER_AFTER.test(after)) return false;
  if (!EITHER.test(word)) return true;
  const before = line.slice(start - 24, start);
  if (/s$/i.test(word) && DOUBLES_BEFORE.test(before)) return false;
  return VERB_BEFORE.test(before) || MEASURE_AFTER.test(after);
}
