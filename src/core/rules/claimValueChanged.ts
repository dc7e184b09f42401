import { valueChangeMessage } from '../articles/valueChangeMessage';
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
        message: valueChangeMessage(anchor, 'full'),
        data: { article: path, claim: id },
      };
    }
  },
};
