import { languageOf } from './language';
import { runCli } from './runCli';

const { env, stdout, stderr, cwd } = process;

// A reader that closes the pipe early (head) is no fault of ours.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

runCli(process.argv.slice(2), {
  cwd: cwd(),
  language: languageOf(env),
  color: stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb',
  today: new Date().toLocaleDateString('sv-SE'),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
