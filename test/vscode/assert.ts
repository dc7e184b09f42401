/**
 * What the suites get for `node:assert/strict`: a web worker has no `node:assert`, and the same suites run there.
 * Only what a suite needs; the names and their meaning are Node's.
 */
class AssertionError extends Error {
  constructor(
    message: string,
    readonly actual: unknown,
    readonly expected: unknown,
  ) {
    super(message);
    this.name = 'AssertionError';
  }
}

type Expected = RegExp | ((error: unknown) => boolean);

function assert(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message ?? `${show(value)} is not true`, value, true);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) return;
  throw new AssertionError(message ?? `${show(actual)} is not ${show(expected)}`, actual, expected);
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) return;
  throw new AssertionError(message ?? `${show(actual)} was not expected`, actual, expected);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  const difference = firstDifference(actual, expected, '');
  if (!difference) return;
  const place = difference.path === '' ? '' : ` at ${difference.path}`;
  const values = `${toJson(difference.actual)} is not ${toJson(difference.expected)}`;
  throw new AssertionError(message ?? `They differ${place}: ${values}`, actual, expected);
}

function match(actual: string, expected: RegExp, message?: string): void {
  if (expected.test(actual)) return;
  throw new AssertionError(message ?? `${show(actual)} does not match ${expected}`, actual, String(expected));
}

function doesNotMatch(actual: string, expected: RegExp, message?: string): void {
  if (!expected.test(actual)) return;
  throw new AssertionError(message ?? `${show(actual)} matches ${expected}`, actual, String(expected));
}

function throws(run: () => unknown, expected?: Expected): void {
  try {
    run();
  } catch (error) {
    checkError(error, expected);
    return;
  }
  fail('It did not throw');
}

async function rejects(promise: PromiseLike<unknown> | (() => PromiseLike<unknown>), expected?: Expected) {
  try {
    await (typeof promise === 'function' ? promise() : promise);
  } catch (error) {
    checkError(error, expected);
    return;
  }
  fail('It did not reject');
}

function checkError(error: unknown, expected: Expected | undefined): void {
  if (expected instanceof RegExp) match(String(error), expected);
  else if (expected) assert(expected(error), `Another error was expected than ${String(error)}`);
}

function fail(message = 'Failed'): never {
  throw new AssertionError(message, undefined, undefined);
}

interface Difference {
  readonly path: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** The first place where two values differ in more than identity. */
function firstDifference(actual: unknown, expected: unknown, path: string): Difference | undefined {
  const difference = { path, actual, expected };
  if (Object.is(actual, expected)) return undefined;
  if (!isObject(actual) || !isObject(expected)) return difference;
  if (Object.getPrototypeOf(actual) !== Object.getPrototypeOf(expected)) {
    return { path: `${path} (their prototypes)`, actual, expected };
  }
  if (actual instanceof Date && expected instanceof Date) return +actual === +expected ? undefined : difference;
  if (actual instanceof Map || actual instanceof Set) {
    const entries = expected as unknown as Iterable<unknown>;
    return firstDifference([...actual], [...entries], `${path}.entries`);
  }
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    const inside = `${path}[${JSON.stringify(key)}]`;
    if (Object.hasOwn(actual, key) !== Object.hasOwn(expected, key)) {
      return { path: inside, actual: actual[key], expected: expected[key] };
    }
    const found = firstDifference(actual[key], expected[key], inside);
    if (found) return found;
  }
  return undefined;
}

function toJson(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 500);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  return (typeof value === 'string' ? JSON.stringify(value) : String(value)).slice(0, 500);
}

// The one default export of the project: Node's module is used as `import assert from 'node:assert/strict'`.
// biome-ignore lint/style/noDefaultExport: it stands in for a module that has one.
export default Object.assign(assert, {
  ...{ AssertionError, ok: assert, equal, strictEqual: equal, notEqual, notStrictEqual: notEqual, deepEqual },
  ...{ deepStrictEqual: deepEqual, match, doesNotMatch, throws, rejects, fail },
});
