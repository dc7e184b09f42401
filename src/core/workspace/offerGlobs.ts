/** A choice of articles, and how many files it holds. */
export interface GlobChoice {
  readonly glob: string;
  readonly count: number;
}

const README = /(^|\/)(readme|changelog|license|contributing)[^/]*$/i;

/**
 * Which globs are worth offering for a folder's Markdown and text files, the fullest first: one for each
 * kind of file, and one for each folder at the top that holds some. Files that tell about a repository
 * rather than a story (README and the like) are not counted.
 * @param paths relative to the workspace, with `/`.
 */
export function offerGlobs(paths: readonly string[]): GlobChoice[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const end = /\.(md|txt)$/i.exec(path)?.[1]?.toLowerCase();
    if (!end || README.test(path)) continue;
    const top = path.includes('/') ? `${path.slice(0, path.indexOf('/'))}/` : '';
    for (const glob of new Set([`**/*.${end}`, `${top}**/*.${end}`])) counts.set(glob, (counts.get(glob) ?? 0) + 1);
  }
  return Array.from(counts, ([glob, count]) => ({ glob, count })).sort(
    (a, b) => b.count - a.count || (a.glob < b.glob ? -1 : 1),
  );
}
