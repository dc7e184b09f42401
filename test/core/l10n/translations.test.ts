import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readKeys, sourceFiles } from './readKeys';

const readJson = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'));
const japanese = readJson('l10n/bundle.l10n.ja.json') as Record<string, string>;
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const keys = [...sourceFiles('src')].flatMap(([file, text]) => readKeys(file, text));

describe('readKeys', () => {
  it('reads literals, joined over lines or escaped, and says where there is none', () => {
    const source = `
      vscode.l10n.t('One'); // l10n.t('not this')
      message(
        'It\\'s “{n}”', { n })
      find('**/*.md', 'https://a.example'); message('Between globs'); find('**/b/**');
      l10n.t(\`Two\`); vscode.l10n.t(text); sayMessage('not this'); window.message('nor this')`;
    assert.deepEqual(
      readKeys('a.ts', source).map(({ text }) => text),
      ['One', 'It’s “{n}”'.replace('’', "'"), 'Between globs', 'Two', undefined],
    );
  });
});

describe('translations', () => {
  it('asks translators for nothing but literals', () => {
    assert.deepEqual(
      keys.filter(({ text }) => text === undefined).map(({ file }) => file),
      [],
    );
  });

  it('has a Japanese sentence for every English one in the code', () => {
    const missing = keys.flatMap(({ text }) => (text !== undefined && !Object.hasOwn(japanese, text) ? [text] : []));
    assert.deepEqual([...new Set(missing)].sort(), []);
  });

  it('keeps no sentence that the code no longer says', () => {
    const used = new Set(keys.map(({ text }) => text));
    assert.deepEqual(
      Object.keys(japanese).filter((key) => !used.has(key)),
      [],
    );
  });

  it('fills the same places in both languages', () => {
    const differing = Object.entries(japanese).filter(
      ([english, translated]) => String(places(english)) !== String(places(translated)),
    );
    assert.deepEqual(differing, []);
  });

  it('keeps its keys sorted, so that two people who add some do not meet', () => {
    for (const file of ['l10n/bundle.l10n.ja.json', 'package.nls.json', 'package.nls.ja.json']) {
      const found = Object.keys(readJson(file));
      assert.deepEqual(found, [...found].sort(), file);
    }
  });
});
