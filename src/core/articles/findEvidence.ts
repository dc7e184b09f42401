import { type Comparison, isAgreement } from '../figures/compareQuantities';
import { compareStated } from '../figures/compareStated';
import type { Figure } from '../figures/figure';
import { recognizeFigures } from '../figures/recognizeFigures';
import { type Way, wayOf } from '../figures/wayOf';
import type { Range } from '../text/range';
import { sentences } from '../text/sentences';
import { sourceLanguage } from './sourceLanguage';

/** A sentence of a source, and how its best figure stands to the ones that need a source. */
export interface Evidence {
  readonly range: Range;
  readonly text: string;
  /** Undefined where the sentence holds no figure of that kind. */
  readonly figure: Figure | undefined;
  readonly comparison: Comparison | undefined;
  /** Whether it holds one of the numbers, of something that cannot be compared: 3200人 and 3,200 jobs. */
  readonly hasNumber: boolean;
}

/**
 * The sentences of a source's text, those first that hold a figure agreeing with one of `figures`: equal,
 * then rounded and the like, then slips, then the same number of something else, then any other figure, then the rest in the order of the text.
 * Of equally good sentences the one with more agreeing figures comes first.
 */
export function findEvidence(sourceText: string, figures: readonly Figure[]): Evidence[] {
  const wanted = figures.filter(({ kind }) => kind !== 'other');
  const locale = sourceLanguage(undefined, sourceText, sourceText);
  const found = recognizeFigures(sourceText, locale ? { locale } : {});
  let at = 0;
  const evidence = sentences(sourceText).flatMap((range) => {
    const text = sourceText.slice(range.start, range.end);
    // The rule of a table, or a row of stars, says nothing.
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    while (at < found.length && found[at]!.end <= range.start) at++;
    let best: { figure: Figure; comparison: Comparison } | undefined;
    let score = 0;
    let hasNumber = false;
    for (let i = at; i < found.length && found[i]!.start < range.end; i++) {
      const figure = found[i]!;
      hasNumber ||= wanted.some((one) => isSameNumber(one, figure));
      const comparison = bestComparison(wanted, figure, wayOf(sourceText, figure.start, figure.end));
      if (!comparison) continue;
      score += isAgreement(comparison.status) ? 1 : 0;
      if (!best || rankOf(comparison) > rankOf(best.comparison)) best = { figure, comparison };
    }
    return [{ range, text, figure: best?.figure, comparison: best?.comparison, hasNumber, score }];
  });
  return evidence
    .sort((a, b) => rankOfSentence(b) - rankOfSentence(a) || b.score - a.score || a.range.start - b.range.start)
    .map(({ score: _, ...rest }) => rest);
}

function bestComparison(wanted: readonly Figure[], figure: Figure, way: Way): Comparison | undefined {
  let best: Comparison | undefined;
  for (const { quantity } of wanted) {
    const { comparison } = compareStated({ quantity }, { quantity: figure.quantity, way });
    if (!best || rankOf(comparison) > rankOf(best)) best = comparison;
  }
  return best;
}

function isSameNumber({ quantity: one }: Figure, { quantity: other }: Figure): boolean {
  return one.value !== undefined && one.value === other.value && one.max === other.max;
}

function rankOfSentence({ comparison, hasNumber }: Evidence): number {
  return Math.max(rankOf(comparison), hasNumber ? 2 : 0);
}

function rankOf(comparison: Comparison | undefined): number {
  if (!comparison) return 0;
  if (comparison.status === 'equal') return 5;
  if (isAgreement(comparison.status)) return 4;
  if (comparison.status === 'slip') return 3;
  return comparison.status === 'notComparable' ? 0 : 1;
}
