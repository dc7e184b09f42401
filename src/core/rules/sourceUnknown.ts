import { message } from '../model/message';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** A citation names an id that no source has, in the store or in the text. */
export const sourceUnknown: ArticleRule = {
  id: 'source/unknown',
  level: 'error',
  scope: 'article',
  needsWholeLibrary: true,
  *check(article, { library }) {
    for (const { id, citations } of article.claims)
      for (const { citation, index, source } of citations) {
        if (source) continue;
        yield {
          file: article.storeFile,
          range: storePlace(article, ['claims', id, 'citations', index, 'source']),
          message: message('There is no source “{source}”.', { source: citation.source }),
          data: { article: article.path, claim: id, citation: index, source: citation.source },
        };
      }
    for (const { ids } of article.textCitations)
      for (const { id, range } of ids) {
        if (library.sources.has(id)) continue;
        yield {
          file: article.path,
          range,
          message: message('There is no source “{source}”.', { source: id }),
          data: { article: article.path, source: id },
        };
      }
  },
};
