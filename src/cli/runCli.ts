import manifest from '../../package.json';
import { message } from '../core/model/message';
import { renderMessage } from '../core/model/renderMessage';
import { checkCommand } from './checkCommand';
import { figuresCommand } from './figuresCommand';
import { initCommand } from './initCommand';
import { type Language, translatorFor } from './language';
import { mergeCommand } from './mergeCommand';
import { printable } from './printable';
import { type CliCommand, type ExitCode, type Program, UsageError } from './program';
import { resolveCommand } from './resolveCommand';

const commands: readonly CliCommand[] = [checkCommand, figuresCommand, initCommand, mergeCommand, resolveCommand];

const intro = message(
  'Sourcemark shows which figures in an article have no source.\n\nUsage: sourcemark COMMAND [options]\n\nCommands:',
);
const outro = message(
  '`sourcemark COMMAND --help` explains a command.\n\nOptions everywhere:\n  --language en|ja   language of the messages (default: from LC_ALL, LC_MESSAGES or LANG)\n  --help             this page\n  --version          the version\n\nExit codes: 0 nothing found · 1 something found · 2 something could not be checked',
);

/** The command line as a function: words in, text and exit code out. */
export async function runCli(words: readonly string[], host: Omit<Program, 'say'>): Promise<ExitCode> {
  let language = host.language;
  let program: Program = withLanguage(host, language);
  let helped = 'sourcemark';
  try {
    const { rest, language: asked } = takeLanguage(words);
    language = asked ?? language;
    program = withLanguage(host, language);
    const [name, ...args] = rest;
    if (name === '--version' || name === '-V') {
      program.out(`${manifest.version}\n`);
      return 0;
    }
    const command = commands.find((candidate) => candidate.name === (name === 'help' ? args[0] : name));
    if (command) {
      helped = `sourcemark ${command.name}`;
      if (name !== 'help' && !args.includes('--help') && !args.includes('-h')) return await command.run(args, program);
      program.out(`${program.say(command.help)}\n`);
      return 0;
    }
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      program.out(overview(program));
      return name === undefined ? 2 : 0;
    }
    throw new UsageError(message('There is no command “{name}”.', { name }));
  } catch (error) {
    if (error instanceof UsageError)
      program.err(
        `${program.say(error.explanation)}\n${program.say(message('See `{command} --help`.', { command: helped }))}\n`,
      );
    else {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      program.err(`sourcemark: ${told.split('\n').map(printable).join('\n  ')}\n`);
    }
    return 2;
  }
}

function withLanguage(host: Omit<Program, 'say'>, language: Language): Program {
  return { ...host, language, say: sayIn(language) };
}

/** Puts messages into a language. What they are filled in with is not ours and becomes printable. */
export function sayIn(language: Language): Program['say'] {
  const translate = translatorFor(language);
  return (text) =>
    renderMessage(text, language, (template, args) =>
      translate(
        template,
        Object.fromEntries(
          Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? printable(value) : value]),
        ),
      ),
    );
}

function takeLanguage(words: readonly string[]): { rest: string[]; language: Language | undefined } {
  const rest: string[] = [];
  let language: Language | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word !== '--language' && !word.startsWith('--language=')) {
      rest.push(word);
      continue;
    }
    const value = word === '--language' ? words[++i] : word.slice('--language='.length);
    if (value !== 'en' && value !== 'ja') throw new UsageError(message('--language takes en or ja.'));
    language = value;
  }
  return { rest, language };
}

function overview(program: Program): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(width)}   ${program.say(summary)}`);
  return `${program.say(intro)}\n${rows.join('\n')}\n\n${program.say(outro)}\n`;
}
