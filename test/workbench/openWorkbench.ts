import { type Browser, errors } from 'playwright-core';
import { endOnSignal } from '../../scripts/host/endOnSignal';
import { freshWorkspace, makeFolder } from '../../scripts/host/freshCopy';
import { installServer, type ServerRelease } from '../../scripts/host/installServer';
import { launchBrowser } from '../../scripts/host/launchBrowser';
import { quietSettings, webHostSettings } from '../../scripts/host/settings';
import { installCopy } from '../../scripts/host/stageExtension';
import { type Locale, startServer } from '../../scripts/host/startServer';
import { workbenchAddress } from '../../scripts/host/workbenchAddress';
import { Workbench } from './workbench';

export type ThemeName = keyof typeof themes;

export interface WorkbenchOptions {
  /** The folder to show a copy of, or several. */
  readonly workspace?: string | readonly string[] | undefined;
  /** Language of Sourcemark's interface; VS Code's own stays English. */
  readonly locale?: Locale | undefined;
  readonly theme?: ThemeName | undefined;
  /** `false` opens the workspace in Restricted Mode. */
  readonly trusted?: boolean | undefined;
  /** Where Sourcemark runs: in Node, or in a web worker as on vscode.dev. */
  readonly host?: 'node' | 'web' | undefined;
  /** User settings beyond those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly release?: ServerRelease | undefined;
  /** What the browser says it is: VS Code takes the keys of the system named there. */
  readonly userAgent?: string | undefined;
  /** Puts the extension where the server looks for installed ones; by default a copy of the build. */
  readonly install?: ((dataFolder: string) => void) | undefined;
}

const size = { width: 1280, height: 800 };
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
  contrastLight: 'Default High Contrast Light',
} as const;

/** Opens a copy of a workspace in a VS Code of its own, with the built extension installed as people have it. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  endOnSignal();
  const dataFolder = makeFolder('server');
  (options.install ?? installCopy)(dataFolder);
  const { workspace = 'examples/newsroom' } = options;
  const { opened: shown, copies } = freshWorkspace(typeof workspace === 'string' ? [workspace] : workspace);
  const server = await startServer(installServer(options.release ?? 'current', console.log), {
    dataFolder,
    locale: options.locale,
    trusted: options.trusted,
    settings: {
      ...quietSettings,
      'workbench.colorTheme': themes[options.theme ?? 'light'],
      // Tests wait for what appears, not for a caret that blinks or a hover that hesitates.
      'editor.cursorBlinking': 'solid',
      'editor.hover.delay': 100,
      ...(options.host === 'web' ? webHostSettings : {}),
      ...options.settings,
    },
  });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser(console.log);
    // Playwright would take the language of the machine's user; the server speaks the one it was started with.
    const locale = options.locale === 'ja' ? 'ja-JP' : 'en-US';
    const { userAgent } = options;
    const context = await browser.newContext({ viewport: size, locale, ...(userAgent && { userAgent }) });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address });
    const page = await context.newPage();
    const opened = browser;
    const workbench = new Workbench(page, copies, dataFolder, async () => {
      await opened.close();
      await server.stop();
    });
    await openFolders(workbench, workbenchAddress({ server: server.address, workspace: shown }));
    return workbench;
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}

/** VS Code now and then opens a workspace file and none of its folders; opened once more, it has them. */
async function openFolders(workbench: Workbench, address: string): Promise<void> {
  for (const timeout of [20_000, 20_000]) {
    await workbench.page.goto(address);
    try {
      await workbench.waitForExplorer(timeout);
      return;
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
    }
  }
  await workbench.page.goto(address);
  await workbench.waitForExplorer();
}
