import assert from 'node:assert/strict';
import { outlineOf } from '../../../src/core/articles/outline';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { findNames } from '../../../src/core/references/findNames';
import { Workspace } from '../../../src/core/workspace/workspace';

const path = 'articles/port.md';
const text = 'The port moved 120 ships in May. It has 900 people and 7 doors.\n';
const by = { by: 'ken', at: '2026-11-21T09:00:00Z' };

function createNewsroom(): Workspace {
  const workspace = new Workspace('2026-11-22');
  workspace.setFile('.sourcemark/sources/a.yaml', 'ledger-2026: { type: report, title: Ships of the year }\n');
  workspace.setFile(
    '.sourcemark/entities/a.yaml',
    'port: { type: organization, names: { en: Port of X, ja: X港 }, aliases: [Harbour] }\n',
  );
  workspace.setFile(path, text);
  workspace.setFile(
    articleStorePath(path),
    JSON.stringify({
      article: path,
      claims: {
        'c-1': { target: { exact: 'moved 120\nships in May' }, ...by },
        'c-2': { target: { exact: '900 people' }, citations: [{ source: 'ledger-2026' }], ...by },
        'c-3': { target: { exact: '80 cranes' }, ...by },
      },
    }),
  );
  return workspace;
}

function find(query: string, most = 10): string[] {
  const finding = findNames(createNewsroom(), query, 'en', most);
  let step = finding.next();
  while (!step.done) step = finding.next();
  return step.value.map(({ thing, name, of }) => `${thing.kind} ${name} (${of})`);
}

describe('findNames', () => {
  it('finds sources, entities and claims by what they are called', () => {
    assert.deepEqual(find('ships'), [
      'source Ships of the year (Ships of the year)',
      'claim moved 120 ships in May (articles/port.md)',
    ]);
    assert.deepEqual(find('ledger'), ['source ledger-2026 (Ships of the year)']);
    assert.deepEqual(find('harbour'), ['entity Harbour (Port of X)']);
    assert.deepEqual(find('港'), ['entity X港 (Port of X)']);
  });

  it('wants every word, in any order, over the ends of lines', () => {
    assert.deepEqual(find('ships moved 120'), ['claim moved 120 ships in May (articles/port.md)']);
    assert.deepEqual(find('moved people'), []);
  });

  it('takes what was typed as it is, and no more than was asked for', () => {
    for (const query of ['', '  ', '.*', '(', '[a-z]+', '\\', 'no such words']) assert.deepEqual(find(query), []);
    assert.equal(find('ships', 1).length, 1);
  });
});

describe('the outline of an article', () => {
  it('has the claims in the text with their state, and the figures that nothing stands behind', () => {
    const workspace = createNewsroom();
    workspace.setFile(
      articleStorePath(path),
      workspace.text(articleStorePath(path))!.replace('moved 120\\nships in May', 'moved 120 ships in May'),
    );
    assert.deepEqual(
      outlineOf(workspace.article(path)).map(({ words, state }) => [words, state]),
      [
        ['moved 120 ships in May', 'uncited'],
        ['900 people', 'cited'],
        ['7 doors', undefined],
      ],
    );
    assert.deepEqual(outlineOf(workspace.article('articles/none.md')), []);
  });
});
