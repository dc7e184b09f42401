// Mocha's dots or list, and the totals in a file for the runner of all parts, which names it in SOURCEMARK_TOTALS.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');
const { failureLine } = require('./failureLine.cjs');

const { SOURCEMARK_REPORTER: style = 'Dot', SOURCEMARK_TOTALS: file } = process.env;

module.exports = function TotalsReporter(runner, options) {
  const reporter = new reporters[style](runner, options);
  const failures = [];
  const retried = [];
  runner.on('fail', (test, error) => failures.push(failureLine(test.fullTitle(), error)));
  runner.on('retry', (test, error) => retried.push(failureLine(test.fullTitle(), error)));
  runner.once('end', () => {
    const { passes, failures: failed, pending } = runner.stats;
    if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed, skipped: pending, failures, retried }));
  });
  return reporter;
};
