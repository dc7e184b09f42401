import assert from 'node:assert/strict';
import { isSafePath } from '../../../src/core/model/storePaths';
import {
  parseArticleFile,
  parseConfigFile,
  parseEntitiesFile,
  parseSourcesFile,
} from '../../../src/core/store/parseStoreFile';

const ARTICLE = `# 見出しの注
article: articles/meta-scale.md
text: 5f0c1d2e3f405f0c1d2e3f405f0c1d2e3f401234
claims:
  c-7f3q2k:
    target: { exact: 143億ドルを投資し, prefix: Metaは最近、Scale AIに, suffix: 、約半数の株式, start: 517 }
    citations:
      - source: nyt-2025-06-12
        exact: Meta is investing $14.3 billion
        locator: { page: 3 }
    by: aiko
    at: 2026-11-21T09:00:00Z
    verdicts:
      - { by: ken, at: 2026-11-21T10:00:00Z, verdict: verified, of: 3fa9c1 }
`;

/** The problems as lines of "rule line: text at the place". */
function problemsOf(parsed: Pick<ReturnType<typeof parseArticleFile>, 'problems'>, yaml: string): string[] {
  return parsed.problems.map(({ rule, range, message, severity }) => {
    const line = yaml.slice(0, range.start).split('\n').length;
    return `${severity} ${rule} ${line} ${JSON.stringify(yaml.slice(range.start, range.end))}: ${message.text}`;
  });
}

describe('parseArticleFile', () => {
  it('reads what the design shows', () => {
    const { value, problems } = parseArticleFile(ARTICLE);
    assert.deepEqual(problems, []);
    assert.equal(value.claims!['c-7f3q2k']!.target.exact, '143億ドルを投資し');
    assert.equal(value.claims!['c-7f3q2k']!.verdicts![0]!.verdict, 'verified');
    assert.equal(value.claims!.toString, undefined);
  });

  it('leaves out a claim that does not fit and keeps the others', () => {
    const yaml = ARTICLE.replace(
      'claims:\n',
      'claims:\n  c-bad:\n    target: { prefix: x }\n    by: ken\n    at: 2026-11-21T10:00:00Z\n',
    );
    const parsed = parseArticleFile(yaml);
    assert.deepEqual(Object.keys(parsed.value.claims!), ['c-7f3q2k']);
    assert.deepEqual(problemsOf(parsed, yaml), ['error store/schema 6 "target": “{key}” is missing here.']);
  });

  it('drops only a broken verdict, and still finds the ones behind it', () => {
    const yaml = ARTICLE.replace('    verdicts:\n', '    verdicts:\n      - { by: ken, verdict: maybe }\n');
    const parsed = parseArticleFile(yaml);
    assert.equal(parsed.value.claims!['c-7f3q2k']!.verdicts!.length, 1);
    const place = parsed.locate(['claims', 'c-7f3q2k', 'verdicts', 0, 'verdict'])!;
    assert.equal(yaml.slice(place.value.start, place.value.end), 'verified');
  });

  it('takes only dates that the calendar has', () => {
    const problems = (until: string) => {
      const yaml = `${ARTICLE}exemptions:\n  e-1: { target: { exact: 28歳 }, reason: 例, by: ken, at: 2026-11-21T10:00:00Z, until: ${until} }\n`;
      return problemsOf(parseArticleFile(yaml), yaml);
    };
    for (const day of ['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '2026-04-30', '2026-11', '"2026"'])
      assert.deepEqual(problems(day), [], day);
    for (const day of ['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13', '2026-00', '2026-01-00'])
      assert.match(problems(day).join('\n'), new RegExp(`^error store/schema \\d+ "${day}": This must be a date`), day);
    const yaml = 'memo: { type: report, issued: 2026-02-30 }\n';
    assert.match(
      problemsOf(parseSourcesFile(yaml), yaml).join('\n'),
      /^[^\n]*"2026-02-30": This must be a date[^\n]*$/,
    );
  });

  it('takes only paths in the workspace for the text of a source', () => {
    const problems = (text: string) => {
      const yaml = `memo: { type: report, custom: { text: ${JSON.stringify(text)} } }\n`;
      return problemsOf(parseSourcesFile(yaml), yaml);
    };
    for (const path of ['memo.md', 'sources/2026/要覧 (1).md', '..a/.b/c...d', 'a/...'])
      assert.deepEqual([isSafePath(path), problems(path)], [true, []], path);
    for (const path of [
      '../memo.md',
      'a/../b',
      './a',
      'a//b',
      '/etc/passwd',
      'a/',
      'C:\\a.txt',
      'https://a.example/b',
    ]) {
      assert.equal(isSafePath(path), false, path);
      assert.match(
        problems(path).join('\n'),
        /^error store\/schema 1 [^\n]*: This must be the path of a file[^\n]*$/,
        path,
      );
    }
  });

  it('keeps and reports unknown keys', () => {
    const yaml = ARTICLE.replace('    by: aiko', '    colour: red\n    by: aiko');
    const parsed = parseArticleFile(yaml);
    assert.equal((parsed.value.claims!['c-7f3q2k'] as Record<string, unknown>).colour, 'red');
    assert.deepEqual(problemsOf(parsed, yaml), [
      'warning store/schema 11 "colour": “{key}” is not known here. It is kept.',
    ]);
  });

  it('reads our side of a marked conflict and says so', () => {
    const yaml = ARTICLE.replace(
      '    by: aiko\n',
      '<<<<<<< ours\n    by: aiko\n=======\n    by: mari\n>>>>>>> theirs\n',
    );
    const parsed = parseArticleFile(yaml);
    assert.equal(parsed.value.claims!['c-7f3q2k']!.by, 'aiko');
    assert.deepEqual(
      parsed.problems.map(({ rule }) => rule),
      ['store/conflict'],
    );
  });

  it('refuses what attacks', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghijk'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(',')}]`)
      .join('\n')}`;
    for (const yaml of [
      bomb,
      'a: &a [*a]',
      '['.repeat(100_000),
      '- '.repeat(50_000),
      'x'.repeat(10_000_001),
      'article: a.md\n__proto__: { polluted: true }',
      'article: a.md\narticle: b.md',
      'article: "a\u0000b"',
      'article: a.md\n--- \nb: 1',
      'version: 2\narticle: a.md',
      '\t- a',
      '- a',
      'article: !!js/function x\n  y: [',
    ]) {
      const { problems } = parseArticleFile(yaml);
      assert.ok(
        problems.some(({ severity }) => severity === 'error'),
        yaml.slice(0, 40),
      );
    }
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });
});

describe('the other files', () => {
  it('knows the variables of CSL', () => {
    const book =
      'a:\n  type: book\n  volume: 2\n  ISBN: 978-4\n  editor: [{ family: 森, given: 健 }]\n  submitted: { date-parts: [[2025, 6]] }\n';
    assert.deepEqual(parseSourcesFile(book).problems, []);
    assert.equal(parseSourcesFile(`${book}  volum: 2\n`).problems.length, 1);
  });

  it('reads sources, entities and config', () => {
    const sources = parseSourcesFile('nyt-2025:\n  type: article-newspaper\n  issued: 2025\n');
    assert.deepEqual(sources.problems, []);
    assert.equal(sources.value['nyt-2025']!.issued, 2025);
    const entities = parseEntitiesFile('メタ:\n  type: organization\n  names: { ja: メタ, en: Meta }\n');
    assert.deepEqual(entities.problems, []);
    assert.equal(entities.value.メタ!.names.ja, 'メタ');
    const config = parseConfigFile('version: 1\nrules: { figure/unsourced: error }\n');
    assert.deepEqual(config.problems, []);
    assert.equal(config.value.rules!['figure/unsourced'], 'error');
    assert.deepEqual(parseConfigFile('').problems, []);
  });
});
