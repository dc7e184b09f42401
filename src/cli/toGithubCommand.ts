import type { Diagnostic } from '../core/rules/rule';

/** Where something stands, lines and columns from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** What GitHub shows beside the lines of a pull request. */
interface Annotation {
  readonly level: Diagnostic['level'];
  /** Path from where the job runs, which is the repository’s folder. */
  readonly file: string;
  /** First and last place; none for a file that could not be read. */
  readonly places: readonly [start: Place, end: Place] | undefined;
  readonly title: string;
  readonly message: string;
}

const COMMANDS: Readonly<Record<Diagnostic['level'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * A line that a job of GitHub Actions prints to have it shown. See “Workflow commands for GitHub Actions”, whose
 * escapes keep a text of the workspace from being a command of its own.
 */
export function toGithubCommand({ level, file, places, title, message }: Annotation): string {
  const [start, end] = places ?? [];
  const properties = {
    file,
    ...(start && { line: start.line, col: start.column }),
    // Columns are only understood where a finding begins and ends in one line.
    ...(start && end && { endLine: end.line, ...(end.line === start.line && { endColumn: end.column }) }),
    title,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[level]} ${listed.join(',')}::${escapeData(message)}`;
}

/** What a terminal would obey in the log; spaces stay as they are, for GitHub looks files up by their names. */
const obeyed =
  /(?![\r\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|#(?=#\w*\[)|(?<=section_(?:start|end)):(?=\d)/gu;

function escapeData(text: string): string {
  return text.replace(obeyed, '\ufffd').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
