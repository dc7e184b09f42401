import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askGit } from './git';

export type DriverTry = { readonly works: true } | { readonly works: false; readonly problem?: string };

const FILE = 'a.md.yaml';
/** A program in the editor's own runtime can be slow to start. */
const PATIENCE_MILLISECONDS = 60_000;

/** A claim on which two people give their verdicts at once: by lines, that is a conflict. */
function withVerdicts(...by: readonly string[]): string {
  const verdicts = by.map(
    (name) => `      - { by: ${name}, at: 2026-01-01T00:00:00Z, verdict: verified, of: 3fa9c1d20b77 }\n`,
  );
  const list = verdicts.length === 0 ? '' : `    verdicts:\n${verdicts.join('')}`;
  return `article: a.md\nclaims:\n  c-1:\n    target: { exact: 49% }\n    by: desk\n    at: 2026-01-01T00:00:00Z\n${list}`;
}

/** Has git merge two verdicts with a driver, in a repository that is made for it and taken away again. */
export async function tryMergeDriver(driver: string): Promise<DriverTry> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sourcemark-driver-'));
  try {
    return await tryIn(folder, driver);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function tryIn(folder: string, driver: string): Promise<DriverTry> {
  const git = async (words: Parameters<typeof askGit>[0], input?: string) => {
    const request = { folder, milliseconds: PATIENCE_MILLISECONDS, ...(input !== undefined && { input }) };
    const { code, out, err } = await askGit(words, request);
    if (code !== 0) throw new Error(err || `git ${words[0]}: ${code ?? 'no answer'}`);
    return out.toString('utf8').trim();
  };
  await git(['init', '--quiet', '--template=', '.']);
  await mkdir(path.join(folder, '.git', 'info'), { recursive: true });
  await writeFile(path.join(folder, '.git', 'info', 'attributes'), '*.yaml merge=sourcemark -text\n');
  await git(['config', 'user.name', 'Sourcemark']);
  await git(['config', 'user.email', 'sourcemark@example.org']);
  await git(['config', 'merge.sourcemark.driver', driver]);
  const commit = async (text: string, parent?: string) => {
    const blob = await git(['hash-object', '-w', '--stdin'], text);
    const tree = await git(['mktree'], `100644 blob ${blob}\t${FILE}\n`);
    return git(['commit-tree', tree, ...(parent === undefined ? [] : ['-p', parent]), '-m', 'try']);
  };
  const base = await commit(withVerdicts());
  const ours = await commit(withVerdicts('aiko'), base);
  const theirs = await commit(withVerdicts('ken'), base);
  await git(['update-ref', 'HEAD', ours]);
  await git(['read-tree', 'HEAD']);
  await git(['checkout-index', '--all', '--force']);
  const merged = await askGit(['merge', '--quiet', '--no-edit', theirs], {
    folder,
    milliseconds: PATIENCE_MILLISECONDS,
  });
  const text = await readFile(path.join(folder, FILE), 'utf8');
  const isWhole = ['aiko', 'ken'].every((name) => text.split(`by: ${name},`).length === 2);
  if (merged.code === 0 && isWhole && !text.includes('<<<<<<<')) return { works: true };
  return failed(merged.err);
}

function failed(problem: string): DriverTry {
  return { works: false, ...(problem && { problem }) };
}
