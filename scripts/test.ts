// Runs every check of the project, or the parts that are named: npm test -- --help
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSuites } from './host/bundleSuites';
import { type Desktop, findDesktops } from './host/findDesktop';
import { installServer } from './host/installServer';
import { runSuitesOnDesktop } from './host/runSuitesOnDesktop';
import { runSuitesOnServer, type SuiteRun } from './host/runSuitesOnServer';
import { runProgram, SetupError } from './host/setupError';
import { addTotals, none, oneFailure, type Totals, toLine } from './host/totals';

const help = `npm test -- [parts] [options]
  parts: lint types build core node cli vscode workbench (all of them, in this order)
    vscode     the suites of test/vscode in the extension hosts of a real VS Code
    workbench  the user-interface tests of test/workbench, in Chromium
  --grep WORDS       only tests whose title matches
  --host node|web    only this extension host, for vscode
  --current          only today's VS Code, not the oldest that package.json promises, for vscode

SOURCEMARK_DESKTOP=0 does without a desktop VS Code, 1 demands one; SOURCEMARK_BROWSER names a Chromium.
`;

/** The folders of test/vscode, and what each of their windows has open. */
const windows = [
  { suites: 'suites', folders: ['examples/newsroom'] },
  { suites: 'multiRoot', folders: ['examples/newsroom', 'test/fixtures/bureau'] },
] as const;

interface Outcome {
  readonly totals: Totals;
  /** The VS Codes it ran on. */
  readonly versions?: readonly string[];
}

interface Options {
  readonly grep: string | undefined;
  readonly hosts: readonly SuiteRun['host'][];
  readonly current: boolean;
}

const parts: Readonly<Record<string, (options: Options) => Outcome | Promise<Outcome>>> = {
  lint: () => step('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  types: () => {
    const compiler = 'node_modules/typescript/bin/tsc';
    const outcomes = [
      ['-p', 'src/core', '--noEmit'],
      ['-p', 'tsconfig.json'],
    ].map((args) => step('types', [compiler, ...args]));
    return { totals: outcomes.map(({ totals }) => totals).reduce(addTotals) };
  },
  build: () => step('build', ['esbuild.mjs']),
  core: (options) => unitTests('test/core', options),
  // Many processes, disks and git: a second try is named above the totals. `npm run stress` gives none.
  node: (options) => unitTests('test/node', options, ['--retries', '1']),
  cli: (options) => unitTests('test/cli', options, ['--retries', '1']),
  vscode: suites,
  workbench: (options) =>
    unitTests('test/workbench', options, ['--timeout', '90000', '--retries', '1', '--exit'], 'Spec'),
};

void runProgram(async () => {
  const { names, options } = readOptions();
  const rows: { name: string; outcome: Outcome; seconds: number }[] = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const start = Date.now();
    const outcome = await runPart(name, options);
    rows.push({ name, outcome, seconds: (Date.now() - start) / 1000 });
  }
  console.log('');
  for (const { name, outcome, seconds } of rows) {
    const on = outcome.versions?.length ? `  on VS Code ${outcome.versions.join(', ')}` : '';
    const { passed, failed } = outcome.totals;
    const said = isStep(name) ? (failed === 0 ? 'ok' : 'failed') : toLine(outcome.totals);
    console.log(
      `${failed > 0 || (passed === 0 && !isStep(name)) ? '✗' : '✓'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${said}${on}`,
    );
  }
  const totals = rows.map(({ outcome }) => outcome.totals).reduce(addTotals, none);
  for (const said of totals.retried) console.log(`↻ ${said}`);
  for (const said of totals.failures) console.log(`✗ ${said}`);
  console.log(`\n${toLine(totals)}`);
  return totals.failed > 0 || (totals.passed === 0 && !names.every(isStep)) ? 1 : 0;
});

function readOptions(): { names: readonly string[]; options: Options } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        grep: { type: 'string' },
        host: { type: 'string' },
        current: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    const unknown = positionals.find((name) => !Object.hasOwn(parts, name));
    if (unknown !== undefined) throw new Error(`${unknown} is not a part`);
    const { host, grep, current } = values;
    if (host !== undefined && host !== 'node' && host !== 'web') throw new Error(`${host} is neither node nor web`);
    const names = positionals.length > 0 ? positionals : Object.keys(parts);
    return { names, options: { grep, current, hosts: host ? [host] : ['node', 'web'] } };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}. See: npm test -- --help`);
  }
}

/** A part that breaks counts as one failure, so that the others still run and the totals come last. */
async function runPart(name: string, options: Options): Promise<Outcome> {
  try {
    return await (parts[name] as (typeof parts)[string])(options);
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    return { totals: oneFailure(`${name}: ${(error as Error).message.split('\n', 1)[0]}`) };
  }
}

/** Lint, types and build have nothing to count but their failure. */
function isStep(name: string): boolean {
  return ['lint', 'types', 'build'].includes(name);
}

function step(name: string, args: readonly string[]): Outcome {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  return { totals: status === 0 ? none : oneFailure(name) };
}

function unitTests(folder: string, { grep }: Options, mochaOptions: readonly string[] = [], reporter = 'Dot'): Outcome {
  const file = path.resolve('out', `totals.${path.basename(folder)}.json`);
  mkdirSync('out', { recursive: true });
  rmSync(file, { force: true });
  const args = ['scripts/bundleTests.mjs', folder, ...mochaOptions, ...(grep ? ['--grep', grep] : [])];
  const env = { ...process.env, SOURCEMARK_TOTALS: file, SOURCEMARK_REPORTER: reporter };
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  const totals = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Totals) : none;
  // Mocha may also fail outside of any test: a bundle that does not load, a process that crashed.
  const crashed = status !== 0 && totals.failed === 0;
  return { totals: crashed ? addTotals(totals, oneFailure(`${folder} ended with ${status}.`)) : totals };
}

async function suites({ grep, hosts, current }: Options): Promise<Outcome> {
  const bundles = await Promise.all(windows.map(({ suites }) => bundleSuites(suites, grep)));
  const desktops = await findDesktops(console.log);
  let totals = none;
  const versions: string[] = [];
  const run = async (version: string, start: (run: SuiteRun) => Promise<Totals>) => {
    versions.push(version);
    for (const host of hosts) {
      for (const [index, { suites, folders }] of windows.entries()) {
        const window = `VS Code ${version}, ${host} extension host, ${suites}`;
        const open = async () => {
          console.log(`\n${window}`);
          const result = await start({ bundle: bundles[index] as string, host, folders }).catch((error: Error) => {
            if (error instanceof SetupError) throw error;
            console.error(error);
            return oneFailure(error.message);
          });
          const ran = result.passed + result.failed > 0 || grep !== undefined;
          return naming(window, ran ? result : addTotals(result, oneFailure('No test ran.')));
        };
        const first = await open();
        // A window in which nothing passed is most likely one that did not open.
        const isOpen = first.passed > 0 || first.failed === 0;
        totals = addTotals(totals, isOpen ? first : addTotals({ ...none, retried: first.failures }, await open()));
      }
    }
  };
  if (desktops.length > 0) {
    for (const desktop of current ? desktops.slice(-1) : desktops) {
      await run(`${desktop.version} (desktop)`, (suite) => runSuitesOnDesktop(desktop as Desktop, suite));
    }
  } else {
    for (const release of current ? (['current'] as const) : (['minimum', 'current'] as const)) {
      const installed = installServer(release, console.log);
      await run(`${installed.version} (server)`, (suite) => runSuitesOnServer(installed, suite));
    }
  }
  return { totals, versions };
}

/** The totals of a window, whose lists say which window it was. */
function naming(window: string, totals: Totals): Totals {
  const named = (lines: readonly string[]) => lines.map((line) => `${window}: ${line}`);
  return { ...totals, failures: named(totals.failures), retried: named(totals.retried) };
}
