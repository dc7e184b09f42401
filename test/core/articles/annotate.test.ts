import assert from 'node:assert/strict';
import {
  claimAround,
  claimOperations,
  exemptionOperations,
  retargetOperations,
  updatePositionsOperations,
} from '../../../src/core/articles/annotate';
import type { ArticleView } from '../../../src/core/articles/articleView';
import { findEvidence } from '../../../src/core/articles/findEvidence';
import { repairPlaces } from '../../../src/core/articles/repairPlaces';
import { neighborUnsourced } from '../../../src/core/articles/unsourced';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';
import { gitBlobId } from '../../../src/core/model/gitBlobId';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { definitionOf, referencesTo } from '../../../src/core/references/references';
import { renameThing } from '../../../src/core/references/renameThing';
import { thingsAt } from '../../../src/core/references/thing';
import { applyOperation } from '../../../src/core/store/operations';
import { Workspace } from '../../../src/core/workspace/workspace';

const path = 'articles/port.md';
const storeFile = articleStorePath(path);
const text = 'The Port handled 120 ships in May [@ledger].\nIt employs 900 people and owns 7 cranes.\n';
const authorship = { id: 'c-new', by: 'ken', at: '2025-11-21T09:00:00Z' };

function workspaceWith(store: string | undefined, article = text): Workspace {
  const workspace = new Workspace('2025-11-21');
  workspace.setFile(
    '.sourcemark/sources/ledger.yaml',
    'ledger: { type: report, title: Ledger, custom: { text: sources/ledger.txt } }\n',
  );
  workspace.setFile('.sourcemark/entities/port.yaml', 'port:\n  type: place\n  names: { en: Port }\n');
  workspace.setFile(path, article);
  if (store !== undefined) workspace.setFile(storeFile, store);
  return workspace;
}

function view(workspace: Workspace): ArticleView & { text: string } {
  const article = workspace.article(path);
  return { ...article, text: article.text! };
}

function rangeOf(words: string, of = text) {
  const start = of.indexOf(words);
  return { start, end: start + words.length };
}

function write(workspace: Workspace, operations: readonly Parameters<typeof applyOperation>[1][]): void {
  for (const operation of operations) {
    const result = applyOperation(workspace.text(storeFile), operation);
    assert.deepEqual(result.problems, []);
    workspace.setFile(storeFile, result.text);
  }
}

describe('annotating', () => {
  it('makes a claim with what it is about, and names the text it was made on', () => {
    const workspace = workspaceWith(undefined);
    write(
      workspace,
      claimOperations(view(workspace), rangeOf('The Port handled 120 ships'), authorship, { source: 'ledger' }),
    );
    const [claim] = workspace.article(path).claims;
    assert.equal(claim?.anchor?.status, 'exact');
    assert.deepEqual(claim?.claim.entities, ['port']);
    assert.equal(workspace.article(path).stored?.value.text, gitBlobId(text));
    assert.equal(claimAround(workspace.article(path), rangeOf('120 ships'))?.id, 'c-new');
    assert.equal(claimAround(workspace.article(path), rangeOf('900 people')), undefined);
  });

  it('keeps naming the old text while another target stands elsewhere than it was described', () => {
    const workspace = workspaceWith(undefined);
    write(workspace, claimOperations(view(workspace), rangeOf('900 people'), authorship));
    const later = `News. ${text}`;
    workspace.setFile(path, later);
    const exemption = exemptionOperations(
      view(workspace),
      rangeOf('7 cranes', later),
      { ...authorship, id: 'e-1' },
      { reason: 'own count' },
    );
    write(workspace, exemption);
    assert.equal(workspace.article(path).stored?.value.text, gitBlobId(text));
    const update = updatePositionsOperations(view(workspace));
    assert.deepEqual(
      update.map(({ type }) => type),
      ['setTarget', 'setText'],
    );
    write(workspace, update);
    assert.deepEqual(updatePositionsOperations(view(workspace)), []);
    assert.equal(workspace.article(path).stored?.value.text, gitBlobId(later));
  });

  it('leaves two targets that a merge kept to a person', () => {
    const claim = (id: string, target: string) => `  ${id}: { target: ${target}, by: ken, at: 2025-11-21T09:00:00Z }\n`;
    const both = '{ conflict: [{ exact: 7 cranes, start: 3 }, { exact: 900 people, start: 5 }] }';
    const workspace = workspaceWith(
      `article: ${path}\nclaims:\n${claim('c-1', both)}${claim('c-2', '{ exact: 120 ships, start: 3 }')}`,
    );
    assert.equal(workspace.claim(path, 'c-1')?.anchor?.status, 'moved');
    assert.deepEqual(
      updatePositionsOperations(view(workspace)).flatMap((operation) => ('id' in operation ? [operation.id] : [])),
      ['c-2'],
    );
  });

  it('puts a lost claim where a person says, and offers likely places first', () => {
    const workspace = workspaceWith(
      `article: ${path}\nclaims:\n  c-1: { target: { exact: staff of 900 persons }, by: ken, at: 2025-11-21T09:00:00Z }\n`,
    );
    const claim = workspace.claim(path, 'c-1')!;
    assert.equal(claim.state, 'orphaned');
    assert.deepEqual(repairPlaces(view(workspace), claim)[0], rangeOf('900 people'));
    write(workspace, retargetOperations(view(workspace), 'claims', 'c-1', rangeOf('900 people')));
    assert.equal(workspace.claim(path, 'c-1')?.anchor?.status, 'exact');
  });
});

describe('evidence', () => {
  const source = 'The port is large.\nIt moved 121 ships in April.\nIn May it handled 120 ships.\n';

  it('puts the sentences whose figure agrees first, and drops none', () => {
    const figures = workspaceWith(undefined)
      .figures(path)
      .filter(({ checkable }) => checkable);
    const sentences = findEvidence(source, figures.slice(0, 1));
    assert.equal(sentences[0]?.text, 'In May it handled 120 ships.');
    assert.equal(sentences[0]?.comparison?.status, 'equal');
    assert.deepEqual(sentences.map(({ text: words }) => words).sort(), source.trim().split('\n').sort());
  });

  it('puts the same number of something else before what has another', () => {
    const jobs = 'Port statement\n\nIt cost $5 million in 2023.\n\nThe work will create 3,200 jobs.\n';
    const [first, ...others] = findEvidence(jobs, recognizeFigures('工事で3200人の雇用が生まれる。'));
    assert.equal(first?.text, 'The work will create 3,200 jobs.');
    assert.deepEqual([first?.hasNumber, others.some(({ hasNumber }) => hasNumber)], [true, false]);
  });

  it('has an answer for an empty text', () => {
    assert.deepEqual(findEvidence('', []), []);
  });
});

describe('what an id names', () => {
  const store = `article: ${path}\nclaims:\n  c-1:\n    target: { exact: 120 ships, prefix: "handled ", suffix: " in May" }\n    citations: [{ source: ledger }]\n    entities: [port]\n    by: ken\n    at: 2025-11-21T09:00:00Z\n`;
  const kinds = (workspace: Workspace, file: string, words: string) =>
    thingsAt(workspace, file, workspace.text(file)!.indexOf(words) + 1).map(({ thing }) => thing);

  it('is found in articles and in the store, the narrowest first', () => {
    const workspace = workspaceWith(store);
    assert.deepEqual(kinds(workspace, path, 'Port'), [{ kind: 'entity', id: 'port' }]);
    assert.deepEqual(kinds(workspace, path, 'ledger'), [{ kind: 'source', id: 'ledger' }]);
    assert.deepEqual(kinds(workspace, path, '120 ships'), [{ kind: 'claim', article: path, id: 'c-1' }]);
    assert.deepEqual(kinds(workspace, storeFile, 'ledger')[0], { kind: 'source', id: 'ledger' });
    assert.deepEqual(kinds(workspace, storeFile, 'port]')[0], { kind: 'entity', id: 'port' });
    assert.deepEqual(kinds(workspace, storeFile, 'c-1')[0], { kind: 'claim', article: path, id: 'c-1' });
    assert.deepEqual(kinds(workspace, '.sourcemark/entities/port.yaml', 'port'), [{ kind: 'entity', id: 'port' }]);
    assert.deepEqual(kinds(workspace, '.sourcemark/sources/ledger.yaml', 'report'), []);
  });

  it('leads to its definition and to its uses', () => {
    const workspace = workspaceWith(store);
    const words = ({ file, range }: { file: string; range: { start: number; end: number } }) =>
      `${file}: ${workspace.text(file)!.slice(range.start, range.end)}`;
    assert.equal(
      words(definitionOf(workspace, { kind: 'source', id: 'ledger' })!),
      '.sourcemark/sources/ledger.yaml: ledger',
    );
    assert.deepEqual(referencesTo(workspace, { kind: 'source', id: 'ledger' }).map(words), [
      `${path}: 120 ships`,
      `${path}: ledger`,
      `${storeFile}: ledger`,
    ]);
    assert.deepEqual(referencesTo(workspace, { kind: 'entity', id: 'port' }).map(words), [
      `${path}: Port`,
      `${path}: 120 ships`,
      `${storeFile}: port`,
    ]);
    assert.equal(definitionOf(workspace, { kind: 'entity', id: 'nobody' }), undefined);
  });

  it('is renamed everywhere or not at all', () => {
    const workspace = workspaceWith(store);
    const renaming = renameThing(workspace, 'source', 'ledger', 'daily');
    assert.ok('edits' in renaming);
    assert.deepEqual([...renaming.edits.keys()].sort(), [storeFile, '.sourcemark/sources/ledger.yaml', path].sort());
    for (const edits of renaming.edits.values())
      assert.deepEqual(
        edits.map((edit) => edit.text),
        ['daily'],
      );
    assert.ok('refused' in renameThing(workspace, 'source', 'ledger', 'not an id'));
    workspace.setFile('.sourcemark/sources/daily.yaml', 'daily: { type: report }\n');
    assert.ok('refused' in renameThing(workspace, 'source', 'ledger', 'daily'));
  });
});

describe('the next figure without a source', () => {
  it('goes around the ends and counts', () => {
    const article = workspaceWith('article: articles/port.md\n').article(path);
    const step = (from: { start: number; end: number }, direction: 'next' | 'previous') => {
      const found = neighborUnsourced(article, from, direction);
      return (
        found && `${text.slice(found.figure.figure.start, found.figure.figure.end)} ${found.number}/${found.count}`
      );
    };
    assert.equal(step({ start: 0, end: 0 }, 'next'), '900 people 1/2');
    assert.equal(step(rangeOf('900 people'), 'next'), '7 cranes 2/2');
    assert.equal(step(rangeOf('7 cranes'), 'next'), '900 people 1/2');
    assert.equal(step(rangeOf('900 people'), 'previous'), '7 cranes 2/2');
  });

  it('is none where every figure has one', () => {
    const article = workspaceWith('article: articles/port.md\n', 'Nothing to count.\n').article(path);
    assert.equal(neighborUnsourced(article, { start: 0, end: 0 }, 'next'), undefined);
  });
});
