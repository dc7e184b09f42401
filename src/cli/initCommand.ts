import { message } from '../core/model/message';
import { CONFIG_PATH } from '../core/model/storePaths';
import type { FileChange } from '../core/ports';
import { starterConfig } from '../core/store/starterConfig';
import { STORE_IGNORE_PATH, toStoreIgnore } from '../core/store/storeIgnore';
import { writeFailureMessage } from '../core/store/writeFailureMessage';
import { offerGlobs } from '../core/workspace/offerGlobs';
import { installProgram } from '../node/installProgram';
import { quoteForDriver, setUpMergeDriver } from '../node/mergeDriver';
import { NodeFileSystem } from '../node/nodeFileSystem';
import { NodeFileWriter } from '../node/nodeFileWriter';
import { removeLeftovers } from '../node/removeLeftovers';
import { failureOf } from '../node/writeFailureOf';
import { readOptions } from './options';
import { printable } from './printable';
import type { CliCommand, ExitCode, Program } from './program';

/** Makes the store of a workspace, and sets git up to merge it. */
export const initCommand: CliCommand = {
  name: 'init',
  summary: message('set up annotations in this folder'),
  help: message(
    'Usage: sourcemark init [--merge-driver [--command COMMAND]]\n\nMakes .sourcemark/config.yaml in this folder, unless it is there, and a .gitignore beside it.\n\nOptions:\n  --merge-driver  also have git merge annotations by structure: adds a line to\n                  .gitattributes, and the driver to the configuration of this clone;\n                  everyone runs it once in their own\n  --command       how git calls Sourcemark, for a shell (default: this very program,\n                  by its whole path)\n\nThe driver is tried first, in a folder of its own. Where it cannot run later, git merges\nby lines.\n\nExit codes: 0 done · 2 not done',
  ),
  async run(args, program): Promise<ExitCode> {
    const { values } = readOptions(args, { 'merge-driver': { type: 'boolean' }, command: { type: 'string' } });
    const writer = new NodeFileWriter(program.cwd);
    const globs = await findGlobs(program.cwd);
    const config = await writer.changeFile(CONFIG_PATH, (text) => text ?? starterConfig(globs, program.language));
    if (!tell(CONFIG_PATH, config, program)) return 2;
    const ignore = await writer.changeFile(STORE_IGNORE_PATH, (text) => toStoreIgnore(text, program.language));
    if (!tell(STORE_IGNORE_PATH, ignore, program)) return 2;
    await removeLeftovers(program.cwd);
    if (!values['merge-driver']) return 0;
    return (await setUpMerging(values.command, writer, program)) ? 0 : 2;
  },
};

async function setUpMerging(given: string | undefined, writer: NodeFileWriter, program: Program): Promise<boolean> {
  const command = given ?? (await installedCommand(program));
  if (command === undefined) return false;
  const { attributes, isConfigured, works, isLocked, problem } = await setUpMergeDriver(program.cwd, writer, command);
  if (isConfigured) {
    const isWritten = tell('.gitattributes', attributes, program);
    program.out(`${program.say(message('git now merges annotations by structure in this clone.'))}\n`);
    return isWritten;
  }
  const advice = isLocked
    ? message(
        'The git configuration of this clone is locked by another program. When none is at work in it any more, delete the lock that git names here, then try again.',
      )
    : works
      ? message('git could not be set up here. Run this in a git repository, with git installed.')
      : message(
          'A merge that was tried with this command did not come out right, so nothing was set up: git merges annotations by lines. Look whether the command runs: {command}',
          { command },
        );
  program.err(`${program.say(advice)}\n${problem === undefined ? '' : `${printable(problem)}\n`}`);
  return false;
}

/** How git is to call this very program, for a shell; undefined, and told, when it cannot be copied to where it stays. */
async function installedCommand({ cwd, script, err, say }: Program): Promise<string | undefined> {
  try {
    return [process.execPath, await installProgram(cwd, script)].map(quoteForDriver).join(' ');
  } catch (error) {
    const { reason, detail } = failureOf(error);
    err(`${say(writeFailureMessage('.git/sourcemark.cjs', reason, detail))}\n`);
    return undefined;
  }
}

/** Everything that may be an article; the person narrows it down in the file. */
async function findGlobs(folder: string): Promise<readonly string[]> {
  const isText = (file: string) => /\.(?:md|txt)$/.test(file);
  const isEntered = (entered: string) => !/(?:^|\/)(?:node_modules|\.[^/]*)$/.test(entered);
  const { files } = await new NodeFileSystem(folder).findFiles(isText, isEntered);
  return offerGlobs(files)
    .map(({ glob }) => glob)
    .filter((glob) => glob.startsWith('**/'));
}

function tell(file: string, change: FileChange, program: Program): boolean {
  if (change.status === 'failed') {
    program.err(`${program.say(writeFailureMessage(file, change.reason, change.detail))}\n`);
    return false;
  }
  const done =
    change.status === 'written'
      ? message('{file} was written.', { file })
      : message('{file} is set up already.', { file });
  program.out(`${program.say(done)}\n`);
  return true;
}
