import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { message } from '../core/model/message';
import { mergeStore } from '../core/store/mergeStore';
import { readOptions } from './options';
import { type CliCommand, type ExitCode, type Program, UsageError } from './program';

const run = promisify(execFile);

/** The merge driver that git calls for files of the store; writes the result over OURS, as git wants it. */
export const mergeCommand: CliCommand = {
  name: 'merge',
  summary: message('merge two versions of a store file (git calls this)'),
  help: message(
    'Usage: sourcemark merge BASE OURS THEIRS [PATH]\n\nMerges two versions of a file below .sourcemark by its structure and writes the result\nover OURS. Additions of both sides are kept; what both changed is kept as both values,\nwhich the editor shows and settles. PATH is only for messages.\n\ngit calls this once `sourcemark init --merge-driver` has set it up:\n  driver = sourcemark merge %O %A %B %P\n\nExit codes: 0 merged · 1 merged, with conflicts to settle · 2 not merged',
  ),
  async run(args, program): Promise<ExitCode> {
    const { positionals } = readOptions(args, {});
    const [base, ours, theirs, named] = positionals;
    if (base === undefined || ours === undefined || theirs === undefined || positionals.length > 4)
      throw new UsageError(message('merge takes three files: BASE, OURS and THEIRS.'));
    const files = [base, ours, theirs].map((file) => path.resolve(program.cwd, file)) as [string, string, string];
    const name = named ?? ours;
    const texts = await Promise.all(files.map((file) => readText(file)));
    const [was, one, other] = texts;
    if (was === undefined || one === undefined || other === undefined) return mergeByLines(files, name, program);
    const merge = mergeStore(was, one, other);
    if (merge.status === 'unreadable') return mergeByLines(files, name, program);
    await writeFile(files[1], merge.text);
    for (const { path: place } of merge.conflicts)
      program.err(`${name}: ${program.say(message('both sides changed {place}', { place: place.join(' › ') }))}\n`);
    return merge.conflicts.length > 0 ? 1 : 0;
  },
};

/** Undefined for what is not UTF-8; a byte order mark is part of the text. */
async function readText(file: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What cannot be merged by structure is merged by lines, as git does without us: nothing is dropped. */
async function mergeByLines(
  files: readonly [string, string, string],
  name: string,
  program: Program,
): Promise<ExitCode> {
  const [base, ours, theirs] = files;
  const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
  try {
    await run('git', ['merge-file', ...labels, ours, base, theirs]);
    return 0;
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    const conflicts = typeof code === 'number' && code > 0 && code < 128;
    const reason = conflicts
      ? message('A version of this file has errors, so it was merged by lines. Settle what is marked.')
      : message('This file could not be merged. It is as it was on our side.');
    program.err(`${name}: ${program.say(reason)}\n`);
    return conflicts ? 1 : 2;
  }
}
