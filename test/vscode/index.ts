// Runs the suites inside an extension host, Node's or a web worker's alike: hence mocha's browser build in both.
import 'mocha/mocha.js';
import { createReporter } from './createReporter';
import { createRestorer } from './createRestorer';

/** What mocha's browser build leaves in the global scope. */
const scope = globalThis as unknown as { Mocha: typeof Mocha };

/** A suite file: its name, and what declares its tests. */
export type SuiteFile = readonly [name: string, load: () => void];

/** Runs all tests, each file in the workspace as it was at first. Rejects unless every test passed, which is how VS Code learns of it. */
export async function runSuites(files: readonly SuiteFile[], grep: string | undefined): Promise<void> {
  const mocha = new scope.Mocha({
    ui: 'bdd',
    // A busy machine is no error: what waits for the editor has time, and a second try, which the totals then name.
    timeout: 40_000,
    retries: 1,
    reporter: createReporter() as unknown as Mocha.ReporterConstructor,
    ...(grep ? { grep } : {}),
  });
  // The browser build's own `mocha` reads its options from a page's address, and a host has no page.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  const restore = await createRestorer();
  for (const [name, load] of files) {
    describe(name, () => {
      before(restore);
      load();
    });
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
