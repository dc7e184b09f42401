import { spawnSync } from 'node:child_process';
import { SetupError } from './setupError';

/**
 * Runs npm in a folder, quietly unless it fails. `--prefix` alone is not enough: started by `npm start`, npm hands its
 * own project folder down in the environment.
 */
export function runNpm(folder: string, args: readonly string[]): void {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix|global_prefix)$/i.test(name))
      delete environment[name];
  }
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const options = ['--prefix', '.', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel', 'error'];
  const result = spawnSync(command as string, [...first, ...args, ...options], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    shell: npm === undefined && process.platform === 'win32',
  });
  if (result.status === 0) return;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    throw new SetupError(
      `npm could not reach its registry to run "npm ${args.join(' ')}": connect to the network (or set npm's registry or proxy) and run this again; it is needed only once.`,
    );
  }
  throw new SetupError(`"npm ${args.join(' ')}" failed:\n${output.trim() || String(result.error ?? result.status)}`);
}
