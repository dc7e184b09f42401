export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed: its whole title, and the first line of why. */
  readonly failures: readonly string[];
  /** What failed once and was tried again: its whole title, and the first line of why. */
  readonly retried: readonly string[];
}

export const none: Totals = { passed: 0, failed: 0, skipped: 0, failures: [], retried: [] };

export function oneFailure(said: string): Totals {
  return { ...none, failed: 1, failures: [said] };
}

export function addTotals(a: Totals, b: Totals): Totals {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
    retried: [...a.retried, ...b.retried],
  };
}

/** The line that machines read: alone on its line, at the end. */
export function toLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
