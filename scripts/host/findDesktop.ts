import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { onPath } from './findBrowser';
import { SetupError } from './setupError';

export interface Desktop {
  /** Path of the program itself, not of the `code` script. */
  readonly executable: string;
  readonly version: string;
}

const millisecondsToAnswer = 10_000;

/**
 * The desktop VS Codes to test on: the oldest that `engines.vscode` promises and today's, downloaded; else the one that
 * is installed; else none. `SOURCEMARK_DESKTOP` is 0 for none and 1 for "this must work".
 */
export async function findDesktops(say: (message: string) => void): Promise<readonly Desktop[]> {
  const wish = process.env.SOURCEMARK_DESKTOP;
  if (wish === '0') return [];
  const { platform, env } = process;
  if (wish !== '1' && platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    say('Desktop VS Code: not used, since there is no display (xvfb-run gives one).');
    return [];
  }
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { vscode: string } };
  const desktops: Desktop[] = [];
  for (const version of [engines.vscode.replace('^', ''), 'stable']) {
    try {
      say(`Desktop VS Code ${version}: looking for it, downloading it if need be …`);
      const executable = await downloadAndUnzipVSCode({
        version,
        timeout: millisecondsToAnswer,
        reporter: new SilentReporter(),
      });
      desktops.push({ executable, version });
    } catch (error) {
      say(`Desktop VS Code ${version}: not to be had (${(error as Error).message}).`);
      break;
    }
  }
  if (desktops.length > 0) return desktops;
  const installed = findInstalled();
  if (!installed && wish === '1')
    throw new SetupError('SOURCEMARK_DESKTOP is 1, but no desktop VS Code could be downloaded and none is installed.');
  return installed ? [installed] : [];
}

function findInstalled(): Desktop | undefined {
  const [script] = onPath('code');
  if (!script) return undefined;
  const result = spawnSync(script, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const version = result.stdout?.split('\n')[0]?.trim();
  // `code` only asks a program to open a window; the program beside it is what runs tests and prints their output.
  const bin = path.dirname(realpathSync(script));
  const programs = ['../code', '../../../MacOS/Electron', '../Code.exe'].map((program) => path.resolve(bin, program));
  const executable = programs.find((program) => existsSync(program));
  return version && executable ? { executable, version } : undefined;
}
