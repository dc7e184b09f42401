import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArticleFile } from '../../src/core/store/parseStoreFile';
import { buildCli, inFolder } from './runCommand';

const CONFIG = '.sourcemark/config.yaml';
const AT = '2026-11-21T09:00:00Z';
const claim = (id: string, start: number) =>
  `  ${id}: { target: { exact: "49%", start: ${start} }, by: ken, at: ${AT} }\n`;
/** Longer than the smallest limit that a shell can set on the size of a file. */
const claims = Array.from({ length: 60 }, (_, index) => claim(`c-${index}`, index * 10)).join('');
const BASE = `article: a.md\nclaims:\n${claims}`;
const OURS = `${BASE}${claim('c-ours', 900)}`;
const THEIRS = `${BASE}${claim('c-theirs', 800)}`;

describe('the command line on a disk that fails', function () {
  this.timeout(60_000);
  let cli: string;

  before(async function () {
    if (process.platform === 'win32') this.skip();
    cli = await buildCli();
  });

  /** Runs a script of the shell in a folder; `$SOURCEMARK` is the command. */
  function sh(folder: string, script: string, around: readonly string[] = []) {
    const env = { ...process.env, SOURCEMARK: `'${process.execPath}' '${cli}'`, LC_ALL: 'C.UTF-8' };
    const [program, ...args] = [...around, 'sh', '-c', script];
    const { status, stdout, stderr } = spawnSync(program!, args, { cwd: folder, env, encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
  }

  /** The same with a disk of 256 kB mounted on `disk`, where the system lets us have one; it is gone with the shell. */
  const namespace = ['unshare', '--map-root-user', '--mount'];
  const onSmallDisk = (folder: string, script: string) => {
    mkdirSync(path.join(folder, 'disk'));
    return sh(folder, `mount -t tmpfs -o size=256k tmpfs disk && cd disk && ${script}`, namespace);
  };
  const canMount = () => sh('/', 'mount -t tmpfs -o size=64k tmpfs /mnt', namespace).status === 0;
  /** As many bytes as there is room for. */
  const FILL = 'cat /dev/zero > filler 2>/dev/null;';

  it('says in English and in Japanese that init could not write, and can be run again', async () => {
    await inFolder({}, async (folder) => {
      const limited = sh(folder, 'ulimit -f 0; eval "$SOURCEMARK init"');
      assert.equal(limited.status, 2);
      assert.equal(limited.err, `${CONFIG} could not be written: the disk is full. Free some space, then try again.\n`);
      const japanese = sh(folder, 'ulimit -f 0; eval "$SOURCEMARK init --language ja"');
      assert.match(japanese.err, /^ディスクの空きがないため、.*に書き込めませんでした。/);
      assert.deepEqual(readdirSync(path.join(folder, '.sourcemark')), []);
      assert.equal(sh(folder, 'eval "$SOURCEMARK init"').status, 0);
      assert.deepEqual(readdirSync(path.join(folder, '.sourcemark')).sort(), ['.gitignore', 'config.yaml']);
    });
  });

  it('leaves our side whole when the result of a merge does not fit, and can merge again', async () => {
    for (const theirs of [THEIRS, `${THEIRS}  c-broken: [\n`]) {
      await inFolder({ base: BASE, ours: OURS, theirs }, async (folder) => {
        const merge = 'eval "$SOURCEMARK merge base ours theirs a.md.yaml"';
        const limited = sh(folder, `ulimit -f 1; ${merge}`);
        assert.equal(limited.status, 129);
        assert.match(
          limited.err,
          /^a\.md\.yaml could not be written: the disk is full\..*\n.*as it was on our side\.\n$/,
        );
        assert.equal(readFileSync(path.join(folder, 'ours'), 'utf8'), OURS);
        assert.deepEqual(readdirSync(folder).sort(), ['base', 'ours', 'theirs']);
        assert.ok([0, 1].includes(sh(folder, merge).status ?? -1));
        const merged = readFileSync(path.join(folder, 'ours'), 'utf8');
        assert.ok(merged.includes('c-ours') && merged.includes('c-theirs'));
      });
    }
  });

  it('leaves one side or the result when a merge is killed', async () => {
    await inFolder({ base: BASE, ours: OURS, theirs: THEIRS }, async (folder) => {
      for (let milliseconds = 20; milliseconds < 200; milliseconds += 15) {
        writeFileSync(path.join(folder, 'ours'), OURS);
        const args = [cli, 'merge', 'base', 'ours', 'theirs'];
        spawnSync(process.execPath, args, { cwd: folder, timeout: milliseconds, killSignal: 'SIGKILL' });
        const text = readFileSync(path.join(folder, 'ours'), 'utf8');
        assert.ok(text === OURS || (text.includes('c-ours') && text.includes('c-theirs')), text);
        assert.deepEqual(parseArticleFile(text).problems, []);
      }
    });
  });

  it('says that files of a merge are missing', async () => {
    await inFolder({ base: BASE, ours: OURS }, async (folder) => {
      const { status, err } = sh(folder, 'eval "$SOURCEMARK merge base ours theirs"');
      assert.equal(status, 2);
      assert.match(err, /theirs: There is no such file\.\n$/);
    });
  });

  it('does not pass a check whose report does not fit', async function () {
    if (!existsSync('/dev/full')) this.skip();
    await inFolder({ 'a.md': 'It cost $14.3 billion.\n' }, async (folder) => {
      const { status, err } = sh(folder, 'eval "$SOURCEMARK check" > /dev/full');
      assert.equal(status, 2);
      assert.match(err, /^sourcemark: What was found could not be written: the disk is full\./);
    });
  });

  it('sets up on a full disk once there is room', async function () {
    if (!canMount()) this.skip();
    await inFolder({}, async (folder) => {
      const { status, out, err } = onSmallDisk(
        folder,
        `${FILL} eval "$SOURCEMARK init"; echo "code $?"; ls -A .sourcemark; rm filler; eval "$SOURCEMARK init" && ls -A .sourcemark`,
      );
      assert.equal(status, 0, err);
      assert.equal(err, `${CONFIG} could not be written: the disk is full. Free some space, then try again.\n`);
      assert.match(out, /^code 2\n.*\n?.*written\.\n.*written\.\n\.gitignore\nconfig\.yaml\n$/);
    });
  });

  it('lets git merge again what did not fit on the disk, and loses nothing', async function () {
    if (!canMount()) this.skip();
    const files = { base: BASE, ours: OURS, theirs: THEIRS };
    await inFolder(files, async (folder) => {
      const store = '.sourcemark/articles/a.md.yaml';
      const { out, err } = onSmallDisk(
        folder,
        `set -e
        git init -q -b main --separate-git-dir ../repository; git config user.name T; git config user.email t@example.org
        git config merge.sourcemark.driver "$SOURCEMARK merge %O %A %B %P"
        mkdir -p .sourcemark/articles; echo '*.yaml merge=sourcemark' > .gitattributes
        cp ../base ${store}; git add -A; git commit -qm base
        git checkout -qb theirs; cp ../theirs ${store}; git commit -qam theirs
        git checkout -q main; cp ../ours ${store}; git commit -qam ours
        set +e
        for pages in 0 4 6 7; do
          ${FILL}
          truncate -s "-$((pages * 4096))" filler
          git merge -q -m merge theirs >&2 && echo "merged" || echo "failed"
          rm filler
          git merge --abort 2>/dev/null
          cmp ../ours ${store} >&2 && echo whole
        done
        git merge -q -m merge theirs; echo "code $?"
        git status --short; ls -A; cat ${store}`,
      );
      assert.match(out, /^(?:failed\nwhole\n){4}(?:Auto.*\n)?code 0\n/, `${out}\n${err}`);
      // With some of these rooms git itself gets along, and it is our result that does not fit.
      assert.match(err, /a\.md\.yaml could not be written: the disk is full/);
      assert.ok(out.includes('c-ours') && out.includes('c-theirs'));
      assert.ok(!/filler|\.tmp|\.lock/.test(out), out);
    });
  });
});
