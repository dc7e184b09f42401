import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeConflictMarkers, mergeStore } from '../../../src/core/store/mergeStore';
import { applyOperation, type StoreOperation } from '../../../src/core/store/operations';
import { parseArticleFile } from '../../../src/core/store/parseStoreFile';
import { readYaml } from '../../../src/core/store/readYaml';
import type { YamlValue } from '../../../src/core/store/toData';
import { sameData } from '../../../src/core/store/yamlData';
import { createDice, type Dice } from './oddYaml';

const BASE = `# 共同調査
article: articles/a.md
text: a111111111111111111111111111111111111111
claims:
  # 投資額
  c-1:
    target: { exact: 143億ドル, start: 10 }
    citations:
      - source: nyt
        exact: about $14.3 billion
    entities: [meta]
    by: aiko
    at: 2026-11-21T09:00:00Z
    verdicts:
      - { by: ken, at: 2026-11-21T10:00:00Z, verdict: verified, of: 3fa9c1 }
  c-2:
    target: { exact: 49%, start: 50 }
    by: ken
    at: 2026-11-21T09:00:00Z
`;

function merged(base: string, ours: string, theirs: string): { text: string; conflicts: number } {
  const merge = mergeStore(base, ours, theirs);
  const mirrored = mergeStore(base, theirs, ours);
  assert.deepEqual(merge, mirrored);
  assert.ok(merge.status === 'merged');
  return { text: merge.text, conflicts: merge.conflicts.length };
}

function apply(yaml: string, ...operations: StoreOperation[]): string {
  return operations.reduce((text, operation) => applyOperation(text, operation).text ?? text, yaml);
}

describe('mergeStore', () => {
  const verdict = (by: string, minute: string): StoreOperation => ({
    type: 'addVerdict',
    claim: 'c-1',
    verdict: { by, at: `2026-11-21T11:${minute}:00Z`, verdict: 'verified', of: '3fa9c1' },
  });

  it('unites verdicts in the order they were given', () => {
    const { text, conflicts } = merged(BASE, apply(BASE, verdict('mari', '30')), apply(BASE, verdict('sato', '10')));
    assert.equal(conflicts, 0);
    const claim = parseArticleFile(text).value.claims!['c-1']!;
    assert.deepEqual(
      claim.verdicts!.map(({ by }) => by),
      ['ken', 'sato', 'mari'],
    );
  });

  it('takes the same change once', () => {
    const changed = apply(BASE, verdict('mari', '30'));
    assert.deepEqual(merged(BASE, changed, changed), { text: changed, conflicts: 0 });
  });

  it('keeps the comments of both sides', () => {
    const ours = BASE.replace('    entities: [meta]', '    # 要確認\n    entities: [meta]');
    const theirs = apply(BASE, { type: 'addEntity', id: 'x', entity: { type: 'other', names: {} } }).replace(
      '  c-2:',
      '  # 比率\n  c-2:',
    );
    const { text } = merged(BASE, ours, theirs);
    for (const comment of ['# 共同調査', '# 投資額', '# 要確認', '# 比率']) assert.ok(text.includes(comment), comment);
  });

  it('keeps a comment that one side put where the other one worked', () => {
    const ours = BASE.replace('    entities: [meta]', '    # 要確認\n    entities: [meta]');
    const theirs = BASE.replace('    entities: [meta]', '    note: 独自\n    entities: [meta, x]');
    const { text, conflicts } = merged(BASE, ours, theirs);
    assert.equal(conflicts, 0);
    assert.ok(text.includes('    # 要確認\n') && text.includes('独自') && text.includes('[meta, x]'), text);
    const both = merged(
      BASE,
      ours,
      BASE.replace('    entities: [meta]', '    # 数字は本文どおり\n    entities: [meta]'),
    );
    assert.ok(both.text.includes('# 要確認') && both.text.includes('# 数字は本文どおり'), both.text);
  });

  it('merges a file whose last entries both sides took out or replaced', () => {
    const base = '# 出典\na: # old\n  type: book\n';
    const replaced = '# 出典\nb:\n  type: report\n';
    assert.deepEqual(merged(base, `# ours\n${base}`, '# 出典\n{}\n'), { text: '# ours\n# 出典\n{}\n', conflicts: 0 });
    const { text } = merged(base, `# ours\n${base}`, replaced);
    assert.equal(text, `# ours\n${replaced}`);
    const two = '# 出典\nm: # names\n  a: 1\n  b: 2\n';
    assert.match(merged(two, two.replace('  a: 1\n', ''), two.replace('  b: 2\n', '')).text, /^m: \{\} # names$/m);
  });

  it('names one text, whoever merges first, where the base names none', () => {
    const base = BASE.replace(/^text:.*\n/m, '');
    const [a, b, c] = ['2', '3', '4'].map((digit) =>
      apply(base, { type: 'setText', text: `b${digit.repeat(39)}` }),
    ) as [string, string, string];
    const first = merged(base, merged(base, c, b).text, a).text;
    assert.equal(merged(base, merged(base, a, b).text, c).text, first);
    assert.equal(first, a);
  });

  it('keeps the comment of a claim that both sides put at the same place', () => {
    const lines = (id: string, start: number) =>
      `  # about ${id}\n  ${id}:\n    target: { exact: x, start: ${start} } # here\n    by: ken\n    at: 2026-11-21T09:00:00Z\n`;
    const { text, conflicts } = merged(BASE, BASE + lines('c-4', 90), BASE + lines('c-3', 70));
    assert.equal(text, BASE + lines('c-3', 70) + lines('c-4', 90));
    assert.equal(conflicts, 0);
  });

  it('keeps both values where both changed one field, and settles by one operation', () => {
    const note = (text: string): StoreOperation => ({ type: 'setNote', claim: 'c-1', note: text });
    const { text, conflicts } = merged(BASE, apply(BASE, note('要追加取材')), apply(BASE, note('確認済み')));
    assert.equal(conflicts, 1);
    assert.ok(text.includes('    note: { conflict: [確認済み, 要追加取材] }\n'), text);
    const parsed = parseArticleFile(text);
    assert.deepEqual(
      parsed.problems.map(({ rule }) => rule),
      ['store/conflict'],
    );
    assert.equal(parsed.value.claims!['c-1']!.note, '確認済み');
    const settled = apply(text, { type: 'settleConflict', path: ['claims', 'c-1', 'note'], choose: 1 });
    assert.equal(parseArticleFile(settled).value.claims!['c-1']!.note, '要追加取材');
    assert.deepEqual(parseArticleFile(settled).problems, []);
  });

  it('keeps a claim that one side removed and the other worked on', () => {
    const { text, conflicts } = merged(
      BASE,
      apply(BASE, { type: 'removeClaim', id: 'c-1' }),
      apply(BASE, verdict('mari', '30')),
    );
    assert.equal(conflicts, 1);
    assert.equal(parseArticleFile(text).value.claims!['c-1']!.verdicts!.length, 2);
    const gone = apply(text, { type: 'settleConflict', path: ['claims', 'c-1'], choose: 1 });
    assert.deepEqual(Object.keys(parseArticleFile(gone).value.claims!), ['c-2']);
  });

  it('takes a removal when the other side only followed the text', () => {
    const moved = apply(BASE, {
      type: 'setTarget',
      in: 'claims',
      id: 'c-1',
      target: { exact: '143億ドル', start: 30 },
    });
    const { text, conflicts } = merged(BASE, apply(BASE, { type: 'removeClaim', id: 'c-1' }), moved);
    assert.equal(conflicts, 0);
    assert.ok(!text.includes('c-1'));
  });

  it('drops the blob id when the sides followed different texts', () => {
    const text = (digit: string): StoreOperation => ({ type: 'setText', text: `b${digit.repeat(39)}` });
    assert.ok(!merged(BASE, apply(BASE, text('2')), apply(BASE, text('3'))).text.includes('text:'));
  });

  it('merges a text that git left with markers, with and without the base', () => {
    const [claim] = [BASE.slice(BASE.indexOf('  c-2:'))];
    const ours = claim.replace('c-2', 'c-8');
    const theirs = claim.replace('c-2', 'c-9');
    for (const base of ['', '||||||| base\n']) {
      const text = `${BASE}<<<<<<< ours\n${ours}${base}=======\n${theirs}>>>>>>> theirs\n`;
      const merge = mergeConflictMarkers(text);
      assert.ok(merge.status === 'merged');
      assert.deepEqual(Object.keys(parseArticleFile(merge.text).value.claims!).sort(), ['c-1', 'c-2', 'c-8', 'c-9']);
      assert.equal(apply(text, { type: 'mergeMarkers' }), merge.text);
    }
  });

  it('keeps both of two comments with one id, in whichever version they are', () => {
    const message = (text: string): StoreOperation => ({
      type: 'addMessage',
      claim: 'c-1',
      message: { id: 'm-1', by: 'aiko', at: '2026-11-21T12:00:00Z', text },
    });
    const texts = (yaml: string) =>
      parseArticleFile(yaml)
        .value.claims!['c-1']!.thread!.map(({ text }) => text)
        .sort();
    const [ours, theirs] = [apply(BASE, message('one')), apply(BASE, message('two'))];
    const both = merged(BASE, ours, theirs);
    assert.deepEqual([texts(both.text), both.conflicts], [['one', 'two'], 0]);
    const more = apply(both.text, {
      ...message('three'),
      message: { id: 'm-3', by: 'ken', at: '2026-11-21T13:00:00Z', text: 'three' },
    } as StoreOperation);
    assert.deepEqual(texts(merged(both.text, more, apply(both.text, verdict('mari', '30'))).text), [
      'one',
      'three',
      'two',
    ]);
    // Twice in one version, by a copy and an edit.
    const twice = ours.replace(/^ {6}- \{ id: m-1.*\n/m, (line) => line + line.replace('one', 'copied'));
    assert.deepEqual(texts(merged(ours, twice, apply(ours, verdict('mari', '30'))).text), ['copied', 'one']);
  });

  it('keeps both of two rates and two patterns that are called alike', () => {
    const config = (rate: number, kind: string) =>
      `rates:\n  - { from: USD, to: JPY, rate: ${rate}, date: 2026-11-20 }\nfigures:\n  patterns:\n    - { pattern: '#件', kind: ${kind} }\n`;
    const { text, conflicts } = merged('rates: []\n', config(150, 'count'), config(152, 'other'));
    assert.equal(conflicts, 0);
    assert.deepEqual(
      [text.match(/rate: 15\d/g)?.sort(), text.match(/kind: \w+/g)?.sort()],
      [
        ['rate: 150', 'rate: 152'],
        ['kind: count', 'kind: other'],
      ],
    );
  });

  it('does not make one citation of two that quote one source', () => {
    const cite = (exact: string, page: number): StoreOperation => ({
      type: 'addCitation',
      claim: 'c-2',
      citation: { source: 'wsj', exact, locator: { page } },
    });
    const citations = (yaml: string, claim: string) => parseArticleFile(yaml).value.claims![claim]!.citations;
    const added = merged(BASE, apply(BASE, cite('49 percent', 1)), apply(BASE, cite('nearly half', 7)));
    assert.equal(added.conflicts, 0);
    assert.deepEqual(citations(added.text, 'c-2'), [
      { source: 'wsj', exact: '49 percent', locator: { page: 1 } },
      { source: 'wsj', exact: 'nearly half', locator: { page: 7 } },
    ]);
    const was = { source: 'nyt', exact: 'about $14.3 billion' };
    const recite = (exact: string, page: number): StoreOperation => ({
      type: 'setCitation',
      claim: 'c-1',
      was,
      citation: { source: 'nyt', exact, locator: { page } },
    });
    const changed = merged(BASE, apply(BASE, recite('$14.3 billion', 2)), apply(BASE, recite('some $14 billion', 9)));
    assert.equal(changed.conflicts, 0);
    assert.deepEqual(citations(changed.text, 'c-1'), [
      { source: 'nyt', exact: '$14.3 billion', locator: { page: 2 } },
      { source: 'nyt', exact: 'some $14 billion', locator: { page: 9 } },
    ]);
    // One that only one side worked on stays one.
    const once = merged(BASE, apply(BASE, recite('$14.3 billion', 2)), apply(BASE, verdict('mari', '30')));
    assert.deepEqual(citations(once.text, 'c-1'), [{ source: 'nyt', exact: '$14.3 billion', locator: { page: 2 } }]);
  });

  it('merges versions that hold the marks of an earlier merge', () => {
    const [mari, sato] = [apply(BASE, verdict('mari', '30')), apply(BASE, verdict('sato', '10'))];
    const lineOf = (text: string, by: string) => text.match(new RegExp(`^.*by: ${by}, .*\\n`, 'm'))![0];
    const between = (size: number, base = '') =>
      `${'<'.repeat(size)} ours\n${lineOf(mari, 'mari')}${base}${'='.repeat(size)}\n${lineOf(sato, 'sato')}${'>'.repeat(size)} theirs\n`;
    const mark = (lines: string) => BASE.replace(/^.*by: ken, at: 2026-11-21T10.*\n/m, (line) => line + lines);
    const names = (yaml: string) =>
      parseArticleFile(yaml)
        .value.claims!['c-1']!.verdicts!.map(({ by }) => by)
        .sort();
    for (const marked of [mark(between(7)), mark(between(9)), mark(between(7, '||||||| base\n'))]) {
      const [aiko, tomo] = ['aiko', 'tomo'].map((by) =>
        apply(apply(BASE, verdict('mari', '30')), verdict('sato', '10'), verdict(by, '50')),
      );
      const both = merged(marked, aiko!, tomo!);
      assert.deepEqual([names(both.text), both.conflicts], [['aiko', 'ken', 'mari', 'sato', 'tomo'], 0]);
      // What was settled once is replayed on the same marks, beside what was added since.
      const replayed = merged(marked, marked, sato);
      assert.deepEqual([names(replayed.text), replayed.conflicts], [['ken', 'sato'], 0]);
    }
    const nested = mark(between(7, `||||||| base\n${between(9)}`));
    assert.deepEqual(names(merged(nested, nested, mari).text), ['ken', 'mari']);
  });

  it('plans thousands of additions together as well as one by one', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = createDice(seed);
        const build = (ids: readonly string[], by: string) =>
          `article: a.md\nclaims:\n${ids
            .map((id) => {
              const own = !id.startsWith('b') || dice.below(2) === 0;
              const rest =
                own && by !== ''
                  ? `    verdicts:\n      - { by: ${by}, at: 2026-11-21T10:00:00Z, verdict: verified, of: '1' }\n`
                  : '';
              return `  # about ${id}\n  ${id}:\n    target: { exact: 'x', start: ${Number(id.slice(1)) * 10} }\n    by: aiko\n${rest}`;
            })
            .join('')}`;
        const base = Array.from({ length: 1 + dice.below(12) }, (_, index) => `b${index}`);
        const added = (letter: string) => Array.from({ length: dice.below(12) }, () => `${letter}${dice.below(12)}`);
        const side = (letter: string, by: string) => {
          const ids = [...new Set([...base.filter(() => dice.below(8) > 0), ...added(letter)])];
          return build(
            ids.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
            by,
          );
        };
        const [ours, theirs] = [side('k', 'ken'), side('m', 'mari')];
        const { text } = merged(build(base, ''), ours, theirs);
        for (const id of [...ours.matchAll(/^ {2}([km]\d+):/gm), ...theirs.matchAll(/^ {2}([km]\d+):/gm)])
          assert.equal(text.split(`\n  ${id[1]}:\n`).length, 2, `${id[1]} in\n${text}`);
        assert.ok(readYaml(text).wellFormed);
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 100) },
    );
  });

  it('says which side cannot be read', () => {
    const merge = mergeStore(BASE, BASE, 'a: [');
    assert.ok(merge.status === 'unreadable');
    assert.equal(merge.side, 'theirs');
  });

  it('holds every annotation of random histories, whoever merges first', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = createDice(seed);
        const [a, b, c] = ['a', 'b', 'c'].map((who) => history(who, dice));
        const [one, other, third] = [apply(BASE, ...a!), apply(BASE, ...b!), apply(BASE, ...c!)];
        const first = merged(BASE, merged(BASE, one, other).text, third);
        const second = merged(BASE, one, merged(BASE, other, third).text);
        const context = `${one}\n-----\n${other}\n-----\n${third}\n=>\n${first.text}\n-----\n${second.text}`;
        assert.ok(sameData(readYaml(first.text).value, readYaml(second.text).value), context);
        const { value, problems } = parseArticleFile(first.text);
        assert.deepEqual(
          problems.filter(({ rule }) => rule !== 'store/conflict'),
          [],
          context,
        );
        for (const side of [one, other, third]) {
          for (const [id, claim] of Object.entries(parseArticleFile(side).value.claims ?? {})) {
            const kept = value.claims?.[id];
            // What was there before may be removed, but nothing that someone made.
            if (!kept) assert.ok(/^c-[12]$/.test(id), `${id} is lost\n${context}`);
            for (const verdict of kept ? (claim.verdicts ?? []) : []) {
              assert.ok(
                kept?.verdicts?.some((other) => sameData(other as YamlValue, verdict as YamlValue)),
                context,
              );
            }
            for (const message of kept ? (claim.thread ?? []) : []) {
              assert.ok(
                kept?.thread?.some((other) => other.id === message.id),
                context,
              );
            }
          }
        }
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 5) },
    );
  });
});

/** What one person does to the base. */
function history(who: string, dice: Dice): StoreOperation[] {
  return Array.from({ length: 1 + dice.below(5) }, (_, step): StoreOperation => {
    const claim = dice.pick(['c-1', 'c-2']);
    const at = `2026-11-22T${who === 'a' ? '10' : who === 'b' ? '11' : '12'}:${10 + step}:00Z`;
    switch (dice.below(10)) {
      case 0:
        return { type: 'addVerdict', claim, verdict: { by: who, at, verdict: 'question', of: 'abc' } };
      case 1:
        return { type: 'addMessage', claim, message: { id: `m-${who}${step}`, by: who, at, text: '確認: ok?' } };
      case 2:
        return { type: 'setNote', claim, note: dice.pick(['x', 'y', who]) };
      case 3:
        return { type: 'setEntities', claim, entities: dice.pick([['meta', who], ['scale-ai'], []]) };
      case 4:
        return {
          type: 'addCitation',
          claim,
          citation: { source: dice.pick(['nyt', 'asahi']), exact: dice.pick(['p', who]) },
        };
      case 5:
        return {
          type: 'setTarget',
          in: 'claims',
          id: claim,
          target: { exact: dice.pick(['143億ドル', '49%', who]), start: dice.below(99) },
        };
      case 6:
        return { type: 'setText', text: `b${dice.pick(['2', '3']).repeat(39)}` };
      case 7:
        return { type: 'setMeasure', claim, measure: { of: 'meta', name: dice.pick(['x', who]) } };
      case 8:
        return dice.chance(2) ? { type: 'removeClaim', id: claim } : { type: 'detach', claim, by: who, at };
      default:
        return {
          type: 'addClaim',
          article: 'articles/a.md',
          id: `c-${who}${step}`,
          claim: { target: { exact: who, start: dice.below(99) }, by: who, at },
        };
    }
  });
}
