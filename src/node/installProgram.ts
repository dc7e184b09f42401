import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { askGit } from './git';
import { readSmallFile } from './readSmallFile';
import { replaceFile } from './replaceFile';

/**
 * Where a program lies that git may still call when this run is over. One that came with a project's packages, or out of
 * the cache of `npx`, is copied into the clone's own git folder: those are exchanged or emptied by others, and what
 * lies in the folder may change with every pull. Any other, which the person installed, is called where it is.
 * @throws the system's error when it cannot be copied.
 */
export async function installProgram(root: string, script: string): Promise<string> {
  const place = await realpath(script);
  const { code, out } = await askGit(['rev-parse', '--show-toplevel', '--git-common-dir'], { folder: root });
  // Told by whoever sets git up.
  if (code !== 0) return place;
  const [top = '', common = ''] = out.toString('utf8').split(/\r?\n/);
  const isPassing = isInside(await realpath(top), place) || place.split(path.sep).includes('_npx');
  if (!isPassing) return place;
  const copy = path.join(path.resolve(root, common), 'sourcemark.cjs');
  const bytes = await readFile(place);
  const present = await readSmallFile(copy, bytes.length);
  // Left alone when it is the same: git may be running it.
  if (present.kind !== 'file' || !present.bytes.equals(bytes)) await replaceFile(copy, bytes, { mode: 0o644 });
  return copy;
}

function isInside(folder: string, place: string): boolean {
  const way = path.relative(folder, place);
  return !path.isAbsolute(way) && way.split(path.sep)[0] !== '..';
}
