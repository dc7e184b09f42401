import { patternFault } from '../figures/patterns';
import { MOST_PATTERN_UNITS } from '../figures/teamPatterns';
import { type Message, message } from '../model/message';
import { ruleIds } from '../rules/rule';
import { expandBraces, MOST_ALTERNATIVES } from '../workspace/glob';
import type { Misfit, Path } from './checkShape';
import { isRecord } from './conflictValue';
import { nearestOf } from './nearestOf';

/** The most alternatives that all globs of a list may have together. */
const MOST_OF_A_LIST = 400;

/**
 * What the schema cannot say of a config: patterns and globs that mean nothing or too much, and rules that there are
 * not. Takes patterns and globs that cannot be used out of the lists, in place, and tells of each.
 * @param inFile the path of the file for a path of the value, in which items may be missing.
 * @param leaveOut is told of an item that was taken out, by its list and its index in the file.
 */
export function checkConfigValues(
  config: unknown,
  inFile: (path: Path) => Path,
  leaveOut: (list: Path, index: number) => void,
): Misfit[] {
  const misfits: Misfit[] = [];
  if (!isRecord(config)) return misfits;
  const report = (path: Path, at: 'key' | 'value', reason: Message, severity: 'error' | 'warning' = 'error') =>
    misfits.push({ path: inFile(path), at, message: reason, severity });

  for (const key of ['articles', 'exclude'] as const) {
    let total = 0;
    sift(config[key], [key], (glob) => {
      const count = expandBraces(String(glob)).length;
      if (count > MOST_ALTERNATIVES)
        return message('These braces stand for too many globs: at the most {most} are read.', {
          most: MOST_ALTERNATIVES,
        });
      total += count;
      return total > MOST_OF_A_LIST
        ? message('With the globs above it these are too many: at the most {most} are read.', { most: MOST_OF_A_LIST })
        : undefined;
    });
  }
  const figures = isRecord(config.figures) ? config.figures : {};
  for (const key of ['never', 'patterns'] as const) {
    let total = 0;
    sift(figures[key], ['figures', key], (item) => {
      const written = key === 'never' ? item : isRecord(item) ? item.pattern : undefined;
      if (typeof written !== 'string') return undefined;
      const fault = patternFault(written) ?? (key === 'patterns' ? figureFault(written) : undefined);
      if (fault) return fault;
      total += written.length;
      return total > MOST_PATTERN_UNITS
        ? message('With the patterns above it these are too long: at the most {most} characters are read together.', {
            most: MOST_PATTERN_UNITS,
          })
        : undefined;
    });
  }
  for (const id of Object.keys(isRecord(config.rules) ? config.rules : {})) {
    if ((ruleIds as readonly string[]).includes(id)) continue;
    const near = nearestOf(id, ruleIds);
    const reason = near
      ? message('There is no check “{id}”. Is “{near}” meant?', { id, near })
      : message('There is no check “{id}”.', { id });
    report(['rules', id], 'key', reason, 'warning');
  }
  return misfits;

  function sift(list: unknown, path: Path, faultOf: (item: unknown) => Message | undefined): void {
    if (!Array.isArray(list)) return;
    const places = list.map((_, index) => inFile([...path, index]));
    let kept = 0;
    for (const [index, item] of list.entries()) {
      const fault = faultOf(item);
      if (fault === undefined) {
        list[kept++] = item;
        continue;
      }
      const place = places[index]!;
      misfits.push({ path: place, at: 'value', message: fault, severity: 'error' });
      leaveOut(place.slice(0, -1), Number(place.at(-1)));
    }
    list.length = kept;
  }
}

/** A figure has to begin and to end somewhere. */
function figureFault(written: string): Message | undefined {
  const text = written.trim();
  const isOpen = text.startsWith('*') || (text.endsWith('*') && !text.endsWith('\\*'));
  return isOpen
    ? message('The pattern of a figure may not begin or end with *: nothing says how far the figure would go.')
    : undefined;
}
