import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a reader of the extension gets; `.vscodeignore` keeps the same in the package. */
const parts = ['package.json', 'dist', 'l10n', 'media', 'syntaxes', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/**
 * Lays the built extension into an empty folder. A copy stays what it was while the project is built again; links show
 * a new build after "Reload Window", and uninstalling the extension removes only them.
 */
export function stageExtension(folder: string, how: 'copy' | 'link'): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const translations = readdirSync('.').filter((file) => /^package\.nls(\..+)?\.json$/.test(file));
  for (const part of [...parts, ...translations].filter((file) => existsSync(file))) {
    const target = path.join(folder, part);
    // Windows lets only administrators make links.
    if (how === 'link' && process.platform !== 'win32') symlinkSync(path.resolve(part), target);
    else cpSync(part, target, { recursive: true });
  }
}

/** Makes VS Code's server see the extension as an installed one, and returns where it lies. */
export function installStaged(dataFolder: string, how: 'copy' | 'link'): string {
  const { name, publisher, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
  const extensions = path.join(dataFolder, 'extensions');
  const relativeLocation = `${publisher}.${name}-${version}`;
  const folder = path.join(extensions, relativeLocation);
  stageExtension(folder, how);
  const location = { $mid: 1, path: folder, scheme: 'file' };
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation };
  // Written at every start: VS Code keeps the manifests it has read for as long as this file does not change.
  writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]));
  return folder;
}
