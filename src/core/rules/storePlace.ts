import type { ArticleView } from '../articles/articleView';
import type { Range } from '../text/range';

/** Where something stands in the article's store file: its key where it has one, else its value, else the file's start. */
export function storePlace(article: ArticleView, path: readonly (string | number)[]): Range {
  const place = article.stored?.locate(path);
  // The key of an entry (a claim's id) says what is meant; its value may be a page long.
  const isEntry = path.length === 2;
  return (isEntry ? (place?.key ?? place?.value) : (place?.value ?? place?.key)) ?? { start: 0, end: 0 };
}
