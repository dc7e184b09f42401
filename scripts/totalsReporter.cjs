// Mocha's dots, whose totals the runner of all parts can read: it names a file for them in SOURCEMARK_TOTALS.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

const { SOURCEMARK_REPORTER: style = 'Dot', SOURCEMARK_TOTALS: file } = process.env;

module.exports = function TotalsReporter(runner, options) {
  const reporter = new reporters[style](runner, options);
  runner.once('end', () => {
    const { passes, failures, pending } = runner.stats;
    if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
  });
  return reporter;
};
