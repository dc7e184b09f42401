import type { Line } from '../scanning/line';

/** What makes 3日 and 5年 a length of time, not a date. */
const LENGTH_AFTER = new Set('間间ぶ連目以余弱強程ほ続後后前近が超足にか未も半わ天');
/** Words that begin with one of these behind a day: 21日未明, 13日続投を表明, 4日天皇陛下が. */
const LATER_WORD =
  /^(以[降来後前]|未[明成定]|前(後の|半|場|[橋原田夜]|首|大[統臣]|知事|市長|会長|社長|議|年|週|回)|後(半|場|[援継任楽藤]|期)|ほか|かけて|強[行化制調風豪盗い引]|続[投行報編発]|近[畿鉄代所隣江]|連[邦合立載行盟絡携]|目[黒白]|余[震罪波]|天[皇候気津草神文]|超(党派|過|大|電)|足[立利元]|半[導島旗田])/;

/** Whether what stands behind 日 or 年 makes the number before it a length of time: 3日間, 5年ぶり, 7日前. */
export function isLength(line: Line, at: number): boolean {
  return at < line.length &&
    LENGTH_AFTER.has(String.fromCharCode(line.codes[at]!)) &&
    !/^(に(?!わた)|も(?!あれ|かか|たて|続)|が|か[ら])/.test(line.slice(at, at + 4))
    ? !LATER_WORD.test(line.slice(at, at + 4))
    : /^(あまり|遅れ|遅[いかくめ]|早く|早め|早い|早か|早ま|減ら|増や|おき|ごと|ずつ|ほど|くらい|ぐらい|かけ|がかり|がけ|分[のをがはで]|以内|以上|ぶり|たって|間)/.test(
        line.slice(at, at + 4),
      );
}
