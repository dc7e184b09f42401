import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './setupError';

const wellKnown: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Path of a Chromium on this machine, or of the one that `SOURCEMARK_BROWSER` names. */
export function findBrowser(): string | undefined {
  const chosen = process.env.SOURCEMARK_BROWSER;
  if (chosen) return chosen;
  return [...(wellKnown[process.platform] ?? []), ...names.flatMap(onPath)].find((file) => existsSync(file));
}

/** Finds a browser, or installs Debian's and the glyphs for Japanese pictures where this process may. */
export function installBrowser(say: (message: string) => void): string {
  const wanted = [...(findBrowser() ? [] : ['chromium']), ...(hasJapaneseGlyphs() ? [] : ['fonts-noto-cjk'])];
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get').length > 0;
  if (wanted.length > 0 && mayInstall) {
    say(`Installing ${wanted.join(' and ')} with apt-get …`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...wanted]]) {
      const result = spawnSync('apt-get', ['--quiet', ...args], { env: environment, encoding: 'utf8' });
      if (result.status === 0) continue;
      const reason = `${result.stdout}${result.stderr}`.trim();
      throw new SetupError(
        `apt-get could not install ${wanted.join(' and ')}; do it by hand, then run this again:\n${reason}`,
      );
    }
  }
  const browser = findBrowser();
  if (browser) return browser;
  throw new SetupError(
    'No Chromium, Chrome or Edge was found: install one (on Debian, as root: apt-get install chromium fonts-noto-cjk), or set SOURCEMARK_BROWSER to its path.',
  );
}

/** Elsewhere than on Linux the system brings them. */
function hasJapaneseGlyphs(): boolean {
  if (process.platform !== 'linux') return true;
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts'].filter((folder) => existsSync(folder));
  return folders.some((folder) =>
    readdirSync(folder, { recursive: true }).some((file) => /CJK|ipag|ipaex|takao|vl-gothic/i.test(String(file))),
  );
}

/** The places of a program on the PATH, best first. */
export function onPath(name: string): readonly string[] {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .filter((file) => existsSync(file));
}
