import { type Message, message } from '../model/message';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/**
 * The passage is gone from the article, or the article from the workspace. Reported in the store, since the article
 * has no place for it; of an article that is gone once, since there is one thing to do about all of its claims.
 */
export const claimOrphaned: ArticleRule = {
  id: 'claim/orphaned',
  level: 'error',
  scope: 'article',
  *check(article) {
    const { whereabouts } = article;
    if (whereabouts.status === 'gone') {
      if (article.claims.length > 0)
        yield {
          file: article.storeFile,
          range: storePlace(article, ['article']),
          message: goneMessage(article.path, article.claims.length, whereabouts.candidates),
          data: { article: article.path },
        };
      return;
    }
    for (const { id, anchor, claim } of article.claims) {
      if (anchor?.status !== 'orphaned') continue;
      yield {
        file: article.storeFile,
        range: storePlace(article, ['claims', id]),
        message: message('“{text}” no longer stands in {article}.', {
          text: shorten(claim.target.exact),
          article: article.path,
        }),
        data: { article: article.path, claim: id },
      };
    }
  },
};

function goneMessage(article: string, claims: number, candidates: readonly string[]): Message {
  const [first, ...others] = candidates;
  if (first === undefined)
    return message('{article} is gone. Its annotations are kept here (claims: {claims}).', { article, claims });
  if (others.length === 0)
    return message('{article} is gone; it may be {other} now. Its annotations are kept here (claims: {claims}).', {
      article,
      claims,
      other: first,
    });
  return message(
    '{article} is gone; it may be {other} now, or another of {count} files. Its annotations are kept here (claims: {claims}).',
    { article, claims, other: first, count: candidates.length },
  );
}
