import { message } from '../model/message';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/**
 * The store says that the annotations are of another path than they are found to be of: the article was renamed outside
 * of the editor, or a store file was. Nothing is lost by it, but whoever reads the file is misled.
 */
export const storeArticleMoved: ArticleRule = {
  id: 'store/schema',
  level: 'information',
  scope: 'article',
  *check(article) {
    const { path, storeFile, stored, whereabouts } = article;
    const named = stored?.value.article ?? '';
    // Worked out only for a finding, because looking a place up takes longer than all the rest.
    const place = () => ({ file: storeFile, range: storePlace(article, ['article']), data: { article: path } });
    if (whereabouts.status === 'moved')
      yield {
        ...place(),
        message: message('{from} is {article} now, and its annotations are used for that.', {
          from: whereabouts.from,
          article: path,
        }),
      };
    else if (named !== '' && named !== path)
      yield {
        ...place(),
        message: message('The file says it is about {named}, but lies where the annotations of {article} belong.', {
          named,
          article: path,
        }),
      };
  },
};
