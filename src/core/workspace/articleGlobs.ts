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
