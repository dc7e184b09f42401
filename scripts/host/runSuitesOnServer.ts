import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { createReport } from './createReport';
import { freshCopy, makeFolder } from './freshCopy';
import type { InstalledServer } from './installServer';
import { launchBrowser } from './launchBrowser';
import { quietSettings, webHostSettings } from './settings';
import { stageExtension } from './stageExtension';
import { startServer } from './startServer';
import { none, type Totals } from './totals';
import { workbenchAddress } from './workbenchAddress';

export type ExtensionHost = 'node' | 'web';

export interface SuiteRun {
  /** Path of the bundle that `bundleSuites` made. */
  readonly bundle: string;
  readonly host: ExtensionHost;
  /** The workspace whose copy the suites get. */
  readonly workspace: string;
}

const minutes = 5;

/** Runs the suites in an extension host of VS Code's server; a headless browser shows its workbench. */
export async function runSuitesOnServer(installed: InstalledServer, run: SuiteRun): Promise<Totals> {
  const dataFolder = makeFolder('server');
  const extension = path.join(dataFolder, 'extension');
  stageExtension(extension, 'copy');
  // VS Code runs tests in the host of the extension whose folder they lie in.
  const tests = path.join(extension, path.basename(run.bundle));
  copyFileSync(run.bundle, tests);
  const browser = await launchBrowser(console.log);
  const settings = { ...quietSettings, ...(run.host === 'web' ? webHostSettings : {}) };
  const server = await startServer(installed, { dataFolder, settings, testDriver: true });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const address = { server: server.address, workspace: freshCopy(run.workspace) };
    const report = createReport(run.bundle);
    let totals: Totals | undefined;
    const ended = new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`the suites did not end within ${minutes} minutes`)),
        minutes * 60_000,
      );
      const end = () => {
        clearTimeout(late);
        resolve();
      };
      void page.exposeFunction('codeAutomationExit', end);
      page.once('crash', () => reject(new Error('the page crashed')));
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      totals = report.read(args.join(' ')) ?? totals;
    });
    await page.goto(workbenchAddress({ ...address, extension, tests }));
    await ended;
    if (totals) return totals;
    console.log(`The suites did not report. The host's last words:\n${report.lastWords()}`);
    return { ...none, failed: 1 };
  } finally {
    await browser.close();
    await server.stop();
  }
}
