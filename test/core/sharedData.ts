import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Real articles and hand-made answers may lie beside the project. They are no part of it: a test that
 * can use them runs on more when they are there, and says so when they are not.
 */
const folder = path.resolve(process.env.SOURCEMARK_SHARED ?? '../shared');

/** The path of a file of that data, or undefined when it is not there. */
export function sharedFile(name: string): string | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? file : undefined;
}
