import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { articleStorePath, CONFIG_PATH, storeFileKind } from '../../../src/core/model/storePaths';
import { citedTexts, recordPaths } from '../../../src/core/references/recordPaths';
import type { Diagnostic, Rule } from '../../../src/core/rules/rule';
import { allRules, checkArticle, rulesOfPartialLibrary, rulesOfUnreadTexts } from '../../../src/core/rules/runRules';
import { Workspace } from '../../../src/core/workspace/workspace';

const root = 'examples/newsroom';
const files = new Map(
  readdirSync(root, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => statSync(path.join(root, file)).isFile())
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const),
);
const withAll = tell(files.keys());
const annotated = withAll.articles.filter((article) => files.has(articleStorePath(article)) && files.has(article));
/** What is shared: sources, entities and the texts of sources. */
const shared = [...files.keys()].filter(
  (file) => ['sources', 'entities'].includes(storeFileKind(file) ?? '') || withAll.sourceTexts.has(file),
);

function tell(paths: Iterable<string>): Workspace {
  const workspace = new Workspace('2025-12-15');
  for (const file of paths) workspace.setFile(file, files.get(file));
  return workspace;
}

function ownFiles(article: string): string[] {
  return [CONFIG_PATH, articleStorePath(article), article];
}

/** What is found and where; how it is told may name more articles when more are known. */
function find(workspace: Workspace, article: string, rules: readonly Rule[]): readonly string[] {
  return checkArticle(workspace, article, rules).map(
    ({ file, rule, range, data }: Diagnostic) =>
      `${file} ${range.start}-${range.end} ${rule} ${data?.claim ?? ''} ${data?.source ?? ''}`,
  );
}

describe('the rules of a partial library', () => {
  it('find nothing that more sources, entities and texts would take back', () => {
    const final = new Map(annotated.map((article) => [article, new Set(find(withAll, article, allRules))]));
    fc.assert(
      fc.property(fc.constantFrom(...annotated), fc.subarray(shared), (article, some) => {
        const partial = tell([...ownFiles(article), ...some]);
        for (const finding of find(partial, article, rulesOfPartialLibrary))
          assert.ok(final.get(article)!.has(finding), `${finding} was taken back`);
      }),
      { numRuns: 30 },
    );
  });

  it('hold back what a source could cover that is still to be read, and only that', () => {
    const text = '143億ドルだ。メタは143億ドルを投じた。5億円は別だ。出典[あり](https://example.org/)で6億円。';
    const claims = {
      'c-1': {
        target: { exact: '143億ドル', start: 11 },
        citations: [{ source: 'wire', exact: '143億ドル' }],
        by: 'a',
        at: '2025-06-13T09:00:00Z',
      },
    };
    const workspace = new Workspace('2025-12-15');
    workspace.setFile(CONFIG_PATH, 'textCitations: known\n');
    workspace.setFile('a.md', text);
    workspace.setFile(articleStorePath('a.md'), JSON.stringify({ article: 'a.md', claims }));
    const bare = (rules: readonly Rule[]) =>
      checkArticle(workspace, 'a.md', rules).map(({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`);
    assert.deepEqual(bare(rulesOfPartialLibrary), ['figure/unsourced 5億円']);
    workspace.setFile('.sourcemark/sources/wire.yaml', 'wire: { type: report, custom: { text: wire.md } }');
    assert.deepEqual(bare(rulesOfUnreadTexts), ['figure/unsourced 5億円']);
    workspace.setFile('wire.md', '143億ドル。');
    workspace.setFile('.sourcemark/sources/page.yaml', 'page: { type: webpage, URL: "http://example.org" }');
    assert.deepEqual(bare(allRules), ['figure/repeated 143億ドル', 'figure/unsourced 5億円']);
  });

  it('find all but what they leave out, once what the article names was told', () => {
    // The newsroom keeps some of its records together, where nobody would look for one of them.
    const alone = new Map(files);
    for (const kind of ['sources', 'entities'] as const)
      for (const [id, { file, value }] of withAll.library[kind]) {
        alone.delete(file);
        alone.set(`.sourcemark/${kind}/${id}.yaml`, JSON.stringify({ [id]: value }));
      }
    const heldBack = new Set(allRules.filter((rule) => !rulesOfPartialLibrary.includes(rule)).map(({ id }) => id));
    // A conflict is one with other articles, too.
    const isOwn = (finding: string) =>
      !finding.includes('figure/conflicts') && ![...heldBack].some((id) => finding.includes(` ${id} `));
    for (const article of annotated) {
      const workspace = new Workspace('2025-12-15');
      const set = (paths: Iterable<string>) => {
        for (const file of paths) if (alone.has(file)) workspace.setFile(file, alone.get(file));
      };
      set(ownFiles(article));
      set(recordPaths(workspace.summary(article)));
      set(citedTexts(workspace.summary(article), workspace.library));
      const expected = find(withAll, article, allRules).filter(isOwn);
      assert.deepEqual(find(workspace, article, rulesOfPartialLibrary).filter(isOwn), expected);
    }
  });

  it('do not say that there is no such source or entity, nor that a name is shared', () => {
    const ids = new Set(rulesOfPartialLibrary.map(({ id }) => id));
    for (const id of ['source/unknown', 'entity/unknown', 'entity/ambiguous-name'] as const)
      assert.ok(!ids.has(id), id);
    assert.ok(ids.has('figure/unsourced'));
  });
});
