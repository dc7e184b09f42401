import { lstat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { gitBlobId } from '../core/model/gitBlobId';
import { type Message, message } from '../core/model/message';
import { articleOfStorePath, STORE_FOLDER } from '../core/model/storePaths';
import { findTwins } from '../core/moves/findTwins';
import { findMarkedConflicts } from '../core/store/conflictMarkers';
import { findOpenConflicts } from '../core/store/conflictValue';
import { type Merge, mergeConflictMarkers, mergeStore, mergeVersion, settleArticle } from '../core/store/mergeStore';
import { readYaml } from '../core/store/readYaml';
import { writeFailureMessage } from '../core/store/writeFailureMessage';
import { loadWorkspace } from '../core/workspace/loadWorkspace';
import type { Workspace } from '../core/workspace/workspace';
import { GitHistory } from '../node/gitHistory';
import { NodeFileSystem } from '../node/nodeFileSystem';
import { NodeFileWriter } from '../node/nodeFileWriter';
import { readMergeBase } from '../node/readMergeBase';
import { readUnmerged, readUnmergedStore, type UnmergedFile } from '../node/readUnmerged';
import { readOptions } from './options';
import { printable } from './printable';
import type { CliCommand, ExitCode, Program } from './program';
import { storeAbove } from './storeAbove';
import { unreadReason } from './unreadReason';

/** Finishes what a merge of git left of the store: every file that it could not merge, and those that it took for two. */
export const resolveCommand: CliCommand = {
  name: 'resolve',
  summary: message('merge by structure what git left unfinished in the store'),
  help: message(
    'Usage: sourcemark resolve\n\nAfter a merge in this folder: merges every file of the store that git could not merge, by its\nstructure. Where an article was renamed on one side and annotated on the other, and git took\nthe two files of annotations for different ones, they become one. Nothing is added to git’s\nindex; look at the result, then `git add -A .sourcemark`.\n\nExit codes: 0 all is merged · 1 something is left to settle · 2 something could not be read or written',
  ),
  async run(args, program): Promise<ExitCode> {
    readOptions(args, {});
    const root = (await storeAbove(program.cwd)) ?? program.cwd;
    const { workspace, unread } = await loadWorkspace(new NodeFileSystem(root), {
      today: program.today,
      kept: 0,
    });
    const work = new Resolving(program, root, workspace);
    const unmerged = await readUnmerged(root, STORE_FOLDER);
    for (const file of await readUnmergedStore(root)) await work.finish(file, unmerged.get(file) ?? {});
    for (const file of workspace.storeFiles) await work.finishMarked(file);
    await work.finishOneSided();
    for (const move of workspace.moves) if (move.status === 'gone') await work.uniteWithTwin(move.storeFile);
    for (const { path: file, reason } of unread)
      program.err(`${printable(file)}: ${program.say(unreadReason(reason, file))}\n`);
    if (work.isIdle) program.out(`${program.say(message('There is nothing to merge.'))}\n`);
    return unread.length > 0 || work.hasFailed ? 2 : work.isOpen ? 1 : 0;
  },
};

class Resolving {
  readonly #program: Program;
  readonly #root: string;
  readonly #workspace: Workspace;
  readonly #history: GitHistory;
  readonly #writer: NodeFileWriter;
  readonly #done = new Set<string>();
  readonly #oneSided: { readonly file: string; readonly base: string | undefined }[] = [];
  /** Files that hold something to settle. */
  readonly #open = new Set<string>();
  isIdle = true;
  hasFailed = false;

  constructor(program: Program, root: string, workspace: Workspace) {
    this.#program = program;
    this.#root = root;
    this.#workspace = workspace;
    this.#history = new GitHistory(root);
    this.#writer = new NodeFileWriter(root);
  }

  get isOpen(): boolean {
    return this.#open.size > 0;
  }

  /** A file that git has in its index in several versions. */
  async finish(file: string, stages: UnmergedFile): Promise<void> {
    const read = (id: string | undefined) => (id === undefined ? undefined : this.#history.readBlob(id));
    const [base, ours, theirs] = await Promise.all([read(stages.base), read(stages.ours), read(stages.theirs)]);
    if (ours !== undefined && theirs !== undefined) {
      await this.#change(file, (text) => {
        if (findMarkedConflicts(text).length > 0) return mergeConflictMarkers(text, base);
        // What a person or the driver made of it since stays.
        if (stages.ours !== gitBlobId(text)) return undefined;
        return mergeStore(base ?? '', ours, theirs);
      });
      return;
    }
    if (ours !== undefined || theirs !== undefined) this.#oneSided.push({ file, base });
  }

  /** Files that only one side has, and those that were merged under two names. */
  async finishOneSided(): Promise<void> {
    for (const { file, base } of this.#oneSided) {
      if (await this.uniteWithTwin(file, base)) continue;
      if (base === undefined) {
        await this.#settleName(file);
        continue;
      }
      this.isIdle = false;
      this.#open.add(file);
      this.#say(
        message(
          '{file}: one side removed these annotations while the other worked on them. Keep the file with `git add`, or let it go with `git rm`.',
          { file },
        ),
      );
    }
  }

  /** A file with marks in it, also when git takes its merge for done, or with two names of its article. */
  async finishMarked(file: string): Promise<void> {
    const text = this.#workspace.text(file) ?? '';
    const isMarked = findMarkedConflicts(text).length > 0;
    if (!isMarked && settled(text, file) === undefined) return;
    if (!this.#oneSided.some((one) => one.file === file)) this.#oneSided.push({ file, base: undefined });
    if (!isMarked) return;
    const base = await readMergeBase(this.#root, file);
    await this.#change(file, (now) =>
      findMarkedConflicts(now).length > 0 ? mergeConflictMarkers(now, base) : undefined,
    );
  }

  /**
   * Puts a file into the one that holds the same annotations under the article's other name. False where there is none.
   * @param base the version that both come from, where git still keeps it: the article was renamed on one side only.
   */
  async uniteWithTwin(file: string, base?: string): Promise<boolean> {
    if (this.#done.has(file)) return true;
    const twin = this.#twinOf(file);
    if (twin === undefined) return false;
    const [isHere, isThere] = [file, twin].map((one) => this.#hasArticle(one));
    this.#done.add(file);
    if (base === undefined && isHere && isThere) {
      this.#done.add(twin);
      this.isIdle = false;
      this.#open.add(file);
      this.#say(
        message(
          '{file} and {other} hold the same annotations, because both sides renamed the article. Remove the article whose name is not to stay, then run this once more.',
          { file, other: twin },
        ),
      );
      return true;
    }
    const [from, into] = base === undefined && isHere ? [twin, file] : [file, twin];
    const other = this.#workspace.text(from) ?? '';
    const common = base ?? (await readMergeBase(this.#root, from, into));
    if (!(await this.#change(into, (text) => mergeVersion(common, text, other, articleOfStorePath(into))))) return true;
    this.#done.add(from);
    await this.#remove(from, other);
    return true;
  }

  /** Of two names that a merge gave an article, the place of the file says which one stayed. */
  async #settleName(file: string): Promise<void> {
    if (settled(this.#workspace.text(file) ?? '', file) === undefined) return;
    await this.#change(file, (text) => {
      const named = settled(text, file);
      return named === undefined ? undefined : { status: 'merged', text: named, conflicts: [] };
    });
  }

  #twinOf(file: string): string | undefined {
    const stored = this.#workspace.storedIn(file);
    if (!stored) return undefined;
    const others = this.#workspace.storeFiles.filter((one) => one !== file && !this.#done.has(one));
    const places = others
      .filter((one) => articleOfStorePath(one) !== undefined)
      .map((one) => ({
        file: one,
        text: this.#workspace.text(one),
        stored: () => this.#workspace.storedIn(one),
      }));
    return findTwins(stored, places)[0];
  }

  #hasArticle(storeFile: string): boolean {
    const article = articleOfStorePath(storeFile);
    return article !== undefined && this.#workspace.text(article) !== undefined;
  }

  async #change(file: string, merge: (text: string) => Merge | undefined): Promise<boolean> {
    this.isIdle = false;
    let made: Merge | undefined;
    const change = await this.#writer.changeFile(file, (text) => {
      made = text === undefined ? undefined : merge(text);
      return made?.status === 'merged' ? made.text : undefined;
    });
    if (change.status === 'failed') {
      this.hasFailed = true;
      this.#say(writeFailureMessage(file, change.reason, change.detail));
      return false;
    }
    if (made?.status === 'unreadable') {
      this.#open.add(file);
      this.#say(message('{file}: a version of it has errors. Correct it by hand.', { file }));
      return false;
    }
    const text = made?.text ?? (await this.#textOf(file));
    const open = findOpenConflicts(readYaml(text).value).length + findMarkedConflicts(text).length;
    this.#open[open > 0 ? 'add' : 'delete'](file);
    this.#workspace.setFile(file, text);
    this.#say(
      open > 0
        ? message('{file}: merged, but for {count} values that both sides changed. Choose which ones stay.', {
            file,
            count: open,
          })
        : made
          ? message('{file}: merged.', { file })
          : message('{file}: changed since git merged it, and left as it is.', { file }),
    );
    return true;
  }

  /** Only while it is what was merged into the other one. */
  async #remove(file: string, text: string): Promise<void> {
    const place = path.join(this.#root, file);
    const isSame = (await this.#textOf(file)) === text && (await lstat(place)).isFile();
    if (isSame) await unlink(place);
    this.#open[isSame ? 'delete' : 'add'](file);
    this.#say(
      isSame
        ? message('{file}: all of it is in the other file now, so it was removed.', { file })
        : message('{file}: changed meanwhile, so it stays. Run this once more.', { file }),
    );
  }

  async #textOf(file: string): Promise<string> {
    const read = await new NodeFileSystem(this.#root).readFile(file);
    return 'text' in read ? read.text : '';
  }

  #say(said: Message): void {
    this.#program.out(`${printable(this.#program.say(said))}\n`);
  }
}

function settled(text: string, file: string): string | undefined {
  const article = articleOfStorePath(file);
  return article === undefined ? undefined : settleArticle(text, article);
}
