import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/core/model/canonicalJson';
import { insistOn, withoutReplaced } from '../../../src/core/store/answerHindrance';
import { applySeen } from '../../../src/core/store/applySeen';
import { conflictingValues, isRecord } from '../../../src/core/store/conflictValue';
import { applyOperation, type StoreOperation } from '../../../src/core/store/operations';
import { readYaml } from '../../../src/core/store/readYaml';
import { seenAfter, seenBy } from '../../../src/core/store/seenData';
import type { YamlValue } from '../../../src/core/store/toData';

const at = '2026-11-21T09:00:00Z';
const later = '2026-11-22T09:00:00Z';

const claim =
  '    target: { exact: 120 ships, start: 16 }\n    citations:\n      - source: ledger\n        exact: 120 ships\n    by: aiko\n    at: 2026-11-21T09:00:00Z\n';
const yaml = `article: a.md # ours\ntext: ${'1'.repeat(40)}\nclaims:\n  c-1:\n${claim}exemptions:\n  e-1: { target: { exact: 7 cranes }, reason: 見出し, by: aiko, at: ${at}, until: 2027-01-01 }\n`;
const withVerdict = `${claim}    verdicts:\n      - { by: ken, at: ${later}, verdict: verified, of: 3fa9 }\n    thread:\n      - { id: m-1, by: ken, at: ${later}, text: 一次資料は? }\n`;

/** What becomes of operations that a person asked for on one text, when they are tried on another. */
function tried(shown: string, now: string | undefined, ...operations: StoreOperation[]) {
  const { text, hindrances, disputed, problems } = applySeen(now, operations, seenBy(operations, shown));
  return { text, hindrances, disputed, problems };
}

function isMadeOn(shown: string, now: string, operation: StoreOperation): void {
  const { text, hindrances, disputed } = tried(shown, now, operation);
  assert.deepEqual([hindrances, disputed], [[], []]);
  assert.equal(text, applyOperation(now, operation).text);
  assert.notEqual(text, now);
}

/** That a person is asked, between these two. */
function asks(
  shown: string,
  now: string,
  operation: StoreOperation,
  mine: YamlValue | undefined,
  theirs: YamlValue | undefined,
) {
  const { text, hindrances } = tried(shown, now, operation);
  assert.equal(text, undefined);
  assert.deepEqual(
    hindrances.map((one) => (one.kind === 'differs' ? [one.mine, one.theirs, one.isKnown] : one.kind)),
    [[mine, theirs, true]],
  );
}

function isNeedless(shown: string, now: string, operation: StoreOperation): void {
  const { text, hindrances, disputed } = tried(shown, now, operation);
  assert.deepEqual([hindrances, disputed], [[], []]);
  assert.equal(text, now);
}

const note = (text: string | undefined): StoreOperation => ({
  type: 'setNote',
  claim: 'c-1',
  ...(text && { note: text }),
});
const noted = (text: string) => yaml.replace('    by: aiko', `    note: ${text}\n    by: aiko`);
const verdict: StoreOperation = {
  type: 'addVerdict',
  claim: 'c-1',
  verdict: { by: 'mari', at, verdict: 'disputed', of: '12e4' },
};
const said: StoreOperation = {
  type: 'addMessage',
  claim: 'c-1',
  message: { id: 'm-2', by: 'mari', at, text: 'なぜ?' },
};
const remove: StoreOperation = { type: 'removeClaim', id: 'c-1' };
const detach: StoreOperation = { type: 'detach', claim: 'c-1', by: 'aiko', at };
const reviewed = yaml.replace(claim, withVerdict);
const gone = yaml.replace(`claims:\n  c-1:\n${claim}`, '');

describe('applySeen', () => {
  describe('what sets a value', () => {
    it('is made where the value is what was seen, whatever else changed', () => {
      isMadeOn(yaml, reviewed, note('Counted.'));
      isMadeOn(noted('Old.'), noted('Old.').replace('120 ships', '130 ships'), note('Counted.'));
      isMadeOn(noted('Old.'), `# pulled\n${noted('Old.')}`, note(undefined));
      isMadeOn(yaml, reviewed, { type: 'setUntil', id: 'e-1', until: '2028-01-01' });
    });

    it('is asked about where somebody set another value meanwhile', () => {
      asks(yaml, noted('Newer.'), note('Older.'), 'Older.', 'Newer.');
      asks(noted('First.'), noted('Newer.'), note('Older.'), 'Older.', 'Newer.');
      asks(noted('First.'), yaml, note('Older.'), 'Older.', undefined);
      asks(noted('First.'), noted('Newer.'), note(undefined), undefined, 'Newer.');
      const pulled = yaml.replace('2027-01-01', '2029-01-01');
      asks(yaml, pulled, { type: 'setUntil', id: 'e-1', until: '2028-01-01' }, '2028-01-01', '2029-01-01');
      asks(yaml, pulled, { type: 'setUntil', id: 'e-1' }, undefined, '2029-01-01');
      const about = (ids: string) => yaml.replace('    by: aiko', `    entities: [${ids}]\n    by: aiko`);
      asks(yaml, about('port'), { type: 'setEntities', claim: 'c-1', entities: ['maker'] }, ['maker'], ['port']);
      const measured = yaml.replace('    by: aiko', '    measure: { of: port, name: fleet }\n    by: aiko');
      asks(
        yaml,
        measured,
        { type: 'setMeasure', claim: 'c-1', measure: { of: 'maker', name: 'fleet' } },
        { of: 'maker', name: 'fleet' },
        { of: 'port', name: 'fleet' },
      );
      asks(yaml, yaml.replace('a.md', 'c.md'), { type: 'setArticle', article: 'b.md' }, 'b.md', 'c.md');
      const source = 'ledger:\n  type: report\n  custom: { status: active }\n';
      const retracted = source.replace('active', 'retracted');
      const status = { type: 'setSource', id: 'ledger', path: ['custom', 'status'], value: 'superseded' } as const;
      asks(source, retracted, status, 'superseded', 'retracted');
      isMadeOn(source, source.replace('report', 'book'), status);
      asks('language: ja\n', 'language: zh\n', { type: 'setConfig', path: ['language'], value: 'en' }, 'en', 'zh');
    });

    it('is over where the value is there already', () => {
      isNeedless(yaml, noted('Same.'), note('Same.'));
      isNeedless(noted('First.'), yaml, note(undefined));
    });
  });

  describe('what only adds', () => {
    it('is made beside what others added', () => {
      for (const operation of [verdict, said]) isMadeOn(yaml, reviewed, operation);
      isMadeOn(yaml, reviewed, { type: 'addCitation', claim: 'c-1', citation: { source: 'other' } });
      isMadeOn(yaml, reviewed, {
        type: 'addClaim',
        article: 'a.md',
        id: 'c-2',
        claim: { target: { exact: '9' }, by: 'k', at },
      });
    });

    it('is asked about where its id says something else', () => {
      const source: StoreOperation = { type: 'addSource', id: 'ledger', source: { type: 'report', title: 'Mine' } };
      asks('', 'ledger: { type: book }\n', source, { type: 'report', title: 'Mine' }, { type: 'book' });
      isNeedless('', 'ledger: { type: report, title: Mine }\n', source);
    });
  });

  describe('a removal', () => {
    it('is made where all of the thing is what was seen, or where only its place was', () => {
      isMadeOn(yaml, `# pulled\n${yaml}`, remove);
      isMadeOn(yaml, yaml.replace('start: 16', 'start: 40'), remove);
      isMadeOn(yaml, reviewed, { type: 'removeExemption', id: 'e-1' });
      isNeedless(yaml, gone, remove);
    });

    it('leaves what others worked on as an open conflict, as a merge does', () => {
      const changes = [
        reviewed,
        noted('Newer.'),
        yaml.replace('exact: 120 ships\n', 'exact: about 120 ships\n'),
        yaml.replace('      - source: ledger', '      - source: other\n      - source: ledger'),
        yaml.replace('exact: 120 ships,', 'exact: 121 ships,'),
      ];
      for (const now of changes) {
        const { text = '', disputed } = tried(yaml, now, remove);
        assert.equal(text.replace('    conflict: removed\n', ''), now);
        assert.notEqual(text, now);
        assert.deepEqual(
          disputed.map(({ path }) => path),
          [['claims', 'c-1']],
        );
        assert.equal(tried(yaml, text, remove).text, text);
        // Whoever saw the conflict may settle it so.
        isMadeOn(text, text, remove);
      }
      const longer = yaml.replace('2027-01-01', '2029-01-01');
      const { text = '' } = tried(yaml, longer, { type: 'removeExemption', id: 'e-1' });
      assert.equal(text.replace(', conflict: removed', ''), longer);
    });

    it('of a source leaves what was said of it meanwhile', () => {
      const source = 'ledger:\n  type: report\n';
      const { text } = tried(source, `${source}  title: Ledger\n`, { type: 'removeSource', id: 'ledger' });
      assert.equal(text, `${source}  title: Ledger\n  conflict: removed\n`);
    });

    it('of what nobody could see, because the file had errors, takes nothing away', () => {
      const { text = '' } = tried('article: a.md\nclaims: [\n', yaml, remove);
      assert.match(text, /conflict: removed/);
    });
  });

  describe('a citation', () => {
    const cited = { source: 'ledger', exact: '120 ships' };
    const changed = yaml.replace('        exact: 120 ships\n', '        exact: 120 ships\n        note: page 3\n');

    it('is changed or removed where it is what was seen', () => {
      const more = yaml.replace('    by: aiko', '      - source: other\n    by: aiko');
      for (const now of [reviewed, more]) {
        isMadeOn(yaml, now, { type: 'removeCitation', claim: 'c-1', citation: cited });
        isMadeOn(yaml, now, {
          type: 'setCitation',
          claim: 'c-1',
          was: cited,
          citation: { source: 'ledger', exact: '120' },
        });
      }
    });

    it('is asked about where somebody changed it meanwhile', () => {
      const operation: StoreOperation = {
        type: 'setCitation',
        claim: 'c-1',
        was: cited,
        citation: { source: 'ledger', exact: '120' },
      };
      asks(yaml, changed, operation, { source: 'ledger', exact: '120' }, { ...cited, note: 'page 3' });
      const without = yaml.replace('    citations:\n      - source: ledger\n        exact: 120 ships\n', '');
      asks(yaml, without, operation, { source: 'ledger', exact: '120' }, undefined);
    });

    it('is asked about where somebody else added it since, however much it says the same', () => {
      const theirs = { source: 'other', exact: '9 cranes' };
      const operation: StoreOperation = { type: 'removeCitation', claim: 'c-1', citation: theirs };
      const now = yaml.replace('    by: aiko', '      - source: other\n        exact: 9 cranes\n    by: aiko');
      asks(yaml, now, operation, undefined, theirs);
      const noted = now.replace('9 cranes\n', '9 cranes\n        note: page 3\n');
      asks(yaml, noted, operation, undefined, { ...theirs, note: 'page 3' });
      // Whoever wants it away all the same has seen it then.
      const { hindrances } = tried(yaml, now, operation);
      const insisted = insistOn([operation], hindrances, now, 'a.md');
      assert.equal(applySeen(now, insisted.operations, insisted.seen).text, yaml);
      // Of what is nowhere, nothing has to be said; and one that only resembles it was not meant.
      isNeedless(yaml, reviewed, operation);
      isNeedless(noted, noted, operation);
      const becomes = { source: 'other', exact: '8' };
      asks(yaml, now, { type: 'setCitation', claim: 'c-1', was: theirs, citation: becomes }, becomes, theirs);
    });

    it('is removed or changed as it is read where a part of it is broken, empty or in conflict', () => {
      const other = '      - source: ledger\n';
      const parts = [
        ['exact: 120', { source: 'ledger' }],
        ['exact:', { source: 'ledger' }],
        ['exact: { conflict: [120 ships, 9 ships] }', { source: 'ledger', exact: '120 ships' }],
        ['locator: { page: [3], line: 4 }', { source: 'ledger', locator: { line: 4 } }],
      ] as const;
      for (const [part, citation] of parts) {
        const odd = yaml.replace('exact: 120 ships\n', `${part}\n${other.replace('ledger', 'other')}`);
        const { text } = tried(odd, odd, { type: 'removeCitation', claim: 'c-1', citation });
        assert.equal(text, odd.replace(`${other}        ${part}\n`, ''), part);
        const becomes = { source: 'ledger', exact: '120 ships in all' };
        const set = tried(odd, odd, { type: 'setCitation', claim: 'c-1', was: citation, citation: becomes });
        assert.match(set.text ?? '', /exact: 120 ships in all\n/, part);
        // The one that says the same word for word comes first, wherever it stands.
        const twice = odd.replace('    by: aiko', `${other}    by: aiko`);
        const plain: StoreOperation = { type: 'removeCitation', claim: 'c-1', citation: { source: 'ledger' } };
        assert.equal(tried(twice, twice, plain).text, odd, part);
      }
    });

    it('stays as an open conflict where it was to be removed and somebody changed it', () => {
      const { text = '' } = tried(yaml, changed, { type: 'removeCitation', claim: 'c-1', citation: cited });
      const value = readYaml(text).value as { claims: { 'c-1': { citations: YamlValue[] } } };
      assert.deepEqual(value.claims['c-1'].citations, [{ conflict: [{ ...cited, note: 'page 3' }, null] }]);
    });
  });

  describe('taking a claim off the text, and putting it back', () => {
    const detached = yaml.replace('    by: aiko', `    detached: { by: ken, at: ${later} }\n    by: aiko`);
    const elsewhere = yaml.replace('{ exact: 120 ships, start: 16 }', '{ exact: 7 cranes, start: 3 }');
    const attach: StoreOperation = { type: 'attach', claim: 'c-1' };

    it('is made where the claim stands as it did', () => {
      isMadeOn(yaml, reviewed, detach);
      isMadeOn(detached, `# pulled\n${detached}`, attach);
    });

    it('is asked about where somebody put the claim elsewhere meanwhile', () => {
      const [mine, theirs] = [
        { by: 'aiko', at },
        { exact: '7 cranes', start: 3 },
      ];
      asks(yaml, elsewhere, detach, { detached: mine, target: theirs }, { target: theirs });
      const [hindrance] = tried(
        detached,
        elsewhere.replace('    by: aiko', `    detached: { by: mari, at: ${later} }\n    by: aiko`),
        attach,
      ).hindrances;
      assert.equal(hindrance?.kind, 'differs');
    });

    it('is over where somebody else has done it', () => {
      isNeedless(yaml, detached, detach);
      isNeedless(detached, yaml, attach);
    });
  });

  describe('a target', () => {
    const to = (exact: string, start: number): StoreOperation => ({
      type: 'setTarget',
      in: 'claims',
      id: 'c-1',
      target: { exact, start },
    });
    const at130 = yaml.replace('{ exact: 120 ships, start: 16 }', '{ exact: 130 ships, start: 16 }');
    const moved = yaml.replace('start: 16', 'start: 90');

    it('follows the merge: other words win over another place', () => {
      isMadeOn(yaml, reviewed, to('120 ships', 20));
      isMadeOn(yaml, moved, to('121 ships', 20));
      isNeedless(yaml, moved, to('120 ships', 20));
      isNeedless(yaml, at130, to('120 ships', 20));
      isNeedless(yaml, gone, to('120 ships', 20));
      isNeedless(yaml, at130, to('130 ships', 90));
      asks(yaml, at130, to('121 ships', 20), { exact: '121 ships', start: 20 }, { exact: '130 ships', start: 16 });
    });

    it('brings its text along only where the file still names the one that was seen', () => {
      const both = [to('121 ships', 20), { type: 'setText', text: '2'.repeat(40) } as const];
      assert.match(tried(yaml, moved, ...both).text ?? '', /^text: "2{40}"$/m);
      const theirs = yaml.replace('1'.repeat(40), '3'.repeat(40));
      assert.match(tried(yaml, theirs, ...both).text ?? '', /^text: 3{40}$/m);
      assert.match(tried('article: a.md\n', theirs, both[1]!).text ?? '', /^text: 3{40}$/m);
    });
  });

  describe('what is about something that is gone', () => {
    it('says so, with the thing as it was seen', () => {
      for (const operation of [verdict, said, note('Counted.'), detach]) {
        const { text, hindrances } = tried(yaml, gone, operation);
        assert.equal(text, undefined);
        const [hindrance] = hindrances;
        assert.equal(hindrance?.kind, 'gone');
        assert.deepEqual(
          hindrance.thing,
          (readYaml(yaml).value as { claims: Record<string, YamlValue> }).claims['c-1'],
        );
      }
      assert.equal(tried(yaml, undefined, verdict).hindrances[0]?.kind, 'gone');
    });

    it('waits for the errors of a file, which may only hide it', () => {
      const { text, hindrances, problems } = tried(yaml, 'article: a.md\nclaims: [\n', verdict, note('Waiting.'));
      assert.deepEqual([text, hindrances], [undefined, []]);
      assert.match(problems.at(-1)?.message.text ?? '', /has errors/);
    });
  });

  describe('a settled conflict', () => {
    it('is not settled by the number of a value once it holds others', () => {
      const open = noted('{ conflict: [a, b] }');
      const settle: StoreOperation = { type: 'settleConflict', path: ['claims', 'c-1', 'note'], choose: 1 };
      isMadeOn(open, open, settle);
      const { text, problems } = tried(open, noted('{ conflict: [a, c, b] }'), settle);
      assert.equal(text, undefined);
      assert.match(problems[0]?.message.text ?? '', /has changed meanwhile/);
    });
  });

  describe('several operations of one action', () => {
    it('see what the earlier ones of the action did', () => {
      const now = `# pulled\n${yaml}`;
      const { text, hindrances } = tried(yaml, now, note('One.'), note('Two.'), detach, {
        type: 'attach',
        claim: 'c-1',
      });
      assert.deepEqual(hindrances, []);
      assert.equal(text, `# pulled\n${noted('Two.')}`);
    });

    it('are made all or none, and all that is in the way is told', () => {
      const { text, hindrances } = tried(yaml, noted('Newer.'), verdict, note('Older.'), {
        type: 'addAlias',
        id: 'x',
        alias: 'y',
      });
      assert.equal(text, undefined);
      assert.deepEqual(
        hindrances.map(({ kind }) => kind),
        ['differs', 'gone'],
      );
    });
  });

  describe('what an earlier version kept without noting what it saw', () => {
    const blindly = (now: string, operation: StoreOperation) => applySeen(now, [operation], undefined);

    it('is made where it only adds, and asked about where it decides', () => {
      assert.equal(blindly(reviewed, verdict).text, applyOperation(reviewed, verdict).text);
      const deciding: StoreOperation[] = [
        note('Older.'),
        remove,
        detach,
        { type: 'setUntil', id: 'e-1', until: '2028-01-01' },
        { type: 'removeExemption', id: 'e-1' },
        { type: 'removeCitation', claim: 'c-1', citation: { source: 'ledger', exact: '120 ships' } },
        { type: 'setCitation', claim: 'c-1', was: { source: 'ledger', exact: '120 ships' }, citation: { source: 'x' } },
        { type: 'setTarget', in: 'claims', id: 'c-1', target: { exact: '121 ships' } },
        { type: 'setEntities', claim: 'c-1', entities: ['x'] },
        { type: 'setArticle', article: 'b.md' },
      ];
      for (const operation of deciding) {
        const { text, hindrances } = blindly(yaml, operation);
        assert.equal(text, undefined, operation.type);
        assert.deepEqual(
          hindrances.map((one) => one.kind === 'differs' && one.isKnown),
          [false],
          operation.type,
        );
      }
    });

    it('is over where what it wanted is there', () => {
      assert.equal(blindly(noted('Same.'), note('Same.')).text, noted('Same.'));
      assert.equal(blindly(gone, remove).text, gone);
    });
  });

  describe('two people at once', () => {
    const ids = ['c-1', 'c-2'] as const;
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-12-${String(number).padStart(2, '0')}T00:00:00Z`);
    const id = fc.constantFrom(...ids);
    const cite = fc.record({ source: fc.constantFrom('s', 't'), exact: word });
    const operation: fc.Arbitrary<StoreOperation> = fc.oneof(
      fc.record({ type: fc.constant('setNote' as const), claim: id, note: word }),
      fc.record({
        type: fc.constant('setEntities' as const),
        claim: id,
        entities: fc.uniqueArray(word, { maxLength: 2 }),
      }),
      fc.record({ type: fc.constant('setMeasure' as const), claim: id, measure: fc.record({ of: word, name: word }) }),
      fc.record({ type: fc.constant('detach' as const), claim: id, by: word, at: day }),
      fc.record({
        type: fc.constant('attach' as const),
        claim: id,
        target: fc.record({ exact: word, start: fc.nat(9) }),
      }),
      fc.record({
        type: fc.constant('setTarget' as const),
        in: fc.constant('claims' as const),
        id,
        target: fc.record({ exact: word, start: fc.nat(9) }),
      }),
      fc.record({ type: fc.constant('addCitation' as const), claim: id, citation: cite }),
      fc.record({ type: fc.constant('removeCitation' as const), claim: id, citation: cite }),
      fc.record({ type: fc.constant('setCitation' as const), claim: id, was: cite, citation: cite }),
      fc.record({
        type: fc.constant('addVerdict' as const),
        claim: id,
        verdict: fc.record({ by: word, at: day, verdict: fc.constant('verified' as const), of: word }),
      }),
      fc.record({
        type: fc.constant('addMessage' as const),
        claim: id,
        message: fc.record({ id: word, by: word, at: day, text: word }),
      }),
      fc.record({ type: fc.constant('removeClaim' as const), id }),
      fc.record({
        type: fc.constant('setUntil' as const),
        id: fc.constant('e-1'),
        until: fc.constantFrom('2027-01-01', '2028-01-01'),
      }),
      fc.record({ type: fc.constant('removeExemption' as const), id: fc.constant('e-1') }),
    );
    const begun = `article: a.md\nclaims:\n${ids.map((one) => `  ${one}: { target: { exact: x, start: 1 }, citations: [{ source: s, exact: a }], by: aiko, at: ${at} }\n`).join('')}exemptions:\n  e-1: { target: { exact: y }, reason: r, by: aiko, at: ${at} }\n`;

    /** Everything that a person can have written, one by one; what is open holds what each of both wrote. */
    function facts(yamlText: string): Set<string> {
      const found = new Set<string>();
      const collect = (where: string, value: YamlValue, name: string) => {
        const open = conflictingValues(value);
        if (open) for (const item of open) collect(where, item, name);
        else if (Array.isArray(value)) for (const item of value) collect(where, item, name);
        // Where the words stand is only remembered.
        else if (name === 'target' && isRecord(value)) found.add(`${where} ${canonicalJson(value.exact)}`);
        else found.add(`${where} ${canonicalJson(value)}`);
      };
      const data = readYaml(yamlText).value as Record<string, Record<string, Record<string, YamlValue>> | undefined>;
      for (const kind of ['claims', 'exemptions'])
        for (const [entry, fields] of Object.entries(data[kind] ?? {}))
          for (const [name, value] of Object.entries(fields)) collect(`${entry}.${name}`, value, name);
      return found;
    }

    it('never lose what the other wrote after the first had looked, whenever the first is tried again', () => {
      fc.assert(
        fc.property(
          fc.array(operation, { maxLength: 6 }),
          fc.array(operation, { minLength: 1, maxLength: 3 }),
          fc.array(operation, { maxLength: 6 }),
          (before, asked, meanwhile) => {
            const make = (text: string, one: StoreOperation) =>
              applySeen(text, [one], seenBy([one], text)).text ?? text;
            const shown = before.reduce(make, begun);
            const seen = JSON.parse(JSON.stringify(seenBy(asked, shown))) as YamlValue;
            const now = meanwhile.reduce(make, shown);
            const { text, hindrances } = applySeen(now, asked, seen);
            // What the first wrote in between, and wrote over again, is known to them whoever else writes the same.
            const steps = asked.map((_, index) => asked.slice(0, index + 1).reduce(make, shown));
            const known = new Set([shown, ...steps].flatMap((one) => [...facts(one)]));
            const wanted = text === undefined ? undefined : facts(text);
            for (const fact of facts(now)) if (!known.has(fact)) assert.ok(!wanted || wanted.has(fact), fact);
            // Nothing that was asked for is dropped in silence: it is there, or somebody is asked.
            assert.equal(text === undefined, hindrances.length > 0);
            for (const one of asked) {
              if (!wanted || !('claim' in one) || asked.some(({ type }) => /^(remove|set)/.test(type))) continue;
              if (one.type === 'addVerdict')
                assert.ok(wanted.has(`${one.claim}.verdicts ${canonicalJson(one.verdict)}`));
              if (one.type === 'addMessage') assert.ok(wanted.has(`${one.claim}.thread ${canonicalJson(one.message)}`));
              if (one.type === 'addCitation')
                assert.ok(wanted.has(`${one.claim}.citations ${canonicalJson(one.citation)}`));
            }
            // Made once more, it takes nothing either.
            const again = text === undefined ? undefined : applySeen(text, asked, seen).text;
            if (again !== undefined)
              for (const fact of facts(now)) if (!known.has(fact)) assert.ok(facts(again).has(fact), fact);
          },
        ),
      );
    });

    it('lose nothing in a long day of changes that wait, are tried again, and replace each other', () => {
      const step = fc.oneof(
        fc.record({ who: fc.constant('ken' as const), one: operation }),
        fc.record({ who: fc.constant('aiko' as const), one: operation, isBlocked: fc.boolean() }),
        fc.record({ who: fc.constant('retry' as const), which: fc.nat(5) }),
      );
      fc.assert(
        fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
          let file = begun;
          /** What aiko asked for that is in no file yet, the oldest first. */
          let kept: { one: StoreOperation; seen: YamlValue; unseen: Set<string> }[] = [];
          /** Tries a change of aiko's; what ken wrote that she had not seen must survive it. */
          const attempt = (entry: (typeof kept)[number]) => {
            const before = facts(file);
            const { text } = applySeen(file, [entry.one], entry.seen);
            if (text === undefined) return false;
            const after = facts(text);
            for (const fact of entry.unseen)
              if (before.has(fact)) assert.ok(after.has(fact), `${entry.one.type}: ${fact}`);
            file = text;
            return true;
          };
          for (const current of steps) {
            if (current.who === 'ken') {
              const before = facts(file);
              file = applySeen(file, [current.one], seenBy([current.one], file)).text ?? file;
              for (const fact of facts(file)) if (!before.has(fact)) for (const entry of kept) entry.unseen.add(fact);
            } else if (current.who === 'aiko') {
              const entry = { one: current.one, seen: seenBy([current.one], file), unseen: new Set<string>() };
              const isMade = !current.isBlocked && attempt(entry);
              kept = kept.filter(({ one }) => withoutReplaced([one], [current.one], isMade).length > 0);
              if (!isMade) kept.push(entry);
            } else {
              const entry = kept[current.which];
              if (!entry || !attempt(entry)) continue;
              const index = kept.indexOf(entry);
              kept.splice(index, 1);
              for (const other of kept.slice(index)) other.seen = seenAfter(other.seen, [entry.one]);
            }
          }
        }),
      );
    });
  });
});
