import type { ArticleView, FigureCoverage } from '../articles/articleView';
import { message } from '../model/message';
import { overlapping } from '../text/overlapping';
import { shorten } from '../text/shorten';
import type { ArticleRule, Finding } from './rule';

/** A claim that cites nothing, unless something else stands behind each of its figures. */
export const claimUncited: ArticleRule = {
  id: 'claim/uncited',
  level: 'warning',
  scope: 'article',
  check: (article) => findUncited(article, true),
  checkPartial: (article) => findUncited(article, false),
};

/** @param isLibraryWhole whether no source is still to be read that could stand behind a figure. */
function* findUncited({ path, claims, coverage }: ArticleView, isLibraryWhole: boolean): Iterable<Finding> {
  const covered = coverage.map((of) => ({ start: of.figure.start, end: of.figure.end, of }));
  for (const { id, range, anchor, citations, claim } of claims) {
    if (!range || anchor?.status === 'valueChanged' || citations.length > 0) continue;
    const figures = overlapping(covered, range).map(({ of }) => of);
    if (figures.length > 0 && figures.every((figure) => !isBare(figure, isLibraryWhole))) continue;
    yield {
      file: path,
      range,
      message: message('The claim “{text}” cites no source yet.', { text: shorten(claim.target.exact) }),
      data: { article: path, claim: id },
    };
  }
}

/** Whether nothing is cited for a figure. A dispute, or a claim that may be about it, cites nothing by itself. */
function isBare({ claims, ...standing }: FigureCoverage, isLibraryWhole: boolean): boolean {
  if (standing.state === 'unsourced') return isLibraryWhole || !standing.mayStand;
  if (standing.state !== 'contested') return false;
  const isCited = claims.some(({ citations }) => citations.length > 0);
  return !isCited && (standing.reason === 'disputed' || standing.reason === 'ambiguous');
}
