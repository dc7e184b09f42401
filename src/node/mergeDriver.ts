import type { FileChange, FileWriter } from '../core/ports';
import { askGit } from './git';

/** The line of `.gitattributes` that sends store files to the driver. */
const ATTRIBUTE_LINE = '/.sourcemark/**/*.yaml merge=sourcemark';

export interface MergeDriverSetUp {
  /** Whether `.gitattributes`, which the team shares, was changed or already said it. */
  readonly attributes: FileChange;
  /** False when this is no git repository or git could not be asked; each clone has its own setting. */
  readonly isConfigured: boolean;
  /** What git said when it could not be configured. */
  readonly problem?: string;
}

/**
 * Tells git to merge store files by structure: a line in `.gitattributes` for everyone, and the command in
 * this clone's configuration. Does nothing where it is done already. Not to be called for a folder that the
 * person does not trust, because it runs git there.
 * @param command how the command line is called on this machine, such as `npx sourcemark`.
 */
export async function setUpMergeDriver(root: string, writer: FileWriter, command: string): Promise<MergeDriverSetUp> {
  const attributes = await writer.changeFile('.gitattributes', (text) => {
    const lines = (text ?? '').split(/\r?\n/);
    if (lines.some((line) => /^\/?\.sourcemark\/\S*\s.*\bmerge=sourcemark\b/.test(line))) return undefined;
    const lineBreak = text?.includes('\r\n') ? '\r\n' : '\n';
    const before = text === undefined || text === '' || text.endsWith('\n') ? (text ?? '') : text + lineBreak;
    return `${before}${ATTRIBUTE_LINE}${lineBreak}`;
  });
  for (const [name, value] of [
    ['merge.sourcemark.name', 'Sourcemark: merge annotations by structure'],
    ['merge.sourcemark.driver', `${command} merge %O %A %B %P`],
  ] as const) {
    const { code, err } = await askGit(['config', '--local', name, value], { folder: root });
    if (code !== 0) return { attributes, isConfigured: false, ...(err && { problem: err }) };
  }
  return { attributes, isConfigured: true };
}
