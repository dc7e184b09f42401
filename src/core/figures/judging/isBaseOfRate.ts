import type { Found } from '../scanning/scan';

const MEASURES: ReadonlySet<string> = new Set(['weight', 'volume', 'length', 'area', 'energy']);
const SUM =
  /^ *(約|およそ|平均|最大)?[\d,.〇一二三四五六七八九十百千]+ ?[万億]?[\d,.〇一二三四五六七八九十百千]*(円|ドル|ユーロ|元|ウォン|ポンド|銭|セント|ペンス)/;

/** 1株につき, 1ドル=, 1匹300円, 1日に3回, 5キロの平均価格, 1リットル中: what a price or a rate is given for. */
export function isBaseOfRate(found: Found, after: string): boolean {
  const { kind, max, value } = found;
  if (max !== undefined || found.approx !== 'exact') return false;
  const measured = MEASURES.has(kind);
  if (measured && (SUM.test(after) || /^(の(平均)?(小売|店頭)?(価格|値段)|中(の|に|\d))/.test(after))) return true;
  // 100万トークンにつき75ドル
  const per = /^ *につき/.exec(after);
  if (per !== null && SUM.test(after.slice(per[0].length))) return true;
  if (value !== 1) return kind === 'duration' && /^(降水量|降雪量|降雨量|雨量|に降る)/.test(after);
  if (
    /^ *(につき|ごと|毎に|=|の(雨|降水|降雪|格差)|は(いくら|何)|降水量|降雪量|雨量|平均|純?利益|純資産|配当)/.test(
      after,
    )
  )
    return true;
  // One euro bought 163.4 yen.
  if (kind === 'money')
    return (
      /^(は|が|＝)約?\d|^(可?[兑兌]|可换|折合|约合|等于)|^ (bought|buys|was worth|is worth|fetched|equals)\b/.test(
        after,
      ) || SUM.test(after)
    );
  if (kind !== 'count' && kind !== 'duration') return false;
  if (SUM.test(after)) return true;
  if (kind === 'duration' && /^[\d二三四五六七八九十百千]/.test(after)) return true;
  return (
    (kind === 'duration' || found.unit === 'person') &&
    /^に(約|およそ|平均|最大)?[\d二三四五六七八九十百千]/.test(after)
  );
}
