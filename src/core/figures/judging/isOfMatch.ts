import type { Found, Scan } from '../scanning/scan';

const INNINGS = 15;
const BASEBALL = /投手|安打|本塁打|打者|登板|満塁|[一二三]塁|適時打|マウンド|三振|失点/;

/** 男子100メートル, 混合400メートル: a race. 前半34分, 延長10回, 7回途中: when in a match. */
export function isOfMatch({ line }: Scan, { start, kind, unit, value }: Found, before: string, after: string): boolean {
  if (unit === 'occurrence') {
    if (/延長$/.test(before) || /^(表|裏|途中|コールド|先頭|無死|[一二1-2]死)/.test(after)) return true;
    // 7回に満塁本塁打: an inning, in a text of baseball.
    return (
      value! <= INNINGS && /^に(?![わ渡及達上増減\d])/.test(after) && BASEBALL.test(line.slice(start - 60, start + 60))
    );
  }
  // 北緯25度40分
  if (kind === 'duration' && (unit === 'minute' || unit === 'second') && /[緯経]\d{1,3}度$/.test(before)) return true;
  if (kind === 'length') return /(男子|女子|混合|陸上|競泳)の?$/.test(before);
  return kind === 'duration' && unit === 'minute' && /(前半|後半|[^間]延長|[^間]延長[前後]半|追加タイム)$/.test(before);
}
