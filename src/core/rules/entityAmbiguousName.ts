import { message } from '../model/message';
import type { ArticleRule } from './rule';

/** A name in the text that two entities share, where nobody has said which is meant. Once for each name. */
export const entityAmbiguousName: ArticleRule = {
  id: 'entity/ambiguous-name',
  level: 'information',
  scope: 'article',
  // One more entity may have the longer name of which the shared one is only a part.
  needsWholeLibrary: true,
  *check({ path, text, mentions }) {
    const told = new Set<string>();
    for (const { start, end, entities } of mentions) {
      const name = text?.slice(start, end) ?? '';
      if (entities.length < 2 || told.has(name)) continue;
      told.add(name);
      yield {
        file: path,
        range: { start, end },
        message: message('“{name}” could be {entities}.', { name, entities }),
        data: { article: path },
      };
    }
  },
};
