import { message } from '../model/message';
import { overlaps } from '../text/range';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';

/** A claim that cites nothing, unless something else stands behind each of its figures. */
export const claimUncited: ArticleRule = {
  id: 'claim/uncited',
  level: 'warning',
  scope: 'article',
  *check({ path, claims, coverage }) {
    for (const { id, range, anchor, citations, claim } of claims) {
      if (!range || anchor?.status === 'valueChanged' || citations.length > 0) continue;
      const figures = coverage.filter(({ figure }) => overlaps(figure, range));
      if (figures.length > 0 && figures.every(({ status }) => status !== 'unsourced')) continue;
      yield {
        file: path,
        range,
        message: message('The claim “{text}” cites no source yet.', { text: shorten(claim.target.exact) }),
        data: { article: path, claim: id },
      };
    }
  },
};
