import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SuiteTotals } from '../../test/vscode/createReporter';
import { createReport } from './createReport';
import type { Desktop } from './findDesktop';
import { freshWorkspace, makeFolder } from './freshCopy';
import type { SuiteRun } from './runSuitesOnServer';
import { quietSettings } from './settings';
import { mountSmallDisk } from './smallDisk';
import type { Totals } from './totals';

const minutes = 8;

/** Runs the suites in an extension host of a desktop VS Code. */
export async function runSuitesOnDesktop(desktop: Desktop, run: SuiteRun): Promise<Totals> {
  const dataFolder = makeFolder('desktop');
  const userFolder = path.join(dataFolder, 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(path.join(userFolder, 'settings.json'), JSON.stringify(quietSettings));
  const { opened, copies } = freshWorkspace(run.folders);
  for (const copy of copies.slice(0, 1)) mountSmallDisk(copy);
  const child = spawn(
    desktop.executable,
    [
      opened,
      `--extensionDevelopmentPath=${process.cwd()}`,
      `--extensionTestsPath=${run.bundle}`,
      ...(run.host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      `--user-data-dir=${dataFolder}`,
      `--extensions-dir=${path.join(dataFolder, 'extensions')}`,
      ...['--no-sandbox', '--disable-gpu', '--disable-updates', '--disable-workspace-trust', '--wait'],
      ...['--skip-welcome', '--skip-release-notes', '--disable-telemetry', '--disable-extensions'],
    ],
    // Started from a terminal inside VS Code, it would otherwise take itself for a plain Node.
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const report = createReport(run.bundle);
  let totals: SuiteTotals | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      totals = report.read(line) ?? totals;
    });
  }
  const late = setTimeout(() => child.kill(), minutes * 60_000);
  const reason = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${desktop.executable} did not start: ${error.message}.`));
    child.once('close', () => resolve('The suites ended without a report.'));
  });
  clearTimeout(late);
  return report.judge(reason, totals, run.host);
}
