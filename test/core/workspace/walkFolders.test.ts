import assert from 'node:assert/strict';
import { createFolderFilter } from '../../../src/core/workspace/articleGlobs';
import {
  baseFolders,
  type FolderEntry,
  isOrdinaryFolder,
  type Walk,
  walkFolders,
} from '../../../src/core/workspace/walkFolders';

/** The folders of a tree given by the paths of its files; `>` ends a link, `!` a folder that cannot be listed. */
function treeOf(...paths: readonly string[]) {
  const asked: string[] = [];
  const readFolder = async (folder: string): Promise<FolderEntry[]> => {
    asked.push(folder);
    const prefix = folder === '' ? '' : `${folder}/`;
    if (paths.includes(`${folder}!`)) throw new Error('refused');
    const names = new Map<string, FolderEntry>();
    for (const path of paths) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      const plain = name.replace(/[>!]$/, '');
      const type = name.endsWith('>') ? 'other' : rest.length > 0 || name.endsWith('!') ? 'folder' : 'file';
      names.set(plain, { name: plain, type });
    }
    return [...names.values()];
  };
  return { asked, readFolder };
}

const walk = (readFolder: Walk['readFolder'], options: Partial<Walk> = {}) =>
  walkFolders({
    readFolder,
    bases: [''],
    wanted: (path) => path.endsWith('.md'),
    enter: isOrdinaryFolder,
    isOver: () => false,
    ...options,
  });

describe('walking through folders', () => {
  it('finds what is wanted, and looks into no package, hidden folder or link', async () => {
    const tree = treeOf('b.md', 'a/c.md', 'a/c.png', 'a/node_modules/d.md', '.git/e.md', 'f.md>', 'g>', 'a/b/h.md');
    assert.deepEqual(await walk(tree.readFolder), { files: ['a/b/h.md', 'a/c.md', 'b.md'], unread: [], isCut: false });
    assert.deepEqual(tree.asked, ['', 'a', 'a/b']);
  });

  it('looks into a hidden folder that is named, and says which folders could not be listed', async () => {
    const tree = treeOf('.store/a/b.md', '.store/c!', 'd.md');
    const enter = () => true;
    assert.deepEqual(await walk(tree.readFolder, { bases: ['.store', 'none'], enter }), {
      files: ['.store/a/b.md'],
      unread: ['.store/c'],
      isCut: false,
    });
  });

  it('ends where a folder has itself in it, after what lies near was found', async () => {
    let asked = 0;
    const readFolder = async (): Promise<FolderEntry[]> => {
      asked++;
      return [
        { name: 'a.md', type: 'file' },
        { name: 'again', type: 'folder' },
      ];
    };
    const { files, isCut } = await walk(readFolder);
    assert.equal(isCut, true);
    assert.equal(asked, 33);
    assert.ok(files.includes('a.md') && files.includes('again/again/a.md'));
  });

  it('ends where folders have more and more folders in them', async () => {
    let asked = 0;
    const readFolder = async (folder: string): Promise<FolderEntry[]> => {
      asked++;
      return Array.from({ length: folder === '' ? 1000 : 999 }, (_, i) => ({ name: `f${i}`, type: 'folder' }));
    };
    const { isCut } = await walk(readFolder);
    assert.equal(isCut, true);
    assert.ok(asked < 250, `${asked} folders were listed`);
  });

  it('ends when it is told to, and gives what it has', async () => {
    const tree = treeOf('a.md', 'b/c.md', 'b/d/e.md');
    const walked = await walk(tree.readFolder, { isOver: () => tree.asked.length >= 2 });
    assert.deepEqual(walked, { files: ['a.md', 'b/c.md'], unread: [], isCut: true });
  });

  it('takes no name that leads elsewhere', async () => {
    const names = ['..', '.', '', 'a/../../b.md', '../c.md', 'd\\e.md', 'f\n.md', '/g.md', 'h.md'];
    const readFolder = async () => names.map((name) => ({ name, type: 'file' as const }));
    assert.deepEqual((await walk(readFolder)).files, ['h.md']);
  });
});

describe('the folders that globs begin in', () => {
  for (const [globs, expected] of [
    [['**/*.md'], ['']],
    [['articles/**/*.md', 'articles/2025/*.txt'], ['articles']],
    [['{desk,.bureau/text}/*.md'], ['.bureau/text', 'desk']],
    [['a/b?/c/*.md', 'notes.md'], ['']],
    [['.sourcemark/**/*.{yaml,yml}'], ['.sourcemark']],
    [
      ['art/*.md', 'articles/*.md'],
      ['art', 'articles'],
    ],
  ] as const)
    it(globs.join(' '), () => assert.deepEqual(baseFolders(globs), expected));
});

describe('folders of articles', () => {
  it('are all but those of which the config excludes everything', () => {
    const mayHoldArticles = createFolderFilter({ exclude: ['archive/**', '**/old/**', 'drafts/*.md'] });
    const folders = ['archive', 'archive/2024', 'desk', 'desk/old', 'drafts', 'archives'];
    assert.deepEqual(folders.filter(mayHoldArticles), ['desk', 'drafts', 'archives']);
  });
});
