import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyOperation, type StoreOperation } from '../../src/core/store/operations';
import { parseArticleFile } from '../../src/core/store/parseStoreFile';
import { inFolder, runCommand } from './runCommand';

const AT = '2026-11-21T09:00:00Z';
const COUNT = 8;
/** Paragraphs long enough for git to take the file for another one when each has a digit more. */
const article = (more = '') =>
  Array.from(
    { length: COUNT },
    (_, index) =>
      `第${index}工場の増設費は${index + 1}43億円だったと、担当者が${more}${index + 2}回目の会見で話した。${`工事は${index}区で今も続いている。`.repeat(more === '' ? 6 : 7)}`,
  ).join('\n\n');
const store = `article: d/a.md\nclaims:\n${Array.from(
  { length: COUNT },
  (_, index) => `  c-${index}:\n    target: { exact: ${index + 1}43億円 }\n    by: aiko\n    at: ${AT}\n`,
).join('')}`;

/** Numbers below a bound, the same ones for the same seed. */
function createRandom(seed: number): (bound: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return (bound) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state % bound;
  };
}

/** A folder in git, in which two people annotate and rename one article. */
class Desk {
  readonly #folder: string;
  readonly #random: (bound: number) => number;
  readonly judged: [claim: string, by: string][] = [];
  readonly removed = new Set<string>();
  #renames = 0;

  constructor(folder: string, random: (bound: number) => number) {
    this.#folder = folder;
    this.#random = random;
  }

  git(...words: readonly string[]): void {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
    spawnSync('git', [...identity, ...words], { cwd: this.#folder });
  }

  commit(): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'step');
  }

  list(folder: string): readonly string[] {
    const place = path.join(this.#folder, folder);
    return existsSync(place) ? readdirSync(place) : [];
  }

  /** What stands in the store; it has one file when nothing is left to settle. */
  read(): ReturnType<typeof parseArticleFile> {
    const files = this.list('.sourcemark/articles/d');
    assert.equal(files.length, 1, files.join());
    return parseArticleFile(readFileSync(path.join(this.#folder, '.sourcemark/articles/d', files[0]!), 'utf8'));
  }

  work(branch: string): void {
    const name = this.list('.sourcemark/articles/d')[0]!;
    const file = path.join(this.#folder, '.sourcemark/articles/d', name);
    const apply = (operation: StoreOperation) => {
      const { text } = applyOperation(readFileSync(file, 'utf8'), operation);
      if (text !== undefined) writeFileSync(file, text);
      return text !== undefined;
    };
    const choice = this.#random(5);
    if (choice < 3) {
      const claim = `c-${this.#random(5)}`;
      const by = `${branch}${this.judged.length}`;
      const operation: StoreOperation = {
        type: 'addVerdict',
        claim,
        verdict: { by, at: AT, verdict: 'verified', of: 'abc' },
      };
      if (apply(operation)) this.judged.push([claim, by]);
    } else if (choice === 3) {
      const id = `c-${5 + this.#random(3)}`;
      apply({ type: 'removeClaim', id });
      this.removed.add(id);
    } else if (this.#renames < 2) {
      const to = `d/${branch}${this.#renames++}.md`;
      const moved = path.join(this.#folder, `.sourcemark/articles/${to}.yaml`);
      apply({ type: 'setArticle', article: to });
      renameSync(file, moved);
      renameSync(path.join(this.#folder, 'd', name.replace(/\.yaml$/, '')), path.join(this.#folder, to));
      if (this.#random(2) === 0) writeFileSync(path.join(this.#folder, to), article(String(1 + this.#random(9))));
    }
    this.commit();
  }

  /** Merges as a person does who reads what `resolve` says, sometimes only after both files were committed. */
  async merge(other: string): Promise<void> {
    this.git('merge', '-q', '-m', 'merge', other);
    if (this.#random(2) === 0) await runCommand(this.#folder, ['resolve']);
    this.commit();
    const articles = this.list('d');
    const gone = articles.includes('a.md') ? 'a.md' : articles[this.#random(2)]!;
    if (articles.length > 1) rmSync(path.join(this.#folder, 'd', gone));
    this.commit();
    await runCommand(this.#folder, ['resolve']);
    this.commit();
  }
}

describe('git histories with renamed articles', function () {
  this.timeout(600_000);

  it('end with one file that holds all that was added, once, and nothing that was removed', async () => {
    for (let seed = 7; seed < 7 + 2 * Number(process.env.SOURCEMARK_HISTORIES ?? 1); seed++)
      await inFolder({ 'd/a.md': article(), '.sourcemark/articles/d/a.md.yaml': store }, async (folder) => {
        const random = createRandom(seed);
        const desk = new Desk(folder, random);
        desk.git('init', '-q', '-b', 'main');
        await runCommand(folder, ['init', ...(seed % 2 === 0 ? ['--merge-driver'] : [])]);
        desk.commit();
        desk.git('branch', 'ken');
        for (let turn = 0; turn < 3; turn++) {
          for (const branch of ['main', 'ken']) {
            desk.git('checkout', '-q', branch);
            for (let step = 0; step <= random(3); step++) desk.work(branch);
          }
          desk.git('checkout', '-q', 'main');
          await desk.merge('ken');
          if (random(2) === 0) {
            desk.git('checkout', '-q', 'ken');
            await desk.merge('main');
          }
        }
        desk.git('checkout', '-q', 'main');
        await desk.merge('ken');
        const { value, problems } = desk.read();
        const said = `seed ${seed}`;
        assert.deepEqual(problems, [], said);
        const ids = Array.from({ length: COUNT }, (_, index) => `c-${index}`).filter((id) => !desk.removed.has(id));
        assert.deepEqual(Object.keys(value.claims!).sort(), ids, said);
        const judged = Object.entries(value.claims!).flatMap(([id, { verdicts = [] }]) =>
          verdicts.map(({ by }) => `${id} ${by}`),
        );
        assert.deepEqual(judged.sort(), desk.judged.map((one) => one.join(' ')).sort(), said);
      });
  });
});
