import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { reportMark, totalsMark } from '../../test/vscode/createReporter';
import type { Totals } from './totals';

export interface Report {
  /** Prints what the suites say and keeps the rest back; answers the totals when they come. */
  read(message: string): Totals | undefined;
  /** What the host said of itself, for when the suites said nothing. */
  lastWords(): string;
}

/** The server runs without its native modules, and says so at length. */
const nativeModules = /spdlog|native-watchdog|bindings/;

/** Picks the suites' report out of everything an extension host prints. Stacks name the sources of the bundle. */
export function createReport(bundle: string): Report {
  const other: string[] = [];
  const toSource = createStackMapper(bundle);
  return {
    read(message) {
      if (message.startsWith(totalsMark)) return JSON.parse(message.slice(totalsMark.length)) as Totals;
      if (message.startsWith(reportMark)) {
        const lines = message.slice(reportMark.length).split('\n').map(toSource);
        console.log(lines.filter((line) => line !== undefined).join('\n'));
      } else other.push(message);
      return undefined;
    },
    lastWords: () => {
      const told = other.filter((message) => !nativeModules.test(message)).slice(-20);
      return told.join('\n').slice(-4000);
    },
  };
}

/** Turns a stack's line into one that names our source, and drops the lines that are VS Code's, Node's or mocha's. */
function createStackMapper(bundle: string): (line: string) => string | undefined {
  const inline = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)/.exec(readFileSync(bundle, 'utf8'))?.[1];
  const map = inline && new SourceMap(JSON.parse(Buffer.from(inline, 'base64').toString('utf8')));
  const name = path.basename(bundle);
  return (line) => {
    const frame = /^(\s+at (?:.*\()?).*?([^/\\]+):(\d+):(\d+)\)?$/.exec(line);
    if (!frame) return /^\s+at .*(<anonymous>|\bnative\b|node:)/.test(line) ? undefined : line;
    const [, start = '', file, row, column] = frame;
    if (file !== name || !map) return undefined;
    const entry = map.findEntry(Number(row) - 1, Number(column) - 1);
    if (!('originalSource' in entry) || /node_modules/.test(entry.originalSource)) return undefined;
    const source = path.relative('.', path.resolve(path.dirname(bundle), entry.originalSource));
    return `${start}${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}${start.endsWith('(') ? ')' : ''}`;
  };
}
