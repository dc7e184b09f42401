import { isCjk, isDigit, isHan, isKatakana, isLetter, SPACE } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';
import { capitalBefore, isTitle } from './labels';

const REACH = 24;
/** Nouns that make 2025年 a part of a title: 2025年世界平和指数, 2024年パリ五輪. */
const EDITIONS =
  /^([一-龯々ァ-ヶー・A-Za-z0-9 ]{0,14}?)(指数|大会|五輪|オリンピック|パラリンピック|万博|博覧会|杯|カップ|賞|祭|フェス|版|モデル|展|選手権|ランキング|サミット|白書|世界大会|国勢調査|カタログ|アワード|シリーズ|リーグ|議定書|協定|危機|問題|ショック|事件)/;
const PERIODS =
  /^(時点|度|末|初|春|夏|秋|冬|頃|前半|後半|上半|下半|上期|下期|以降|以来|以前|現在|当時|比|中|通期|実績|予想|間|内|から|まで|代|半ば|上旬|元日|年末|年初|早)/;
/** A heading or a closing line that only asks: its year dates nothing. */
const ASKS = /(かどうか|だろうか|でしょうか|のだろう|のか)/;

/** Whether a year dates what is said, and names no event, edition or picture. */
export function isDating(scan: Scan, found: Found): boolean {
  const { line } = scan;
  const { codes } = line;
  const after = line.slice(found.end, found.end + REACH);
  const bare = isDigit(codes[found.end - 1]);
  if (bare) {
    // Expo 2025, 文化祭2025, 2026 World Cup.
    const before = codes[found.start - 1];
    if (found.start > 0 && (isHan(before) || isKatakana(before) || isLetter(before))) return false;
    if (isTitle(scan, found) || before === 0xa9 || before === 0x5f) return false;
    const lead = line.slice(found.start - 12, found.start);
    if (
      /(©|copyright|class of|\(c\)) ?$|(quarter|half)( of)? $/i.test(lead) ||
      (found.start === 0 && codes[found.end] === 0x3a)
    )
      return false;
    if (isCjk(codes[found.end]) && !isHan(codes[found.end])) return before === 0x28;
    if (before === SPACE && capitalBefore(scan, found.start - 1)) return false;
    if (
      /^ ([A-Z][A-Za-z]+ )*(World|Cup|Olympics?|Games|Summit|Championships?|Awards?|Expo|Tour|Grand|Election|Census|Act|Report|Index|Paralympics?|Open|Edition|Ford|Toyota|Honda|Tesla)/.test(
        after,
      )
    )
      return false;
  } else if (isTitle(scan, found)) {
    return false;
  } else if (codes[found.start - 1] === 0x28 && /^ ?(ロイター|AFP|AP|共同|時事|EPA|Getty)/.test(after)) {
    // (2025年 ロイター/…): whose picture it is.
    return false;
  } else if (!PERIODS.test(after) && EDITIONS.test(after)) {
    return false;
  }
  return !isQuestion(scan, found);
}

/** A heading that only asks, or a sentence that leaves open whether: nothing in it is dated for certain. */
function isQuestion(scan: Scan, found: Found): boolean {
  const { line } = scan;
  const { codes, length } = line;
  let end = found.end;
  while (end < length && end < found.end + 120 && codes[end] !== 0x3002 && codes[end] !== 0x3f && codes[end] !== 0x21)
    end++;
  const rest = line.slice(found.end, end);
  if (ASKS.test(rest)) return true;
  if (codes[end] !== 0x3f) return false;
  // Only a heading: the question is the whole line.
  for (let at = end + 1; at < length; at++) if (codes[at]! > SPACE && codes[at] !== 0x29) return false;
  for (let at = found.start - 1; at >= 0 && at > found.start - 120; at--) {
    if (codes[at] === 0x3002 || (codes[at] === 0x2e && codes[at + 1] === SPACE)) return false;
  }
  return true;
}
