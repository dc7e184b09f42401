import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a reader of the extension gets; `.vscodeignore` keeps the same in the package. */
const parts = ['package.json', 'dist', 'l10n', 'media', 'syntaxes', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/** Lays a copy of the built extension into an empty folder: it stays what it was while the project is built again. */
export function stageExtension(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const translations = readdirSync('.').filter((file) => /^package\.nls(\..+)?\.json$/.test(file));
  for (const part of [...parts, ...translations].filter((file) => existsSync(file))) {
    cpSync(part, path.join(folder, part), { recursive: true });
  }
}

/** Makes VS Code's server see a copy of the built extension as an installed one, and returns where it lies. */
export function installCopy(dataFolder: string): string {
  return install(dataFolder, stageExtension);
}

/**
 * The same with a link to the project: "Reload Window" shows a new build, and uninstalling removes only the link. The
 * link is to the whole folder, since Node looks for a module behind links: where `dist` alone is one, VS Code does not
 * know whose code asks for its API, and translates none of our messages.
 */
export function installLink(dataFolder: string): string {
  return install(dataFolder, (folder) => {
    rmSync(folder, { recursive: true, force: true });
    // Windows lets only administrators make other links.
    symlinkSync(process.cwd(), folder, 'junction');
  });
}

function install(dataFolder: string, lay: (folder: string) => void): string {
  const { name, publisher, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
  const extensions = path.join(dataFolder, 'extensions');
  mkdirSync(extensions, { recursive: true });
  const relativeLocation = `${publisher}.${name}-${version}`;
  const folder = path.join(extensions, relativeLocation);
  lay(folder);
  const location = { $mid: 1, path: folder, scheme: 'file' };
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation };
  // Written at every start: VS Code keeps the manifests it has read for as long as this file does not change.
  writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]));
  return folder;
}
