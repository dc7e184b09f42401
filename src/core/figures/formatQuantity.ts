import { currencyWithCode } from './currencies';
import type { FigureKind, Quantity } from './figure';
import { unitNameIn } from './unitNames';

/** How much several, tens and hundreds of something are at least. */
const ORDERS: Partial<Readonly<Record<Quantity['approx'], number>>> = { several: 1, tens_of: 10, hundreds_of: 100 };

/** The vague ones are worded with their order, above. */
const APPROXIMATIONS: Readonly<Record<Quantity['approx'], { readonly en: string; readonly ja: string }>> = {
  exact: { en: '{}', ja: '{}' },
  about: { en: 'about {}', ja: '約{}' },
  over: { en: 'more than {}', ja: '{}超' },
  under: { en: 'less than {}', ja: '{}未満' },
  at_least: { en: 'at least {}', ja: '{}以上' },
  up_to: { en: 'up to {}', ja: '最大{}' },
  estimate: { en: '{} (estimate)', ja: '{}（予測）' },
  several: { en: '{}', ja: '{}' },
  tens_of: { en: '{}', ja: '{}' },
  hundreds_of: { en: '{}', ja: '{}' },
};

/**
 * A short reading of a quantity for a person: `14.3 billion US dollars`, 143億米ドル. Japanese for a language
 * tag that begins with `ja`, English for any other. Numbers keep at most ten significant digits. The kind
 * tells an age and a year of the calendar from a length of time.
 */
export function formatQuantity(quantity: Quantity, kind: FigureKind | undefined, language: string): string {
  const inJapanese = language.startsWith('ja');
  const read = withoutEndlessShares(quantity);
  const { value, approx } = read;
  if (value === undefined && kind === 'date') return inJapanese ? '日付' : 'a date';
  // An identifier, or a unit that stands alone.
  if (value === undefined && ORDERS[approx] === undefined) return inJapanese ? '数量ではない' : 'no quantity';
  if (value === undefined) return inJapanese ? vagueInJapanese(quantity) : vagueInEnglish(quantity);
  const named = inJapanese ? inJapaneseWords(read, value, kind) : inEnglishWords(read, value, kind);
  return APPROXIMATIONS[approx][inJapanese ? 'ja' : 'en'].replace('{}', () => named);
}

function inEnglishWords({ max, unit }: Quantity, value: number, kind: FigureKind | undefined): string {
  if (kind === 'year') return `the year ${yearsOf(value, max)}`;
  if (kind === 'ordinal') return max === undefined ? `no. ${value}` : `nos. ${value}–${max}`;
  if (kind === 'score') return `${englishNumber(value)} to ${englishNumber(max ?? 0)}`;
  const amount = max === undefined ? englishNumber(value) : englishRange(value, max);
  const named = withUnit(amount, unit, value === 1 && max === undefined, false);
  return kind === 'age' ? `${named} old` : named;
}

function inJapaneseWords({ max, unit }: Quantity, value: number, kind: FigureKind | undefined): string {
  if (kind === 'year') return `${yearsOf(value, max)}年`;
  if (kind === 'score') return `${japaneseNumber(value)}対${japaneseNumber(max ?? 0)}`;
  const amount = max === undefined ? japaneseNumber(value) : `${japaneseNumber(value)}〜${japaneseNumber(max)}`;
  if (kind === 'age') return `${amount}歳`;
  return withUnit(amount, unit, false, true);
}

function yearsOf(value: number, max: number | undefined): string {
  return max === undefined ? String(value) : `${value}–${max}`;
}

/** 数十億ドル is “several billion US dollars”: ten hundred-millions have a name of their own in English. */
function vagueInEnglish({ approx, scale = 1, unit }: Quantity): string {
  const base = (ORDERS[approx] ?? 1) * scale;
  const [size, name] = ENGLISH_SCALES.find(([least]) => base >= least) ?? (base >= 1000 ? [1000, 'thousand'] : [1, '']);
  const order = base / size;
  const amount =
    order >= 100
      ? `hundreds of ${name && `${name}s of`}`
      : order >= 10
        ? `tens of ${name && `${name}s of`}`
        : `several ${name}`;
  return withUnit(amount.trim(), unit, false, false);
}

function vagueInJapanese({ approx, scale = 1, unit }: Quantity): string {
  const order = approx === 'tens_of' ? '数十' : approx === 'hundreds_of' ? '数百' : '数';
  const amount =
    scale === 1
      ? ''
      : japaneseNumber(scale)
          .replace(/^1(?=[万億兆])/, '')
          .replace('1,000', '千');
  return withUnit(order + amount, unit, false, true);
}

function withUnit(amount: string, unit: string | undefined, single: boolean, inJapanese: boolean): string {
  if (unit === undefined) return amount;
  if (unit === '%') return `${amount}%`;
  if (unit === 'year' && !inJapanese) return `${amount} ${single ? 'year' : 'years'}`.trim();
  const currency = currencyWithCode(unit);
  if (currency)
    return inJapanese ? `${amount}${firstOf(currency.ja)}` : `${amount} ${plural(firstOf(currency.en), single)}`.trim();
  const name = unitNameIn(unit, inJapanese ? 'ja' : 'en', single);
  return inJapanese ? `${amount}${name}` : `${amount} ${name}`.trim();
}

function firstOf(surfaces: string): string {
  return surfaces.split('|')[0] ?? surfaces;
}

/** Yen, yuan, won, baht and the like stay as they are; most others take an s. */
function plural(name: string, single: boolean): string {
  return single || /(?:yen|yuan|won|baht|rand|rupiah|ringgit|dong|real|s)$/i.test(name) ? name : `${name}s`;
}

const ENGLISH_SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

function englishNumber(value: number): string {
  for (const [scale, name] of ENGLISH_SCALES) {
    if (Math.abs(value) < scale) continue;
    return `${digits(value / scale, 'en-US')} ${name}`;
  }
  return digits(value, 'en-US');
}

/** 66–72 billion: the word that both ends share is said once. */
function englishRange(value: number, max: number): string {
  const [from, to] = [englishNumber(value), englishNumber(max)];
  const [, scale] = to.split(' ');
  return scale !== undefined && from.endsWith(` ${scale}`)
    ? `${from.slice(0, -scale.length - 1)}–${to}`
    : `${from}–${to}`;
}

const JAPANESE_SCALES: readonly (readonly [number, string])[] = [
  [1e12, '兆'],
  [1e8, '億'],
  [1e4, '万'],
];

/** 14030000000 is 140億3000万, as Japanese newspapers write it. */
function japaneseNumber(value: number): string {
  let rest = Math.abs(value);
  if (rest < 1e4 || rest >= 1e16 || !Number.isInteger(rest)) return digits(value, 'ja-JP');
  let text = value < 0 ? '−' : '';
  for (const [scale, name] of JAPANESE_SCALES) {
    const count = Math.floor(rest / scale);
    if (count > 0) text += `${count}${name}`;
    rest -= count * scale;
  }
  return rest > 0 ? text + String(rest) : text;
}

function digits(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 10 }).format(value);
}

/** 3分の1 is 33.33 per cent: nobody has written the digits that go on without an end, so nobody misses them. */
function withoutEndlessShares(quantity: Quantity): Quantity {
  if (quantity.unit !== '%') return quantity;
  const { value, max } = quantity;
  return {
    ...quantity,
    ...(value !== undefined && { value: cut(value) }),
    ...(max !== undefined && { max: cut(max) }),
  };
}

function cut(share: number): number {
  const isEndless = Math.abs(share - Number(share.toPrecision(10))) > Math.abs(share) * 1e-14;
  return isEndless ? Number(share.toPrecision(4)) : share;
}
