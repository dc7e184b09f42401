import { currencyWithCode } from './currencies';
import type { FigureKind, Quantity } from './figure';
import { unitNameIn } from './unitNames';

const APPROXIMATIONS: Readonly<Record<Quantity['approx'], { readonly en: string; readonly ja: string }>> = {
  exact: { en: '{}', ja: '{}' },
  about: { en: 'about {}', ja: '約{}' },
  over: { en: 'more than {}', ja: '{}超' },
  under: { en: 'less than {}', ja: '{}未満' },
  at_least: { en: 'at least {}', ja: '{}以上' },
  up_to: { en: 'up to {}', ja: '最大{}' },
  estimate: { en: '{} (estimate)', ja: '{}（予測）' },
  several: { en: 'several {}', ja: '数{}' },
  tens_of: { en: 'tens of {}', ja: '数十{}' },
  hundreds_of: { en: 'hundreds of {}', ja: '数百{}' },
};

/**
 * A short reading of a quantity for a person: `14.3 billion US dollars`, 143億米ドル. Japanese for a language
 * tag that begins with `ja`, English for any other. Numbers keep at most ten significant digits.
 */
export function formatQuantity(quantity: Quantity, _kind: FigureKind | undefined, language: string): string {
  const inJapanese = language.startsWith('ja');
  const number = inJapanese ? japaneseNumber : englishNumber;
  const { value, max, unit, approx, scale } = quantity;
  const amount =
    value === undefined
      ? vagueAmount(scale, inJapanese)
      : max === undefined
        ? number(value)
        : rangeOf(value, max, number);
  const named = withUnit(amount, unit, value === 1 && max === undefined, inJapanese);
  return APPROXIMATIONS[approx][inJapanese ? 'ja' : 'en'].replace('{}', () => named);
}

function rangeOf(value: number, max: number, number: (value: number) => string): string {
  return `${number(value)}–${number(max)}`;
}

function vagueAmount(scale: number | undefined, inJapanese: boolean): string {
  if (scale === undefined || scale === 1) return '';
  if (inJapanese) return japaneseNumber(scale).replace(/^1(?=[千万億兆])/, '');
  return englishNumber(scale).replace(/^1 (?=[a-z])/, '');
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
