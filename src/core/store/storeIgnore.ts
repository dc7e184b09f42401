import { STORE_FOLDER } from '../model/storePaths';

/** Keeps out of git what stands beside a store file while it is written, and what a crash leaves of that. */
export const STORE_IGNORE_PATH = `${STORE_FOLDER}/.gitignore`;

const PATTERNS = ['*.lock', '*.lock.*', '*.tmp'];

/**
 * The text of the store's `.gitignore`: the one that is there, with what it lacks at its end.
 * @param language a BCP 47 tag; the comment is Japanese for `ja`, English for any other.
 */
export function toStoreIgnore(text: string | undefined, language: string): string {
  const before = text ?? '';
  const present = new Set(before.split(/\r?\n/).map((line) => line.trim()));
  const missing = PATTERNS.filter((pattern) => !present.has(pattern));
  if (missing.length === 0) return before;
  const comment = /^ja\b/.test(language)
    ? '# ファイルを書き込む間だけ作られるもの。異常終了すると残ることがあります。'
    : '# There only while a file is written, or left by a crash.';
  const lineBreak = before.includes('\r\n') ? '\r\n' : '\n';
  const head = before === '' || before.endsWith('\n') ? before : before + lineBreak;
  return head + [comment, ...missing, ''].join(lineBreak);
}
