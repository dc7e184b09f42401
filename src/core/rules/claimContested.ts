import type { ArticleView, CitationView } from '../articles/articleView';
import { type Message, message } from '../model/message';
import type { Source } from '../model/schema';
import type { Stored } from '../workspace/library';
import type { ArticleRule, Finding, Related } from './rule';
import { storePlace } from './storePlace';

/** A source that is cited, by a claim or in the text, was retracted or superseded, or its text is not what was cited. */
export const claimContested: ArticleRule = {
  id: 'claim/contested',
  level: 'error',
  scope: 'article',
  *check(article) {
    yield* ofClaims(article);
    yield* ofText(article);
  },
  // An address may turn out to be one of a source in force.
  checkPartial: ofClaims,
};

function* ofClaims(article: ArticleView): Iterable<Finding> {
  for (const { id, range, citations } of article.claims)
    for (const citation of citations) {
      const { source } = citation;
      const why = sayWhy(citation.contested, citation.citation.source);
      if (!why) continue;
      yield {
        file: range ? article.path : article.storeFile,
        range: range ?? storePlace(article, ['claims', id]),
        message: why,
        data: { article: article.path, claim: id, citation: citation.index, source: citation.citation.source },
        ...(source && { related: [recordOf(source)] }),
      };
    }
}

function* ofText(article: ArticleView): Iterable<Finding> {
  for (const { range, counts, sources } of article.textCitations)
    for (const source of counts ? sources : []) {
      const why = sayWhy(source.value.custom?.status, source.id);
      if (!why) continue;
      const data = { article: article.path, source: source.id };
      yield { file: article.path, range, message: why, data, related: [recordOf(source)] };
    }
}

function recordOf({ file, range }: Stored<Source>): Related {
  return { file, range, message: message('The source’s record.') };
}

function sayWhy(why: CitationView['contested'] | 'active', source: string): Message | undefined {
  switch (why) {
    case 'retracted':
      return message('The source “{source}” was retracted.', { source });
    case 'superseded':
      return message('The source “{source}” was superseded by a newer one.', { source });
    case 'textChanged':
      return message('The text of the source “{source}” has changed since it was cited.', { source });
    default:
      return undefined;
  }
}
