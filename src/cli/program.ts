import type { Message } from '../core/model/message';
import type { Language } from './language';

/** What a command of the CLI is given and may do; the tests give their own. */
export interface Program {
  readonly cwd: string;
  readonly language: Language;
  /** The file of this program, which others may be told to call. */
  readonly script: string;
  /** Whether the reader's terminal shows colors. */
  readonly color: boolean;
  /** The calendar date, `YYYY-MM-DD`. */
  readonly today: string;
  out(text: string): void;
  err(text: string): void;
  say(message: Message): string;
}

/** 0: clean. 1: findings. 2: could not check, so nothing was passed. 129: a merge that git is to take as failed. */
export type ExitCode = 0 | 1 | 2 | 129;

/** One word of the command line: `sourcemark NAME …`. */
export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Message;
  /** The whole page that `sourcemark NAME --help` prints. */
  readonly help: Message;
  run(args: readonly string[], program: Program): Promise<ExitCode>;
}

/** The command line was not as it should be; told with a pointer to the help. */
export class UsageError extends Error {
  constructor(readonly explanation: Message) {
    super(explanation.text);
  }
}
