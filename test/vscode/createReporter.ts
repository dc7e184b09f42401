import { failureLine } from '../../scripts/failureLine.cjs';

/** Starts what a reporter says, to tell it from the many words of the host itself. */
export const reportMark = 'sourcemark-report ';
/** Starts the line with the totals as encoded JSON: on its way out a message may be cut into lines, or added to. */
export const totalsMark = 'sourcemark-totals ';

export type HostKind = 'node' | 'web';

export interface SuiteTotals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, and what failed once and was tried again: a line for each, with its whole title and why. */
  readonly failures: readonly string[];
  readonly retried: readonly string[];
  /** The host the suites found themselves in. */
  readonly host: HostKind;
}

/**
 * A mocha reporter whose every line goes through `console.log`: the one channel that leads out of every extension host.
 */
export function createReporter(): new (runner: Mocha.Runner) => object {
  return class {
    constructor(runner: Mocha.Runner) {
      // Only a web worker has no `process`.
      const host: HostKind = typeof process === 'undefined' ? 'web' : 'node';
      const totals = { passed: 0, failed: 0, skipped: 0, failures: [] as string[], retried: [] as string[], host };
      let depth = 0;
      // Each line bears the mark by itself: on its way out a message may be cut into lines.
      const say = (text: string) => {
        for (const line of text.split('\n')) console.log(reportMark + '  '.repeat(depth) + line);
      };
      runner.on('suite', (suite) => {
        if (suite.root) return;
        depth++;
        say(suite.title);
      });
      runner.on('suite end', (suite) => {
        if (!suite.root) depth--;
      });
      runner.on('pass', (test) => {
        totals.passed++;
        say(`  ✓ ${test.title} (${test.duration ?? 0} ms)`);
      });
      runner.on('pending', (test) => {
        totals.skipped++;
        say(`  - ${test.title}`);
      });
      runner.on('retry', (test, error) => {
        totals.retried.push(failureLine(test.fullTitle(), error));
        say(`  ↻ ${test.title}: ${error.message}`);
      });
      runner.on('fail', (test, error: Error & { actual?: unknown; expected?: unknown }) => {
        totals.failed++;
        totals.failures.push(failureLine(test.fullTitle(), error));
        say(`  ✗ ${test.fullTitle()}`);
        say((error.stack ?? String(error)).replace(/^/gm, '    '));
        if (!('expected' in error)) return;
        say(`    expected: ${JSON.stringify(error.expected)?.slice(0, 2000)}`);
        say(`    actual:   ${JSON.stringify(error.actual)?.slice(0, 2000)}`);
      });
      runner.on('end', () => console.log(totalsMark + encodeURIComponent(JSON.stringify(totals))));
    }
  };
}
