// Runs the suites inside an extension host, Node's or a web worker's alike: hence mocha's browser build in both.
import 'mocha/mocha.js';
import { createReporter } from './createReporter';

declare const globalThis: { Mocha: typeof Mocha };

/** Runs what `load` declares. Rejects unless every test passed, which is how VS Code learns of it. */
export async function runSuites(load: () => void, grep: string | undefined): Promise<void> {
  const mocha = new globalThis.Mocha({
    ui: 'bdd',
    timeout: 20_000,
    reporter: createReporter() as unknown as Mocha.ReporterConstructor,
    ...(grep ? { grep } : {}),
  });
  // The browser build's own `mocha` reads its options from a page's address, and a host has no page.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
