/**
 * Ways of writing one character that mean the same to a reader: full-width forms, the dashes and
 * minus signs, and the simplified and traditional kanji that stand in and beside numbers.
 */
const VARIANTS =
  "‐- ‑- −- ﹣- ﹘- 〜~ ∼~ ⁓~ ˜~ ’' ‘' ′' ＇' 亿億 萬万 點点 兩两 数数 數数 幾几 〇〇 零〇 圓元 圆元 歲岁 錢钱 銀银 幣币 臺台 灣湾 韓韩 盧卢 歐欧 鎊镑 萬万 戶户 戸户 輛辆 噸吨 釐厘 餘余 ﹒.";

const FOLD = buildFold();

function buildFold(): Uint16Array {
  const fold = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) fold[code] = code;
  // Full-width ASCII and its signs.
  for (let code = 0xff01; code <= 0xff5e; code++) fold[code] = code - 0xfee0;
  fold[0x3000] = 0x20;
  fold[0xffe1] = 0xa3;
  fold[0xffe5] = 0xa5;
  fold[0xffe6] = 0x20a9;
  fold[0xffe0] = 0xa2;
  for (const space of [0xa0, 0x2002, 0x2003, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f]) fold[space] = 0x20;
  for (const pair of VARIANTS.split(' ')) if (pair.length === 2) fold[pair.charCodeAt(0)] = pair.charCodeAt(1);
  return fold;
}

/** The plainest form of one UTF-16 code unit. One in, one out: offsets stay as they were. */
export function foldCode(code: number): number {
  return FOLD[code] ?? code;
}

/**
 * A text with every character in its plainest form (full-width to half-width, variant kanji to one
 * of them), letter case kept. The result has the length of the text, so an offset into one is an
 * offset into the other.
 */
export function foldCharacters(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const plain = foldCode(code);
    if (plain === code) continue;
    folded += text.slice(from, at) + String.fromCharCode(plain);
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}
