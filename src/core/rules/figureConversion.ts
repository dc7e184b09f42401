import type { Figure } from '../figures/figure';
import { type MessageArgument, message } from '../model/message';
import type { ArticleRule } from './rule';

/**
 * What one US dollar has been worth at the extremes of 1999–2025 (ECB euro reference rates, crossed
 * through the dollar), widened by a tenth. A conversion outside of it cannot be right in any year.
 */
const perDollar: Readonly<Record<string, readonly [number, number]>> = {
  USD: [1, 1],
  JPY: [68, 178],
  EUR: [0.56, 1.33],
  GBP: [0.43, 1.03],
  CNY: [5.4, 9.1],
  TWD: [24, 39],
  KRW: [810, 1730],
  HKD: [7, 8.65],
  INR: [35, 97],
  CAD: [0.81, 1.78],
  AUD: [0.81, 2.3],
  CHF: [0.65, 1.98],
  SGD: [1.07, 2.05],
};

/** How far a stated conversion may be from the team's own rate: rounding and a few days of market. */
const CONFIG_TOLERANCE = 0.15;
/** The most characters between the two amounts: 「(約」 and the like. */
const MAX_GAP = 12;

/** 100億ドル(約1.5兆円): the rate that follows from the two amounts must be possible. */
export const figureConversion: ArticleRule = {
  id: 'figure/conversion',
  level: 'warning',
  scope: 'article',
  *check({ path, text, figures }, workspace) {
    if (text === undefined) return;
    for (let i = 1; i < figures.length; i++) {
      const from = figures[i - 1]!;
      const to = figures[i]!;
      if (!isConversion(text, from, to)) continue;
      const rate = to.quantity.value! / from.quantity.value!;
      const band = possibleRates(from.quantity.unit!, to.quantity.unit!, workspace.config.rates ?? []);
      if (!band || (rate >= band[0] && rate <= band[1])) continue;
      yield {
        file: path,
        range: { start: from.start, end: to.end },
        message: message('“{from}” is given as “{to}”: that would be {rate} for {one}, which cannot be right.', {
          from: text.slice(from.start, from.end),
          to: text.slice(to.start, to.end),
          rate: sum(Number(rate.toPrecision(3)), to.quantity.unit!),
          one: sum(1, from.quantity.unit!),
        }),
        data: { article: path },
      };
    }
  },
};

function sum(value: number, unit: string): MessageArgument {
  return { kind: 'money', quantity: { value, unit, approx: 'exact' } };
}

function isConversion(text: string, from: Figure, to: Figure): boolean {
  if (from.kind !== 'money' || to.kind !== 'money' || from.quantity.unit === to.quantity.unit) return false;
  if (!from.quantity.value || !to.quantity.value || !from.quantity.unit || !to.quantity.unit) return false;
  const between = text.slice(from.end, to.start);
  return between.length <= MAX_GAP && /^[^()（）\n]{0,4}[(（][^()（）\n]*$/.test(between);
}

function possibleRates(
  from: string,
  to: string,
  rates: readonly { readonly from: string; readonly to: string; readonly rate: number }[],
): readonly [number, number] | undefined {
  // Several rates of one pair are of several dates; the article may speak of any of them.
  const stated = rates.flatMap((rate) =>
    rate.from === from && rate.to === to ? [rate.rate] : rate.from === to && rate.to === from ? [1 / rate.rate] : [],
  );
  if (stated.length > 0)
    return [Math.min(...stated) * (1 - CONFIG_TOLERANCE), Math.max(...stated) * (1 + CONFIG_TOLERANCE)];
  const one = perDollar[from];
  const other = perDollar[to];
  return one && other ? [other[0] / one[1], other[1] / one[0]] : undefined;
}
