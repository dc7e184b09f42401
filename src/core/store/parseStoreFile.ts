import type { GenericSchema } from 'valibot';
import { message } from '../model/message';
import type { Problem } from '../model/problem';
import {
  type ArticleFile,
  articleFileSchema,
  type Config,
  configSchema,
  type Entity,
  entitiesFileSchema,
  type Source,
  sourcesFileSchema,
} from '../model/schema';
import type { Range } from '../text/range';
import { checkConfigValues } from './checkConfig';
import { createShapeCheck, type LeftOut, type Path } from './checkShape';
import { blankOutTheirs, findMarkedConflicts } from './conflictMarkers';
import { conflictingValues, isRecord, readThroughConflicts } from './conflictValue';
import { newerVersion } from './migrate';
import { readYaml } from './readYaml';
import type { YamlValue } from './toData';

const MAX_PROBLEMS = 200;

/** What could be read of a file, and what could not. */
export interface Parsed<T> {
  /** Everything that fits the schema. Mappings by id have no prototype, so any id may be asked for. */
  readonly value: T;
  /** In the order of the text; ranges in UTF-16 offsets of the text that was given. */
  readonly problems: readonly Problem[];
  /**
   * Where the key and value of a path of `value` stand in the text; undefined for what is not there. The
   * first call parses the text with ranges, which takes about a millisecond for a dozen claims.
   */
  locate(path: Path): { key?: Range; value: Range } | undefined;
}

type Mapping<T> = Readonly<Record<string, T>>;

/**
 * Reads the annotations of an article. A claim that does not fit is left out and reported at its place; of a
 * claim with a broken optional part only that part is. `article` is `''` when the file does not say.
 */
export function parseArticleFile(yaml: string): Parsed<ArticleFile> {
  const parsed = parse(yaml, checkArticleFile);
  const file = parsed.value as Partial<ArticleFile>;
  const value: ArticleFile = { ...file, article: typeof file.article === 'string' ? file.article : '' };
  for (const key of ['claims', 'exemptions', 'mentions'] as const) {
    const mapping = file[key];
    if (mapping) Object.assign(value, { [key]: withoutPrototype(mapping) });
  }
  return { ...parsed, value };
}

/** Reads a file of `sources/`: a mapping of id to source. */
export function parseSourcesFile(yaml: string): Parsed<Mapping<Source>> {
  const parsed = parse(yaml, checkSourcesFile);
  return { ...parsed, value: withoutPrototype(parsed.value as Mapping<Source>) };
}

/** Reads a file of `entities/`: a mapping of id to entity. */
export function parseEntitiesFile(yaml: string): Parsed<Mapping<Entity>> {
  const parsed = parse(yaml, checkEntitiesFile);
  const value = withoutPrototype(parsed.value as Mapping<Entity>);
  for (const [id, entity] of Object.entries(value)) value[id] = { ...entity, names: withoutPrototype(entity.names) };
  return { ...parsed, value };
}

/** The longest `config.yaml` that is read, in UTF-16 code units: every article waits for it. */
const MAX_CONFIG_LENGTH = 1_000_000;

/** Reads `config.yaml`. What is missing or broken is simply absent. */
export function parseConfigFile(yaml: string): Parsed<Config> {
  if (yaml.length > MAX_CONFIG_LENGTH) {
    const reason = message('This file is too large to be read (over {megabytes} MB).', { megabytes: 1 });
    const range = { start: 0, end: 1 };
    const problem = { rule: 'store/syntax', message: reason, range, severity: 'error' } as const;
    return { value: {}, problems: [problem], locate: () => undefined };
  }
  const parsed = parse(yaml, checkConfig, checkConfigValues);
  const config = parsed.value as Config;
  const value: Config = { ...config };
  if (config.rules) value.rules = withoutPrototype(config.rules);
  if (config.people) value.people = withoutPrototype(config.people);
  return { ...parsed, value };
}

const checkArticleFile = createShapeCheck(articleFileSchema);
const checkSourcesFile = createShapeCheck(sourcesFileSchema);
const checkEntitiesFile = createShapeCheck(entitiesFileSchema);
const checkConfig = createShapeCheck(configSchema as GenericSchema);

function withoutPrototype<T>(mapping: Mapping<T>): Record<string, T> {
  return Object.assign(Object.create(null), mapping) as Record<string, T>;
}

/** @param checkValues looks at what the shape check has left. */
function parse(
  yaml: string,
  check: ReturnType<typeof createShapeCheck>,
  checkValues?: typeof checkConfigValues,
): Parsed<unknown> {
  const marked = findMarkedConflicts(yaml);
  const read = readYaml(marked.length > 0 ? blankOutTheirs(yaml, marked) : yaml);
  const rangeAt = (path: Path): Range => nearestRange(path, (part) => read.locate(part));

  const problems: Problem[] = marked.map(({ range }) => ({
    rule: 'store/conflict',
    message: message('Two versions of these lines are left from a merge. Settle them; until then the first is read.'),
    range,
    severity: 'error',
  }));
  problems.push(...read.problems);
  // The walk through the data is spared the many files that have no conflict.
  const through = yaml.includes('conflict')
    ? readThroughConflicts(read.value, rangeAt)
    : { value: read.value, problems: [] };
  problems.push(...through.problems);

  let value: unknown = through.value;
  let leftOut: readonly LeftOut[] = [];
  const newer = newerVersion(through.value);
  if (newer !== undefined) {
    const reason = message(
      'This file was made by a newer Sourcemark (version {version}). Update Sourcemark to use it.',
      {
        version: newer,
      },
    );
    problems.push({ rule: 'store/schema', message: reason, range: rangeAt(['version']), severity: 'error' });
    value = {};
  } else if (value === null) value = {};
  else if (!isRecord(value)) {
    const reason = message('This must be a mapping of names to values.');
    problems.push({ rule: 'store/schema', message: reason, range: rangeAt([]), severity: 'error' });
    value = {};
  }
  if (newer === undefined) {
    const checked = check(value);
    const unusable: LeftOut[] = [];
    const inText = (path: Path) => inFile(path, checked.leftOut);
    const others = checkValues?.(value, inText, (path, index) => unusable.push({ path, index })) ?? [];
    leftOut = [...checked.leftOut, ...unusable].sort((a, b) => a.index - b.index);
    // Once the lines do not line up, everything below looks wrong; the one cause is enough.
    const shown = read.wellFormed ? [...checked.misfits, ...others] : [];
    for (const { path, at, message: reason, severity } of shown.slice(0, 10 * MAX_PROBLEMS)) {
      const place = locateThroughConflicts(path);
      const range = (at === 'key' ? place?.key : place?.value) ?? rangeAt(path);
      problems.push({ rule: 'store/schema', message: reason, range, severity });
    }
  }
  return { value, problems: firstProblems(problems), locate: (path) => locateThroughConflicts(inFile(path, leftOut)) };

  function locateThroughConflicts(path: Path) {
    return read.locate(throughConflicts(read.value, path));
  }
}

/** In the order of the text, and no more than a person can look at. */
function firstProblems(problems: Problem[]): readonly Problem[] {
  problems.sort((a, b) => a.range.start - b.range.start);
  if (problems.length <= MAX_PROBLEMS) return problems;
  const shown = problems.slice(0, MAX_PROBLEMS);
  const range = shown.at(-1)!.range;
  const reason = message('{count} more problems in this file are not shown.', {
    count: problems.length - MAX_PROBLEMS,
  });
  return [...shown, { rule: 'store/schema', message: reason, range, severity: 'error' }];
}

/** A path of the data in terms of the file, where items may stand that were left out. */
function inFile(path: Path, leftOut: readonly LeftOut[]): Path {
  if (leftOut.length === 0) return path;
  const result: (string | number)[] = [];
  for (const name of path) {
    let index = name;
    if (typeof index === 'number') {
      for (const { path: list, index: gone } of leftOut) {
        const isSameList = list.length === result.length && list.every((part, depth) => part === result[depth]);
        if (isSameList && gone <= index) index++;
      }
    }
    result.push(index);
  }
  return result;
}

/** A path that goes on into the value that is read of an open conflict. */
function throughConflicts(data: YamlValue, path: Path): Path {
  const result: (string | number)[] = [];
  let value: YamlValue | undefined = data;
  for (const name of path) {
    const values: readonly YamlValue[] | undefined = conflictingValues(value);
    if (values) {
      const index = Math.max(
        0,
        values.findIndex((item) => item !== null),
      );
      result.push('conflict', index);
      value = values[index];
    }
    result.push(name);
    value = Array.isArray(value) ? value[Number(name)] : isRecord(value) ? value[name] : undefined;
  }
  return result;
}

function nearestRange(path: Path, locate: (path: Path) => { key?: Range; value: Range } | undefined): Range {
  for (let length = path.length; length >= 0; length--) {
    const place = locate(path.slice(0, length));
    if (place) return place.key ?? (length === 0 ? { start: place.value.start, end: place.value.start } : place.value);
  }
  return { start: 0, end: 0 };
}
