import type { Scan } from '../scanning/scan';
import type { Amount } from './readAmount';

/** Words that say of the number behind them that it is an age. */
export const AGED =
  /\b((?:aged?|ages)(?: just| only|(?: \d{1,3}(?:,|,? and))*)|(?:at |by |from |until |since |before )?the age of|(?:average|median|mean) age (?:is|was|of|at|rose to|fell to|stands at)|(?:left school|left home|retired|married|died) at|, (?:then|now|both)|between the ages of|ages of|an? (?:man|woman|boy|girl|teenager|pensioner|student) of|(children|kids|adults|people|those|anyone|everyone|women|men|girls|boys|pupils) (aged|under|over|younger than|older than)) $/i;
const TURNED = /\b(he|she|who) (is|was|turned|turns) (only |just )?$/i;
/** dropped out of college at 19, became a grandmother at 36: what is done once in a life. */
const ONCE =
  /\b(?:dropped out|graduated|(?:co-?)?founded|retired|married|died|orphaned|widowed|debuted|emigrated|enrolled|enlisted|diagnosed|gave birth|turned pro(?:fessional)?|became an? (?!record)|became the (?:youngest|oldest)|(?:started|began|launched|set up|built) (?:the|a|an|his|her|their|its)(?: own)?(?: first)? (?:company|business|firm|start-?up|charity|band|label|career|shop|blog|app|website|site))\b[^.;:0-9]{0,60} at (?:just |only )?$/i;
/** started Scale at just 19: only of an age is it said that someone did something so early. */
const EARLY =
  /\b(?:started|began|launched|joined|created|built|left|won|made|met|moved|signed|wrote|released)\b[^.;:0-9]{0,60} at (?:just|only) $/i;
const ENDS = /^(?:[.,;)\n]|$| (?:and|when|while|with|to|after|from|by|in|for|but|before|following|as)\b)/;
/** By 17, he was working. */
const HE = /^, (?:he|she) /;
const MARKET = /\b(?:trading|shares?|stocks?|index|price|session|bidding|seeds?|odds|rate)\b/i;
const LIFE_REACH = 100;

/** Whether a number without a unit is an age, by the words around it in English. */
export function isAged({ line }: Scan, { start, end, value, numeral }: Amount): boolean {
  if (value === undefined || value >= 120 || numeral.decimals > 0) return false;
  const near = line.slice(start - 44, start);
  if (
    value > 4 &&
    (/\((?:now|then) $/.test(near) || (/(?:^|[.!?] )By $/.test(near) && HE.test(line.slice(end, end + 6))))
  )
    return true;
  if (AGED.test(near) || (value > 4 && TURNED.test(near))) return true;
  if (!/ at (just |only )?$/.test(near) || value < 5 || value > 105) return false;
  const before = line.slice(start - LIFE_REACH, start);
  return (ONCE.test(before) || EARLY.test(before)) && !MARKET.test(near) && ENDS.test(line.slice(end, end + 11));
}
