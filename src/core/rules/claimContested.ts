import type { CitationView } from '../articles/articleView';
import { type Message, message } from '../model/message';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** A cited source was retracted or superseded, or its text is not what was cited. */
export const claimContested: ArticleRule = {
  id: 'claim/contested',
  level: 'error',
  scope: 'article',
  *check(article) {
    for (const { id, range, citations } of article.claims)
      for (const citation of citations) {
        const why = reason(citation);
        if (!why) continue;
        const { source } = citation;
        yield {
          file: range ? article.path : article.storeFile,
          range: range ?? storePlace(article, ['claims', id]),
          message: why,
          data: { article: article.path, claim: id, citation: citation.index, source: citation.citation.source },
          ...(source && {
            related: [{ file: source.file, range: source.range, message: message('The source’s record.') }],
          }),
        };
      }
  },
};

function reason({ citation, contested }: CitationView): Message | undefined {
  const source = citation.source;
  switch (contested) {
    case 'retracted':
      return message('The source “{source}” was retracted.', { source });
    case 'superseded':
      return message('The source “{source}” was superseded by a newer one.', { source });
    case 'textChanged':
      return message('The text of the source “{source}” has changed since it was cited.', { source });
    case undefined:
      return undefined;
  }
}
