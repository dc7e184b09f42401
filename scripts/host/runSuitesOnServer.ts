import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { HostKind, SuiteTotals } from '../../test/vscode/createReporter';
import { eventually } from '../../test/vscode/eventually';
import { createReport } from './createReport';
import { endOnSignal } from './endOnSignal';
import { freshWorkspace, makeFolder } from './freshCopy';
import type { InstalledServer } from './installServer';
import { launchBrowser } from './launchBrowser';
import { quietSettings, webHostSettings } from './settings';
import { mountSmallDisk } from './smallDisk';
import { stageExtension } from './stageExtension';
import { startServer } from './startServer';
import type { Totals } from './totals';
import { workbenchAddress } from './workbenchAddress';

export interface SuiteRun {
  /** Path of the bundle that `bundleSuites` made. */
  readonly bundle: string;
  readonly host: HostKind;
  /** The folders whose copies the suites get; a window with several is another kind of window. */
  readonly folders: readonly string[];
}

const minutes = 8;
/** The report and the end come by different ways, and may arrive in either order. */
const millisecondsForReport = 5000;

/** Runs the suites in an extension host of VS Code's server; a headless browser shows its workbench. */
export async function runSuitesOnServer(installed: InstalledServer, run: SuiteRun): Promise<Totals> {
  endOnSignal();
  const dataFolder = makeFolder('server');
  const extension = path.join(dataFolder, 'extension');
  stageExtension(extension);
  // VS Code runs tests in the host of the extension whose folder they lie in.
  const tests = path.join(extension, path.basename(run.bundle));
  copyFileSync(run.bundle, tests);
  const browser = await launchBrowser(console.log);
  const settings = { ...quietSettings, ...(run.host === 'web' ? webHostSettings : {}) };
  const server = await startServer(installed, { dataFolder, settings, testDriver: true });
  const report = createReport(run.bundle);
  let totals: SuiteTotals | undefined;
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise<string>((resolve) => {
      void page.exposeFunction('codeAutomationExit', () => resolve('The suites ended without a report.'));
      setTimeout(() => resolve(`The suites did not end within ${minutes} minutes.`), minutes * 60_000).unref();
      page.once('crash', () => resolve('The page crashed.'));
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      totals = report.read(args.join(' ')) ?? totals;
    });
    const { opened, copies } = freshWorkspace(run.folders);
    for (const copy of copies.slice(0, 1)) mountSmallDisk(copy);
    await page.goto(workbenchAddress({ server: server.address, workspace: opened, extension, tests }));
    const reason = await ended;
    await eventually(() => totals !== undefined, millisecondsForReport).catch(() => undefined);
    return report.judge(reason, totals, run.host);
  } finally {
    await browser.close();
    await server.stop();
  }
}
