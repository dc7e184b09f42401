import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { articleOfStorePath, isSafePath, STORE_FOLDER } from '../core/model/storePaths';
import { type Fork, keptOfLikest, sharedByAll } from '../core/moves/fork';
import { askGit } from './git';
import { GitBatchHistory } from './gitBatchHistory';

/** So many commits are looked through, the latest first. */
const MOST_COMMITS = 5000;

interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
}

type Texts = readonly (string | undefined)[];

/**
 * The version that both sides of a merge come from which is over, or which git took for something else: git's index does
 * not keep it, but the history does. Where a merge brought the sides together it is that of their last common commit,
 * under whatever name. Where one was put upon the other (rebase, cherry-pick, squash), nobody knows it: it is as much of
 * an earlier version as the later side still has, so that only what the other side took out counts as removed. Undefined
 * when git is not there or does not know it. Only for folders that the person trusts.
 */
export async function readForkBase(root: string, fork: Fork, now: Texts): Promise<string | undefined> {
  if (!fork.files.every(isSafePath)) return undefined;
  const history = new GitBatchHistory(root);
  try {
    return await new ForkSearch(root, fork, history).find(now);
  } finally {
    history.close();
  }
}

class ForkSearch {
  readonly #root: string;
  readonly #fork: Fork;
  readonly #history: GitBatchHistory;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  /** What each of the files was in a commit, as ids of blobs. */
  readonly #ids = new Map<string, readonly (string | undefined)[]>();

  constructor(root: string, fork: Fork, history: GitBatchHistory) {
    this.#root = root;
    this.#fork = fork;
    this.#history = history;
  }

  async find(now: Texts): Promise<string | undefined> {
    const [head] = await this.#resolve('HEAD');
    if (head === undefined) return undefined;
    if (!this.#fork.isForked(await this.#textsAt(head))) return this.#findUncommitted(head, now);
    const texts = new Map<string, Texts>();
    const isForked = async (id: string) => {
      if (!texts.has(id)) texts.set(id, await this.#textsAt(id));
      return this.#fork.isForked(texts.get(id)!);
    };
    for (const { id, parents } of await this.#log(head)) {
      if (!(await isForked(id))) continue;
      const forked = await Promise.all(parents.map(isForked));
      if (!forked.includes(true)) return this.#baseOf(parents, texts.get(id)!);
    }
    return undefined;
  }

  /** What is in the folder is not committed yet; git says what it was doing. */
  async #findUncommitted(head: string, now: Texts): Promise<string | undefined> {
    return this.#baseOf([head, ...(await this.#resolve('MERGE_HEAD'))], now);
  }

  async #baseOf(parents: readonly string[], now: Texts): Promise<string | undefined> {
    const [first] = parents;
    if (first === undefined) return undefined;
    if (parents.length > 1) {
      const { code, out } = await this.#ask(['merge-base', '--octopus', ...parents]);
      const common = code === 0 ? out.trim() : '';
      if (common !== '') return this.#versionAt(common, now);
    }
    const brought = this.#fork.brought(now, await this.#textsAt(first));
    if (brought === undefined) return undefined;
    const versions = new Set<string>();
    for (const { id } of (await this.#log(first)).toReversed())
      for (const text of await this.#textsAt(id)) if (text !== undefined) versions.add(text);
    return keptOfLikest(brought, versions);
  }

  /** The version of the file in a commit, which may have it under a name that is gone. */
  async #versionAt(commit: string, now: Texts): Promise<string | undefined> {
    const sides = this.#fork.sides(now);
    const isCommon = (text: string | undefined) => text !== undefined && sharedByAll(text, sides);
    const named = (await this.#textsAt(commit)).find(isCommon);
    if (named !== undefined) return named;
    const { out } = await this.#ask(['ls-tree', '-r', '-z', commit, '--', `${STORE_FOLDER}/articles`]);
    for (const [, id, file] of out.matchAll(/\d+ blob ([0-9a-f]{40})\t([^\0]+)\0/g)) {
      if (articleOfStorePath(file!) === undefined || (await isThere(path.join(this.#root, file!)))) continue;
      const text = await this.#history.readBlob(id!);
      if (isCommon(text)) return text;
    }
    return undefined;
  }

  async #textsAt(commit: string): Promise<Texts> {
    await this.#lookUp([commit]);
    return Promise.all(this.#ids.get(commit)?.map((id) => (id === undefined ? undefined : this.#read(id))) ?? []);
  }

  #read(id: string): Promise<string | undefined> {
    const text = this.#texts.get(id) ?? this.#history.readBlob(id);
    this.#texts.set(id, text);
    return text;
  }

  async #lookUp(commits: readonly string[]): Promise<void> {
    const { files } = this.#fork;
    const missing = [...new Set(commits)].filter((commit) => !this.#ids.has(commit));
    if (missing.length === 0) return;
    const input = missing.flatMap((commit) => files.map((file) => `${commit}:./${file}\n`)).join('');
    const { out } = await this.#ask(['cat-file', '--batch-check'], input);
    const lines = out.split('\n').map((line) => /^([0-9a-f]{40}) blob /.exec(line)?.[1]);
    for (const [index, commit] of missing.entries())
      this.#ids.set(commit, lines.slice(index * files.length, (index + 1) * files.length));
  }

  /** A commit and what it follows, the latest first. */
  async #log(from: string): Promise<readonly Commit[]> {
    const { out } = await this.#ask(['rev-list', '--topo-order', '--parents', `--max-count=${MOST_COMMITS}`, from]);
    const commits = out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [id = '', ...parents] = line.split(' ');
        return { id, parents };
      });
    await this.#lookUp(commits.flatMap(({ id, parents }) => [id, ...parents]));
    return commits;
  }

  /** None where there is no such commit. */
  async #resolve(name: string): Promise<readonly string[]> {
    const { code, out } = await this.#ask(['rev-parse', '--verify', '--quiet', name]);
    return code === 0 ? [out.trim()] : [];
  }

  async #ask(words: Parameters<typeof askGit>[0], input?: string): Promise<{ code: number | undefined; out: string }> {
    const { code, out } = await askGit(words, { folder: this.#root, ...(input !== undefined && { input }) });
    return { code, out: out.toString('utf8') };
  }
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
