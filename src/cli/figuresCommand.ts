import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { recognizeFigures } from '../core/figures/recognizeFigures';
import { message } from '../core/model/message';
import { LineTable } from '../core/text/lineTable';
import { NodeFileSystem } from '../node/nodeFileSystem';
import { choose, readOptions } from './options';
import { printable, printableJson } from './printable';
import { type CliCommand, type ExitCode, type Program, UsageError } from './program';
import { unreadReason } from './unreadReason';

/** Lists every figure of some files, one JSON object a line, for scripts and spreadsheets. */
export const figuresCommand: CliCommand = {
  name: 'figures',
  summary: message('list every figure in files, as it was read'),
  help: message(
    'Usage: sourcemark figures FILE… [--format jsonl|text] [--locale ja|en|zh] [--checkable]\n\nLists every figure in the files. With jsonl (the default) each line is an object with\n  file, start, end   where it stands, in UTF-16 code units, end exclusive\n  text, kind         the words, and what sort of quantity they are\n  value, valueMax    the number, and the upper end of a range; null where it is vague\n  unit, approx       ISO 4217 or an English unit; exact, about, over, under, at_least, up_to, …\n  checkable          whether it needs a source\n\nOptions:\n  --format     jsonl, or text for people\n  --locale     the language of the text where it does not tell by itself\n  --checkable  only figures that need a source\n\nExample: sourcemark figures draft.md --checkable --format text',
  ),
  async run(args, program): Promise<ExitCode> {
    const { values, positionals } = readOptions(args, {
      format: { type: 'string' },
      locale: { type: 'string' },
      checkable: { type: 'boolean' },
    });
    const format = choose('--format', values.format, ['jsonl', 'text']);
    const locale = values.locale === undefined ? undefined : choose('--locale', values.locale, ['ja', 'en', 'zh']);
    if (positionals.length === 0) throw new UsageError(message('Name at least one file.'));
    let code: ExitCode = 0;
    for (const file of positionals) {
      const text = await readNamed(file, program);
      if (text === undefined) {
        code = 2;
        continue;
      }
      const figures = recognizeFigures(text, {
        format: file.endsWith('.txt') ? 'plaintext' : 'markdown',
        ...(locale && { locale }),
      });
      const lines = new LineTable(format === 'text' ? text : '');
      for (const figure of figures) {
        if (values.checkable && !figure.checkable) continue;
        const { start, end, kind, quantity, checkable } = figure;
        const words = text.slice(start, end);
        if (format === 'text') {
          program.out(
            `${printable(file)}:${lines.position(start).line + 1}\t${printable(words)}\t${kind}\t${program.say({ text: '{reading}', args: { reading: { kind, quantity } } })}\n`,
          );
          continue;
        }
        const { value = null, max: valueMax = null, unit = null, approx } = quantity;
        program.out(
          `${printableJson({ file, start, end, text: words, kind, value, valueMax, unit, approx, checkable })}\n`,
        );
      }
    }
    return code;
  },
};

/** Reads a file that the person named, wherever it is; tells why if it cannot. */
async function readNamed(file: string, program: Program): Promise<string | undefined> {
  const named = path.resolve(program.cwd, file);
  // A link that a person names is meant; only those found in a workspace are not followed.
  const absolute = await realpath(named).catch(() => named);
  const isFolder = await stat(absolute).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const read = isFolder
    ? ({ missing: 'folder' } as const)
    : await new NodeFileSystem(path.dirname(absolute)).readFile(path.basename(absolute));
  if ('text' in read) return read.text;
  program.err(`${printable(file)}: ${program.say(unreadReason(read.missing, path.basename(absolute)))}\n`);
  return undefined;
}
