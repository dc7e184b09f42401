// Properties try the same cases in every run, so that what fails is the change's doing. SOURCEMARK_RUNS=5000 tries
// that many others, to find what nobody thought of.
const fc = require('fast-check');

const runs = process.env.SOURCEMARK_RUNS;
fc.configureGlobal(runs ? { numRuns: Number(runs) } : { seed: 143 });
