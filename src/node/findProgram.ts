import path from 'node:path';

export interface ProgramSearch {
  /** The environment's `PATH`. */
  readonly path: string | undefined;
  readonly platform: NodeJS.Platform;
  /** The folder that is worked on, by all its names: no program in it is taken. */
  readonly folders: readonly string[];
  /** Whether a file is there that can be started. */
  readonly isProgram: (file: string) => boolean;
}

/**
 * Where a program lies, as an absolute path. Only folders of the PATH that are named in full are looked into: neither
 * the current folder, in which Windows would look first, nor the folder that is worked on, nor the one in which npm
 * puts programs of a project's packages. Undefined when it is nowhere else.
 */
export function findProgram(
  name: string,
  { path: searched = '', platform, folders, isProgram }: ProgramSearch,
): string | undefined {
  const isWindows = platform === 'win32';
  const { delimiter, isAbsolute, join, relative } = isWindows ? path.win32 : path.posix;
  // A script (.cmd, .bat) would need a shell, which reads more out of its words than is meant.
  const names = isWindows ? [`${name}.exe`, `${name}.com`] : [name];
  const isInside = (place: string) =>
    folders.some((folder) => {
      const way = relative(folder, place);
      return way === '' || (!isAbsolute(way) && way.split(/[\\/]/)[0] !== '..');
    });
  for (const quoted of searched.split(delimiter)) {
    const place = isWindows ? quoted.replace(/^"(.*)"$/, '$1') : quoted;
    // `\bin` is absolute for Node, but on whatever drive is the current one.
    const isFull = isWindows ? /^(?:[a-z]:[\\/]|\\\\)/i.test(place) : isAbsolute(place);
    if (!isFull || isInside(place) || place.split(/[\\/]/).includes('node_modules')) continue;
    const found = names.map((file) => join(place, file)).find(isProgram);
    if (found !== undefined) return found;
  }
  return undefined;
}
