import type { Locale } from '../figures/languages/language';
import type { Source } from '../model/schema';

/** Characters of Japanese that neither GB 2312 nor Big5 has, so that no Chinese text is written with them. */
const JAPANESE_ONLY =
  /[両乗仏価働児円剤労単厳収営団囲図圏圧塁塩増壌売変奨嬢実対専巣帯帰庁広廃弾従応恵悩悪戦戻払抜択拝拠拡挙挿捜揺摂撃斉暦栄検様歩歳歴毎沢済渋渓満滝焼猟獣畳痩発県竜粛経継続総緑縄縦繊聴脳臓舗荘蔵薬覇覧訳謡譲転辺込逓酔釈鉄鉱銭鋳錬録関険隷雑霊頼駅騒験髪黒黙齢]/u;
/** So much of a text tells its language. */
const SAMPLE = 20_000;
/** Fewer kana than one in so many characters are a name in a Chinese text. */
const KANA_SHARE = 30;

/**
 * The language in which a passage of a source is read: what the source says of itself (CSL `language`), else what its
 * text and its title are written in. Undefined where each paragraph tells by its script, as one of English does.
 */
export function sourceLanguage(
  source: Pick<Source, 'language' | 'title'> | undefined,
  text: string,
  passage: string,
): Locale | undefined {
  // Latin letters tell for themselves, also in a Japanese source.
  if (isLatin(passage)) return undefined;
  const named = /^(ja|jpn|zh|zho|chi|cmn)\b/i.exec(source?.language ?? '')?.[1]?.toLowerCase();
  if (named !== undefined) return named.startsWith('j') ? 'ja' : 'zh';
  const sample = text.slice(0, SAMPLE);
  const kana = count(sample, /[\u3041-\u3096\u30a1-\u30fa]/g);
  if (kana > 0 && kana * KANA_SHARE >= count(sample, /\p{sc=Han}/gu)) return 'ja';
  if (kana > 0) return 'zh';
  return isJapanese(sample) || isJapanese(passage) || /[\u3041-\u30fa]/.test(source?.title ?? '') ? 'ja' : 'zh';
}

/** A name in Han characters does not make an English sentence Chinese. */
function isLatin(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const wide = count(sample, /[\p{sc=Han}\u3041-\u30fa]/gu);
  return wide === 0 || wide * 2 < count(sample, /[a-z]/gi);
}

function isJapanese(text: string): boolean {
  return JAPANESE_ONLY.test(text);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
