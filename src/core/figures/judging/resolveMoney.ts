import type { Found, MoneyHint } from '../scanning/scan';
import type { Tables } from '../scanning/tables';

/** What a text says of its currencies: how often each was named, by the group whose bare name it may share. */
export type MoneyCounts = Map<string, number>;

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  dollar: ['AUD', 'CAD', 'SGD', 'HKD', 'TWD', 'NZD', 'BSD', 'FJD', 'JMD', 'BND'],
  yuan: ['TWD', 'CNY', 'HKD'],
  yen: ['JPY', 'CNY'],
};

const YUAN: ReadonlySet<string> = new Set(GROUPS.yuan);

/** Of each group its currencies with the keys of their counts, which are wanted for every bare sum of a text. */
const COUNTED: Readonly<Record<string, readonly Counted[]>> = Object.fromEntries(
  Object.entries(GROUPS).map(([group, codes]) => [
    group,
    codes.map((code) => ({ code, sum: `sum ${code}`, named: `${group} ${code}` })),
  ]),
);

interface Counted {
  readonly code: string;
  readonly sum: string;
  readonly named: string;
}

/** Adds what one line says: places it names, and sums in currencies that are named in full. */
export function countMoney(counts: MoneyCounts, hints: readonly MoneyHint[], found: readonly Found[], by = 1): void {
  for (const hint of hints) add(counts, `${hint.group} ${hint.code}`, by);
  for (const figure of found) {
    if (figure.kind === 'money' && figure.loose === undefined && figure.unit !== undefined)
      add(counts, sumKey(figure.unit), by);
    // 新台币 without a sum says as much as a place does.
    else if (
      figure.kind === 'other' &&
      figure.unit !== undefined &&
      figure.loose === undefined &&
      YUAN.has(figure.unit)
    )
      add(counts, `yuan ${figure.unit}`, by);
  }
}

/**
 * The currency a bare 元, $ or ¥ means: what its own line says, then what the text says most, then
 * what the language means by it. A bare dollar is another country's only where the text gives sums
 * in that currency, names the country, and gives none in US dollars.
 */
export function resolveMoney(
  loose: string,
  unit: string,
  local: MoneyCounts,
  whole: MoneyCounts,
  tables: Tables,
): string {
  if (loose === 'dollar') return resolveDollar(whole) ?? unit;
  const group = COUNTED[loose];
  if (group === undefined) return unit;
  const base = tables.language.money[loose] ?? unit;
  return strongest(group, local) ?? strongest(group, whole) ?? base;
}

/** What a text as a whole makes of bare names of money; as long as it stays, what was resolved by it stays. */
export function moneyKey(whole: MoneyCounts): string {
  if (whole.size === 0) return '';
  return `${resolveDollar(whole)} ${strongest(COUNTED.yuan!, whole)} ${strongest(COUNTED.yen!, whole)}`;
}

function resolveDollar(whole: MoneyCounts): string | undefined {
  if ((whole.get('sum USD') ?? 0) > 0) return undefined;
  let best: string | undefined;
  let most = 0;
  for (const { code, sum, named } of COUNTED.dollar!) {
    const sums = whole.get(sum) ?? 0;
    const names = sums > 0 ? (whole.get(named) ?? 0) : 0;
    const weight = sums > 0 && names > 0 ? sums + names : 0;
    if (weight > most && weight > (whole.get('dollar USD') ?? 0)) {
      most = weight;
      best = code;
    }
  }
  return best;
}

function strongest(group: readonly Counted[], counts: MoneyCounts): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const { code, sum, named } of group) {
    const weight = (counts.get(named) ?? 0) + (counts.get(sum) ?? 0);
    if (weight > most) {
      most = weight;
      best = code;
    } else if (weight === most && weight > 0) {
      best = undefined;
    }
  }
  return best;
}

/** Keys are kept: one is wanted for every sum of a text. */
const sumKeys = new Map<string, string>();

function sumKey(unit: string): string {
  const known = sumKeys.get(unit);
  if (known !== undefined) return known;
  const key = `sum ${unit}`;
  sumKeys.set(unit, key);
  return key;
}

function add(counts: MoneyCounts, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
