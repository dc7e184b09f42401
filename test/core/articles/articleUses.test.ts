import assert from 'node:assert/strict';
import { createArticleUses } from '../../../src/core/articles/articleUses';
import { Workspace } from '../../../src/core/workspace/workspace';

const by = 'by: aiko, at: 2026-11-21T09:00:00Z';
const text =
  'Metaは143億ドルを投じた。約半数の株式を得る。\n社員は7万人いるとMetaは言う。\nOpenAIは3人を失い、ワン氏は28歳だ。\n';

function createWorkspace(): Workspace {
  const workspace = new Workspace('2026-11-22');
  workspace.setFile(
    '.sourcemark/entities/all.yaml',
    `meta: { type: organization, names: { en: Meta } }
openai: { type: organization, names: { en: OpenAI } }
wang: { type: person, names: { ja: ワン } }
`,
  );
  workspace.setFile('articles/a.md', text);
  workspace.setFile(
    '.sourcemark/articles/articles/a.md.yaml',
    `article: articles/a.md
claims:
  c-1: { target: { exact: 143億ドルを投じた, start: 5 }, citations: [{ source: nyt }, { source: nyt, locator: { page: 3 } }], entities: [meta], ${by} }
  c-2: { target: { exact: 約半数の株式, start: 16 }, measure: { of: scale, name: stake }, ${by} }
  c-3: { target: { exact: どこにもない42%, start: 0 }, entities: [openai], citations: [{ source: memo }], ${by} }
`,
  );
  return workspace;
}

describe('createArticleUses', () => {
  const usesOf = createArticleUses();

  it('finds the claims and figures of an entity by its name, by the claims that name it and by their measure', () => {
    const { entities } = usesOf(createWorkspace().article('articles/a.md'));
    const told = Array.from(entities, ([id, { claims, figures, mentions }]) => [
      id,
      claims.map((claim) => claim.id).join(' '),
      figures.map(({ figure }) => text.slice(figure.start, figure.end)).join(' '),
      mentions.length,
    ]);
    assert.deepEqual(told.sort(), [
      ['meta', 'c-1', '143億ドル 7万人', 2],
      ['openai', 'c-3', '3人 28歳', 1],
      ['scale', 'c-2', '半数', 0],
      ['wang', '', '3人 28歳', 1],
    ]);
  });

  it('names a claim once for a source that it cites twice', () => {
    const { sources } = usesOf(createWorkspace().article('articles/a.md'));
    assert.deepEqual(
      Array.from(sources, ([id, claims]) => [id, claims.map((claim) => claim.id)]),
      [
        ['nyt', ['c-1']],
        ['memo', ['c-3']],
      ],
    );
  });

  it('puts every claim under its one state', () => {
    const { states } = usesOf(createWorkspace().article('articles/a.md'));
    assert.deepEqual(
      Array.from(states, ([state, claims]) => [state, claims.map((claim) => claim.id)]),
      [
        ['cited', ['c-1']],
        ['uncited', ['c-2']],
        ['orphaned', ['c-3']],
      ],
    );
  });

  it('gives the same answer for the same picture, and a new one after a change', () => {
    const workspace = createWorkspace();
    const before = usesOf(workspace.article('articles/a.md'));
    assert.equal(usesOf(workspace.article('articles/a.md')), before);
    workspace.setFile('articles/a.md', `${text}Metaは3社を買った。`);
    assert.equal(usesOf(workspace.article('articles/a.md')).entities.get('meta')!.figures.length, 3);
  });
});
