import { type Message, message } from '../core/model/message';
import { languageOf } from './language';
import { printable } from './printable';
import { runCli, sayIn } from './runCli';

const { env, stdout, stderr } = process;
const language = languageOf(env);

function tell(said: Message): void {
  stderr.write(`sourcemark: ${sayIn(language)(said)}\n`);
}

stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that closes the pipe early (head) is no fault of ours, and changes nothing of what was found.
  if (error.code === 'EPIPE') return;
  // On a full disk half a report is no report.
  tell(
    error.code === 'ENOSPC'
      ? message('What was found could not be written: the disk is full. Free some space, then try again.')
      : message('What was found could not be written: {reason}', { reason: printable(error.message) }),
  );
  process.exit(2);
});
stderr.on('error', (error: NodeJS.ErrnoException) => {
  // There is nobody left to tell; the exit code says it.
  if (error.code !== 'EPIPE') process.exit(2);
});

/** The folder that the command runs in; undefined when it was deleted under the shell. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

const cwd = currentFolder();
if (cwd === undefined) {
  tell(message('The folder that you are in is not there any more. Go to another, then try again.'));
  process.exitCode = 2;
} else
  runCli(process.argv.slice(2), {
    cwd,
    script: __filename,
    language,
    color: stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb',
    today: new Date().toLocaleDateString('sv-SE'),
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
  }).then((code) => {
    process.exitCode = code;
  });
