import type { Config } from '../model/schema';
import { createGlobFilter } from './glob';

const usualArticles = ['**/*.md', '**/*.txt'];
const usualExclude = ['**/node_modules/**', '**/.*/**', '**/README*.md', '**/CHANGELOG.md', '**/LICENSE*'];

/** The globs that choose articles, the config's or the usual ones. */
export function articleGlobs(config: Config): readonly string[] {
  return config.articles ?? usualArticles;
}

/** Whether the globs choose a path, and none excludes it. */
export function createArticleFilter(config: Config): (path: string) => boolean {
  const isChosen = createGlobFilter(articleGlobs(config));
  const isExcluded = createGlobFilter(config.exclude ?? usualExclude);
  return (path) => isChosen(path) && !isExcluded(path);
}

/** Whether something in a folder may be an article: not where the config excludes all that lies in it. */
export function createFolderFilter(config: Config): (folder: string) => boolean {
  const whole = (config.exclude ?? usualExclude).filter((glob) => /\/\*\*$/.test(glob));
  const isExcluded = createGlobFilter(whole);
  return (folder) => !isExcluded(`${folder}/-`);
}
