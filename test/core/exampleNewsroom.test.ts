import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { countFigures, figureStates } from '../../src/core/articles/figureState';
import { claimStates } from '../../src/core/model/claimState';
import { CONFIG_PATH } from '../../src/core/model/storePaths';
import { ruleIds } from '../../src/core/rules/rule';
import { checkWorkspace } from '../../src/core/rules/runRules';
import { loadWorkspace } from '../../src/core/workspace/loadWorkspace';
import type { Workspace } from '../../src/core/workspace/workspace';
import { NodeFileSystem } from '../../src/node/nodeFileSystem';

const root = 'examples/newsroom';
const rewritten = 'articles/whatsapp-revisited.ja.md';

/** The article that was rewritten, as it was when its claims were made. */
function oldText(): string {
  return readFileSync(path.join(root, rewritten), 'utf8')
    .replace('現金45億ドル', '現金40億ドル')
    .replace('株式30億ドルだった。\n', '株式30億ドルだった。毎月の利用者は4億5000万人に達していた。\n')
    .replace(/発表時の値段と、払い終えたときの値段。.*/, '')
    .replace(/デジタル編集部はこの約束を.*\n\n/, '');
}

async function load(history: (id: string) => string | undefined = () => undefined): Promise<Workspace> {
  const { workspace, unread } = await loadWorkspace(new NodeFileSystem(root), {
    today: '2025-12-15',
    history: { readBlob: async (id) => history(id) },
  });
  assert.deepEqual(unread, []);
  return workspace;
}

/** What became of the claims on the article that was rewritten, by the words they were made on. */
function checkRewritten(workspace: Workspace): void {
  const claims = workspace.article(rewritten).claims;
  const found = Object.fromEntries(
    claims.map(({ claim, state, anchor }) => [claim.target.exact, [state, anchor?.status]]),
  );
  assert.deepEqual(found, {
    '190億ドルで買うと発表した': ['verified', 'exact'],
    現金40億ドル: ['valueChanged', 'valueChanged'],
    株式120億ドル: ['verified', 'exact'],
    毎月の利用者は4億5000万人に達していた: ['orphaned', 'orphaned'],
    対価はおよそ220億ドルに膨らんでいた: ['verified', 'moved'],
    'Metaが6月にScale AIへ投じた14.3億ドル': ['disputed', 'moved'],
    WhatsAppの社員は55人: ['verified', 'moved'],
    '3億ドルを超える': ['detached', undefined],
    発表時の買収額は190億ドル: ['ambiguous', 'ambiguous'],
  });
}

describe('the example newsroom', () => {
  let workspace: Workspace;
  before(async () => {
    workspace = await load();
  });

  it('has a claim in every state', () => {
    const seen = new Set(
      workspace.articles.flatMap((article) => workspace.article(article).claims).map((c) => c.state),
    );
    assert.deepEqual(
      [...claimStates].filter((state) => !seen.has(state)),
      [],
    );
  });

  it('gives every check something to find', async () => {
    const missed = (room: Workspace) => {
      const found = new Set(checkWorkspace(room).map(({ rule }) => rule));
      return ruleIds.filter((rule) => !found.has(rule));
    };
    // Off until a team asks for it.
    assert.deepEqual(missed(workspace), ['figure/unchecked']);
    const strict = await load();
    const config = strict.text(CONFIG_PATH)!;
    strict.setFile(CONFIG_PATH, config.replace('rules:\n', 'rules:\n  figure/unchecked: information\n'));
    assert.deepEqual(missed(strict), []);
  });

  it('has figures in every state', () => {
    const counts = workspace.articles.map((article) => [article, workspace.summary(article).coverage] as const);
    const total = countFigures(workspace.articles.flatMap((article) => workspace.article(article).coverage));
    assert.deepEqual(
      figureStates.filter((state) => total[state] === 0),
      [],
    );
    for (const state of figureStates)
      assert.equal(
        counts.reduce((sum, [, count]) => sum + count[state], 0),
        total[state],
        state,
      );
  });

  it('is the work of three people', () => {
    const claims = workspace.articles.flatMap((article) => workspace.article(article).claims);
    assert.deepEqual([...new Set(claims.map(({ claim }) => claim.by))].sort(), ['aiko', 'ken', 'maria']);
  });

  it('has claims that follow a rewritten article, or ask', () => checkRewritten(workspace));

  it('has them follow alike when the old text is to be had', async () => {
    const asked: string[] = [];
    const followed = await load((id) => {
      asked.push(id);
      return oldText();
    });
    assert.equal(asked.length, 1);
    checkRewritten(followed);
  });

  it('is broken only where it is meant to be', () => {
    const problems = workspace.storeFiles.filter((file) => workspace.problems(file).length > 0);
    assert.deepEqual(problems, [
      '.sourcemark/articles/articles/briefs/labeling-market.en.md.yaml',
      '.sourcemark/articles/articles/briefs/morning-memo.ja.md.yaml',
      '.sourcemark/entities/llama-4.yaml',
    ]);
  });

  it('has one stale verdict, one misquotation and one source that changed', () => {
    const claims = workspace.articles.flatMap((article) => workspace.article(article).claims);
    const stale = claims.filter(({ verdicts }) => verdicts.some((verdict) => verdict.stale));
    assert.deepEqual(
      stale.map(({ claim }) => claim.target.exact),
      ['持ち分は約半数'],
    );
    const citations = claims.flatMap((claim) => claim.citations);
    const misquoted = citations.filter(({ passage }) => passage.status === 'notFound');
    assert.deepEqual(
      misquoted.map(({ citation }) => citation.exact),
      ['more than 1,500 employees around the world'],
    );
    const changed = citations.filter(({ contested }) => contested === 'textChanged');
    assert.deepEqual([...new Set(changed.map(({ citation }) => citation.source))], ['capex-outlook-2025']);
  });

  it('says of every source text that it was made up', () => {
    for (const file of readdirSync(path.join(root, 'sources')))
      assert.match(
        readFileSync(path.join(root, 'sources', file), 'utf8'),
        /^> \*\*(Made for this example|この例のために作った)/,
      );
  });
});
