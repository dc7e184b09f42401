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
  '后後 周週 间間 时時 过過 达達 约約 个個 纪紀 钟鐘 点點 倍倍 总總 预預 计計 测測 高高 级級 种種 类類 条條 张張 场場 间間 层層 单單 辆輛 吨噸 岁歲 亩畝 顷頃 码碼 里里 尔爾 华華 摄攝 将將 们們 员員 单單 双雙 宗宗 趟趟 届屆 厘釐 无無 为為 于於 达達 跃躍 续續 处處 栋棟 县縣 头頭 颗顆 对對 项項 笔筆 则則 块塊 发發 国國 门門 题題 页頁 枪槍 盏盞 区區 镇鎮 乡鄉 党黨 车車 组組 队隊 节節 课課 剂劑 针針 团團 学學 业業 专專 议議 记記 资資 东東 师師 选選 问問 阶階 战戰 关關 键鍵 标標 骤驟 维維 择擇 号號 趋趨 势勢 实實 训訓 优優 档檔 满滿 铢銖 长長 军軍 职職 岗崗 构構 机機 导導 弹彈 电電 样樣 药藥 医醫 铜銅 奖獎 证證 书書 报報 园園 馆館 厂廠 线線 铁鐵 轮輪 盘盤 只隻'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
);

function toTraditional(word: string): string {
  // 點 is read as 点 again: what the fold knows stays in its plainest form.
  return plain([...word].map((character) => TRADITIONAL.get(character) ?? character).join(''));
}

/** A word in the plainest form of its characters. */
export function plain(word: string): string {
  return foldCharacters(word);
}
