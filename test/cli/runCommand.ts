import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import type { Language } from '../../src/cli/language';
import type { ExitCode } from '../../src/cli/program';
import { runCli } from '../../src/cli/runCli';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

let built: Promise<string> | undefined;

/** The command line as the one file that is published, for those that start it: built anew once a run, by whoever asks first. */
export function buildCli(): Promise<string> {
  const outfile = path.resolve('out/test/cli-bundle/cli.cjs');
  built ??= esbuild
    .build({
      entryPoints: ['src/cli/main.ts'],
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      outfile,
      logLevel: 'error',
    })
    .then(() => outfile);
  return built;
}

/** Runs a command line in a folder, as a shell would, but in this process. */
export async function runCommand(cwd: string, words: readonly string[], language: Language = 'en'): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCli(words, {
    cwd,
    script: await buildCli(),
    language,
    color: false,
    today: '2025-06-30',
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** Makes a folder with these files for the length of one test. */
export async function inFolder(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sourcemark-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
