import { message } from '../model/message';
import type { ArticleRule } from './rule';

/** The words around a claim are the same, its quantity is not. */
export const claimValueChanged: ArticleRule = {
  id: 'claim/value-changed',
  level: 'error',
  scope: 'article',
  *check({ path, claims }) {
    for (const { id, anchor } of claims) {
      if (anchor?.status !== 'valueChanged') continue;
      yield {
        file: path,
        range: anchor.range,
        message: message('The figure changed since it was sourced: it was {was}, now it is {is}.', {
          was: anchor.was.map((quantity) => ({ quantity })),
          is: anchor.is.map((quantity) => ({ quantity })),
        }),
        data: { article: path, claim: id },
      };
    }
  },
};
