import { languageOf } from './language';
import { runCli } from './runCli';

const { env, stdout, stderr, cwd } = process;

stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that closes the pipe early (head) is no fault of ours.
  if (error.code === 'EPIPE') process.exit(0);
  // On a full disk half a report is no report.
  stderr.write(`sourcemark: ${error.message}\n`);
  process.exit(2);
});

runCli(process.argv.slice(2), {
  cwd: cwd(),
  script: __filename,
  language: languageOf(env),
  color: stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb',
  today: new Date().toLocaleDateString('sv-SE'),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
