import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { type HostKind, reportMark, type SuiteTotals, totalsMark } from '../../test/vscode/createReporter';
import { oneFailure, type Totals } from './totals';

export interface Report {
  /** Prints what the suites say and keeps the rest back; answers the totals when they come. */
  read(message: string): SuiteTotals | undefined;
  /**
   * The totals, if the suites ran to their end in the host they were meant for. Otherwise one failure, and `reason` with
   * the last words of the host is printed.
   */
  judge(reason: string, totals: SuiteTotals | undefined, host: HostKind): Totals;
}

/** The server runs without its native modules, and says so at length. */
const nativeModules = /spdlog|native-watchdog|bindings/;

/** A web worker gets its modules as the body of a function, two lines down. */
const linesOfWrapper = 2;

/** Picks the suites' report out of everything an extension host prints. Stacks name the sources of the bundle. */
export function createReport(bundle: string): Report {
  const other: string[] = [];
  const toSource = createStackMapper(bundle);
  return {
    read(message) {
      const totals = new RegExp(`${totalsMark}([\\w%.!~*'()-]+)`).exec(message)?.[1];
      if (totals) return JSON.parse(decodeURIComponent(totals)) as SuiteTotals;
      const at = message.indexOf(reportMark);
      if (at < 0) other.push(message);
      else {
        const line = toSource(message.slice(at + reportMark.length));
        if (line !== undefined) console.log(line);
      }
      return undefined;
    },
    judge(reason, totals, host) {
      if (totals?.host === host) return totals;
      if (totals) return oneFailure(`The suites ran in the ${totals.host} extension host instead of the ${host} one.`);

      const told = other.filter((message) => !nativeModules.test(message)).slice(-20);
      console.log(`${reason} The host's last words:\n${told.join('\n').slice(-4000)}`);
      return oneFailure(reason);
    },
  };
}

/** Turns a stack's line into one that names our source, and drops the lines that are VS Code's, Node's or mocha's. */
function createStackMapper(bundle: string): (line: string) => string | undefined {
  const inline = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)/.exec(readFileSync(bundle, 'utf8'))?.[1];
  const map = inline && new SourceMap(JSON.parse(Buffer.from(inline, 'base64').toString('utf8')));
  const name = path.basename(bundle);
  return (line) => {
    const frame = /^(\s+at (?:.*\()?).*?([^/\\#]+)(#[^:]*)?:(\d+):(\d+)\)?$/.exec(line);
    if (!frame) return /^\s+at .*(<anonymous>|\bnative\b|node:)/.test(line) ? undefined : line;
    const [, start = '', file, wrapped, row, column] = frame;
    if (file !== name || !map) return undefined;
    const entry = map.findEntry(Number(row) - 1 - (wrapped ? linesOfWrapper : 0), Number(column) - 1);
    if (!('originalSource' in entry) || /node_modules/.test(entry.originalSource)) return undefined;
    const source = path.relative('.', path.resolve(path.dirname(bundle), entry.originalSource));
    return `${start}${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}${start.endsWith('(') ? ')' : ''}`;
  };
}
