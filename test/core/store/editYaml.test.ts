import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRecord } from '../../../src/core/store/conflictValue';
import { editYaml } from '../../../src/core/store/editYaml';
import { readYaml } from '../../../src/core/store/readYaml';
import { applyTextEdits } from '../../../src/core/store/textEdits';
import type { YamlValue } from '../../../src/core/store/toData';
import { applyToData, sameData, type YamlOperation } from '../../../src/core/store/yamlData';
import { findEntry } from '../../../src/core/store/yamlNodes';
import { createDice, type Dice, oddKey, oddRecord, oddText, oddValue, toOddYaml } from './oddYaml';

function edit(yaml: string, ...operations: YamlOperation[]): string {
  const { edits, problems } = editYaml(yaml, operations);
  assert.deepEqual(problems, []);
  return applyTextEdits(yaml, edits);
}

describe('editYaml', () => {
  const claim =
    'claims:\n  c-1: # 一つ目\n    target: { exact: 49%, start: 5 }\n    by: "aiko"  # 記者\n    # about c-1\n  # about c-2\n  c-2:\n    by: ken\n';

  it('sets a value in the quotes it had', () => {
    assert.equal(
      edit(claim, { type: 'set', path: ['claims', 'c-1', 'by'], value: 'mari' }),
      claim.replace('"aiko"', '"mari"'),
    );
  });

  it('puts a claim between two, each with its comments', () => {
    const operation: YamlOperation = { type: 'set', path: ['claims', 'c-3'], value: { by: 'mari' }, after: 'c-1' };
    assert.equal(edit(claim, operation), claim.replace('  # about c-2\n', '  c-3:\n    by: mari\n  # about c-2\n'));
  });

  it('grows a flow mapping in flow style', () => {
    const operation: YamlOperation = {
      type: 'set',
      path: ['claims', 'c-1', 'target', 'prefix'],
      value: 'a, b',
      after: 'exact',
    };
    assert.equal(edit(claim, operation), claim.replace('exact: 49%,', 'exact: 49%, prefix: "a, b",'));
  });

  it('starts a list where there was none', () => {
    const operation: YamlOperation = {
      type: 'append',
      path: ['claims', 'c-2', 'verdicts'],
      value: { by: 'mari', verdict: 'verified' },
    };
    assert.equal(edit(claim, operation), `${claim}    verdicts:\n      - { by: mari, verdict: verified }\n`);
  });

  it('removes an entry with the comments inside of it', () => {
    assert.equal(
      edit(claim, { type: 'remove', path: ['claims', 'c-1'] }),
      'claims:\n  # about c-2\n  c-2:\n    by: ken\n',
    );
  });

  it('gives what repeats another its own copy before that changes', () => {
    const yaml = 'a: &x { n: 1 }\nb: *x # same\n';
    assert.equal(edit(yaml, { type: 'set', path: ['a', 'n'], value: 2 }), 'a: &x { n: 2 }\nb: { n: 1 } # same\n');
    assert.equal(edit(yaml, { type: 'set', path: ['b', 'n'], value: 2 }), 'a: &x { n: 1 }\nb: { n: 2 } # same\n');
  });

  it('takes an entry out of a flow mapping without touching the lines of the others', () => {
    const remove = (yaml: string, key: string) => edit(yaml, { type: 'remove', path: ['m', key] });
    const rows = 'm: {\n  a: 1, # one\n  b: 2, # two\n  # about c\n  c: 3\n}\n';
    assert.equal(remove(rows, 'a'), rows.replace('  a: 1, # one\n', ''));
    assert.equal(remove(rows, 'b'), rows.replace('  b: 2, # two\n', ''));
    assert.equal(remove(rows, 'c'), rows.replace('  c: 3\n', ''));
    const leading = 'm: {\n  a: 1\n  , b: 2 # two\n  , c: 3 }\n';
    assert.equal(remove(leading, 'b'), leading.replace('  , b: 2 # two\n', ''));
    assert.equal(remove(leading, 'c'), leading.replace(', c: 3 }', '}'));
    assert.equal(remove('m: { a: 1, b: 2 }\n', 'a'), 'm: { b: 2 }\n');
    assert.equal(remove('m: { a: 1, b: 2 }\n', 'b'), 'm: { a: 1 }\n');
    assert.equal(remove('m: {a: 1}\n', 'a'), 'm: {}\n');
  });

  it('gives a key that stands alone its colon', () => {
    const set: YamlOperation = { type: 'set', path: ['a', 'b'], value: 1 };
    assert.equal(edit('{ a, c: 2 }\n', set), '{ a: { b: 1 }, c: 2 }\n');
    assert.equal(edit('? a # why\nc: 2\n', set), '? a # why\n:\n  b: 1\nc: 2\n');
  });

  it('writes the first entry before the mark that ends a document', () => {
    const set: YamlOperation = { type: 'set', path: ['a'], value: 1 };
    assert.equal(edit('# ours\n...\n', set), '# ours\na: 1\n...\n');
  });

  it('keeps the comments in a collection that is empty', () => {
    const yaml = 'claims: { # none yet\n  # 未定\n  } # end\nx: 1\n';
    const set: YamlOperation = { type: 'set', path: ['claims', 'c-1'], value: { by: 'ken', at: [{ b: 1 }] } };
    const result = edit(yaml, set);
    for (const comment of ['# none yet\n', '  # 未定\n', '# end\n', 'x: 1\n'])
      assert.ok(result.includes(comment), result);
  });

  it('keeps the comment behind a key whose mapping or list becomes one line', () => {
    const set: YamlOperation = { type: 'set', path: ['m'], value: 'x' };
    assert.equal(edit('m: # why\n  a: 1\n  b: |\n    2\nn: 1\n', set), 'm: x # why\nn: 1\n');
    assert.equal(edit('m: # why\r\n  - a # one\r\nn: 1\r\n', set), 'm: x # why # one\r\nn: 1\r\n');
  });

  it('writes the first entry of an emptied file as any other', () => {
    const set: YamlOperation = { type: 'set', path: ['a', 'b'], value: [{ c: 1 }] };
    assert.equal(edit('# top\n{}\n# end\n', set), '# top\na:\n  b:\n    - c: 1\n# end\n');
    assert.match(edit('{\n# none\n}\n', set), /# none/);
  });

  it('knows that a byte order mark takes no room before a file that is set in', () => {
    const yaml = '\ufeff  a: 1\n  b: 2\n';
    assert.equal(edit(yaml, { type: 'set', path: ['c'], value: 3 }), `${yaml}  c: 3\n`);
    assert.equal(edit(yaml, { type: 'remove', path: ['a'] }), '\ufeff  b: 2\n');
  });

  it('ends new lines as the others end', () => {
    const yaml = 'a: |-\r\n  x\r\nb: 2\r\n';
    const set: YamlOperation = { type: 'set', path: ['a'], value: { c: [{ d: 1 }] } };
    assert.equal(edit(yaml, set), 'a:\r\n  c:\r\n    - d: 1\r\nb: 2\r\n');
  });

  it('does not let the blank lines below what it removes become part of a text above', () => {
    const yaml = 'a: |-\n x\nb: 1\n  \nc: 2\n';
    assert.equal(edit(yaml, { type: 'remove', path: ['b'] }), 'a: |-\n x\nc: 2\n');
    assert.equal(edit('a: |-\n x\nb: 1\n  ', { type: 'remove', path: ['b'] }), 'a: |-\n x\n');
  });

  it('sets a value back that an earlier operation changed', () => {
    const set = (value: number): YamlOperation => ({ type: 'set', path: ['a', 'b'], value });
    assert.equal(edit('a: { b: 1, c: 2 }\n', set(5), set(1)), 'a: { b: 1, c: 2 }\n');
    const whole = (b: number, c: number): YamlOperation => ({ type: 'set', path: ['a'], value: { b, c } });
    assert.equal(edit('a: { b: 1, c: 2 }\n', whole(5, 2), whole(1, 3)), 'a: { b: 1, c: 3 }\n');
  });

  it('refuses a file with errors', () => {
    const { edits, problems } = editYaml('a: [1\nb: 2\n', [{ type: 'set', path: ['b'], value: 3 }]);
    assert.deepEqual(edits, []);
    assert.ok(problems.length > 0);
  });

  it('means what it says and leaves other lines alone, in whatever style a file is written', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = createDice(seed);
        const yaml = toOddYaml(oddRecord(dice, 4, 1 + dice.below(5)), dice);
        const read = readYaml(yaml);
        // A comment below a block of text is part of it: what was written is what is read.
        const data = read.value;
        fc.pre(read.problems.length === 0 && isRecord(data));
        const operation = oddOperation(data, dice);
        const wanted = applyToData(read.value, operation);
        const { edits, problems } = editYaml(yaml, [operation]);
        if (wanted === undefined) return;
        assert.deepEqual(problems, [], `${JSON.stringify(operation)}\n${yaml}`);
        const result = applyTextEdits(yaml, edits);
        assert.ok(sameData(readYaml(result).value, wanted), `${JSON.stringify(operation)}\n${yaml}\n=>\n${result}`);
        assertOtherLinesStay(yaml, result, operation, data);
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 100) },
    );
  });
});

function oddOperation(data: Record<string, YamlValue>, dice: Dice): YamlOperation {
  let value: YamlValue = data;
  const path: (string | number)[] = [];
  do {
    if (Array.isArray(value)) {
      if (value.length === 0) break;
      path.push(dice.below(value.length));
    } else if (isRecord(value)) {
      const keys = Object.keys(value);
      if (keys.length === 0) break;
      path.push(dice.pick(keys));
    }
    value = (value as Record<string, YamlValue>)[path.at(-1)!]!;
  } while (value !== null && typeof value === 'object' && !dice.chance(3));
  if (path.length === 0) return { type: 'set', path: [oddKey(dice)], value: oddText(dice) };
  switch (dice.below(7)) {
    case 0:
      return { type: 'remove', path };
    case 1:
      return { type: 'rename', path, key: oddKey(dice) };
    case 2:
      return {
        type: 'append',
        path: Array.isArray(value) ? path : [...path.slice(0, -1), 'new list'],
        value: oddValue(dice, 2),
      };
    case 3:
      return { type: 'insert', path, index: dice.below(4), value: oddValue(dice, 2) };
    case 4: {
      const isMapping = isRecord(value);
      const after = isMapping && dice.chance(2) ? dice.pick([null, ...Object.keys(value as object)]) : undefined;
      const place = isMapping ? [...path, 'new key'] : [path[0]!, 'new key'];
      return { type: 'set', path: place, value: oddValue(dice, 3), ...(after !== undefined && { after }) };
    }
    default:
      return { type: 'set', path, value: oddValue(dice, 3) };
  }
}

/** Lines of top-level entries that the path does not lead into are the same, byte for byte and in order. */
function assertOtherLinesStay(
  before: string,
  after: string,
  operation: YamlOperation,
  data: Record<string, YamlValue>,
): void {
  const { path } = operation;
  const contents = readYaml(before);
  if (before === after || contents.aliases().length > 0 || before.includes('\n{')) return;
  const owner = concerned(path, data);
  const lines = before.split('\n');
  const rows = after.split('\n');
  let head = 0;
  while (head < Math.min(lines.length, rows.length) && lines[head] === rows[head]) head++;
  let tail = 0;
  while (tail < Math.min(lines.length, rows.length) - head && lines.at(-1 - tail) === rows.at(-1 - tail)) tail++;
  const range = locate(before, owner);
  if (!range) return;
  const first = before.slice(0, range.start).split('\n').length - 1;
  const last = before.slice(0, range.end).split('\n').length - 1;
  assert.ok(head >= first || head === lines.length, `line ${head} changed\n${before}\n=>\n${after}`);
  assert.ok(
    lines.length - tail <= last + 2,
    `line ${lines.length - tail} changed, not ${last}\n${JSON.stringify(operation)}\n${before}\n=>\n${after}`,
  );
}

/** The innermost collection that the operation changes. */
function concerned(path: readonly (string | number)[], data: YamlValue): readonly (string | number)[] {
  let value: YamlValue | undefined = data;
  for (const [depth, name] of path.slice(0, -1).entries()) {
    value = (value as Record<string, YamlValue> | null | undefined)?.[name];
    if (value === null || typeof value !== 'object') return path.slice(0, depth + 1);
  }
  return path.slice(0, -1);
}

function locate(yaml: string, path: readonly (string | number)[]) {
  if (path.length === 0) return { start: 0, end: yaml.length };
  return findEntry(readYaml(yaml).contents(), path)?.entries.at(-1);
}
