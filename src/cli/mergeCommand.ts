import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { message } from '../core/model/message';
import { mergeStore } from '../core/store/mergeStore';
import { writeFailureMessage } from '../core/store/writeFailureMessage';
import { askGit } from '../node/git';
import { replaceFile } from '../node/replaceFile';
import { failureOf } from '../node/writeFailureOf';
import { readOptions } from './options';
import { printable } from './printable';
import { type CliCommand, type ExitCode, type Program, UsageError } from './program';

/** As much as the largest files of a store, merged by lines, can come to. */
const MAX_MERGED_BYTES = 64 * 1024 * 1024;

/**
 * git takes the merge as failed and leaves everything as it was. With any code up to 128 it would show a
 * conflict, and the file as our side has it could be taken for the result.
 */
const NOT_MERGED = 129;

/** The merge driver that git calls for files of the store; writes the result over OURS, as git wants it. */
export const mergeCommand: CliCommand = {
  name: 'merge',
  summary: message('merge two versions of a store file (git calls this)'),
  help: message(
    'Usage: sourcemark merge BASE OURS THEIRS [PATH]\n\nMerges two versions of a file below .sourcemark by its structure and writes the result\nover OURS. Additions of both sides are kept; what both changed is kept as both values,\nwhich the editor shows and settles. PATH is only for messages.\n\ngit calls this once `sourcemark init --merge-driver` has set it up:\n  driver = sourcemark merge --driver %O %A %B %P\n\nOptions:\n  --driver   say on the output what became of it: merged, or conflict; whoever called\n             then knows it from a program that did not run at all\n\nExit codes: 0 merged · 1 merged, with conflicts to settle · 129 not merged',
  ),
  async run(args, program): Promise<ExitCode> {
    const { values, positionals } = readOptions(args, { driver: { type: 'boolean' } });
    const code = await merge(positionals, program);
    if (values.driver && (code === 0 || code === 1)) program.out(code === 0 ? 'merged\n' : 'conflict\n');
    return code;
  },
};

async function merge(positionals: readonly string[], program: Program): Promise<ExitCode> {
  const [base, ours, theirs, named] = positionals;
  if (base === undefined || ours === undefined || theirs === undefined || positionals.length > 4)
    throw new UsageError(message('merge takes three files: BASE, OURS and THEIRS.'));
  const files = [base, ours, theirs].map((file) => path.resolve(program.cwd, file)) as [string, string, string];
  const name = named ?? ours;
  for (const file of files)
    if ((await stat(file).catch(() => undefined))?.isFile() !== true) {
      program.err(`${printable(file)}: ${program.say(message('There is no such file.'))}\n`);
      return 2;
    }
  const [was, one, other] = await Promise.all(files.map((file) => readText(file)));
  const merged =
    was === undefined || one === undefined || other === undefined ? undefined : mergeStore(was, one, other);
  try {
    if (merged?.status !== 'merged') return await mergeByLines(files, name, program);
    await replaceOurs(files[1], merged.text);
  } catch (error) {
    const { reason, detail } = failureOf(error);
    program.err(`${program.say(writeFailureMessage(name, reason, detail))}\n`);
    return sayNotMerged(name, program);
  }
  for (const { path: place } of merged.conflicts)
    program.err(
      `${printable(`${name}: ${program.say(message('both sides changed {place}', { place: place.join(' › ') }))}`)}\n`,
    );
  return merged.conflicts.length > 0 ? 1 : 0;
}

/** Whole or not at all: git takes what it finds there for the result, also when we end in the middle. */
async function replaceOurs(ours: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(ours);
  await replaceFile(target, content, { mode: (await stat(target)).mode & 0o777 });
}

function sayNotMerged(name: string, program: Program): ExitCode {
  program.err(
    `${printable(name)}: ${program.say(message('This file could not be merged. It is as it was on our side.'))}\n`,
  );
  return NOT_MERGED;
}

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
  const request = { folder: path.dirname(ours), maxBytes: MAX_MERGED_BYTES };
  const { code, out: merged } = await askGit(['merge-file', '-p', ...labels, ours, base, theirs], request);
  // The code is the number of conflicts; git's own failures are negative, which is 255 here.
  if (code === undefined || code > 127) return sayNotMerged(name, program);
  await replaceOurs(ours, merged);
  if (code === 0) return 0;
  const reason = message('A version of this file has errors, so it was merged by lines. Settle what is marked.');
  program.err(`${printable(name)}: ${program.say(reason)}\n`);
  return 1;
}
