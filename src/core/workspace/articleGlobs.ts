import type { Config } from '../model/schema';
import { matchesGlob } from './glob';

const usualArticles = ['**/*.md', '**/*.txt'];
const usualExclude = ['**/node_modules/**', '**/.*/**', '**/README*.md', '**/CHANGELOG.md', '**/LICENSE*'];

/** The globs that choose articles, the config's or the usual ones. */
export function articleGlobs(config: Config): readonly string[] {
  return config.articles ?? usualArticles;
}

/** Whether the globs choose a path, and none excludes it. */
export function choosesArticle(config: Config, path: string): boolean {
  return (
    articleGlobs(config).some((glob) => matchesGlob(path, glob)) &&
    !(config.exclude ?? usualExclude).some((glob) => matchesGlob(path, glob))
  );
}
