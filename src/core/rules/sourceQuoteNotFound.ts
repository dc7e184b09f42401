import { message } from '../model/message';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** The quoted words do not stand in the source's text. A source without a text could not be checked. */
export const sourceQuoteNotFound: ArticleRule = {
  id: 'source/quote-not-found',
  level: 'warning',
  scope: 'article',
  *check(article) {
    for (const { id, citations } of article.claims)
      for (const { citation, index, passage } of citations) {
        if (passage.status !== 'notFound') continue;
        yield {
          file: article.storeFile,
          range: storePlace(article, ['claims', id, 'citations', index, 'exact']),
          message: message('The quoted words “{quote}” do not stand in {file}.', {
            quote: shorten(citation.exact ?? ''),
            file: passage.file,
          }),
          data: { article: article.path, claim: id, citation: index, source: citation.source },
        };
      }
  },
};
