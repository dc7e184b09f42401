import { foldCharacters } from '../../text/foldCharacters';
import type { Language } from '../languages/language';

/** The words of a list of a language (separated by `|`), folded; Chinese ones in traditional characters too. */
export function wordsOf(language: Language, list: string): string[] {
  const simple = words(list);
  return language.locale === 'zh' ? [...new Set([...simple, ...simple.map(toTraditional)])] : simple;
}

/** The words of a list, folded. */
export function words(list: string): string[] {
  return list === ''
    ? []
    : plain(list)
        .split('|')
        .filter((word) => word !== '');
}

/** Characters of Chinese unit and counter words that Taiwan and Hong Kong write otherwise, and that the fold leaves alone. */
const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  '后後 周週 间間 时時 过過 达達 约約 个個 纪紀 钟鐘 点點 倍倍 总總 预預 计計 测測 高高 级級 种種 类類 条條 张張 场場 间間 层層 单單 辆輛 吨噸 岁歲 亩畝 顷頃 码碼 里里 尔爾 华華 摄攝 将將 们們 员員 单單 双雙 宗宗 趟趟 届屆 厘釐 无無 为為 于於 达達 跃躍 续續'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
);

function toTraditional(word: string): string {
  return [...word].map((character) => TRADITIONAL.get(character) ?? character).join('');
}

/** A word in the plainest form of its characters. */
export function plain(word: string): string {
  return foldCharacters(word);
}
