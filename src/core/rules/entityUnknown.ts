import { message } from '../model/message';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** A claim, its measure or a mention names an id that no entity has. */
export const entityUnknown: ArticleRule = {
  id: 'entity/unknown',
  level: 'warning',
  scope: 'article',
  needsWholeLibrary: true,
  *check(article, { library }) {
    const finding = (entity: string, path: readonly (string | number)[], claim?: string) => ({
      file: article.storeFile,
      range: storePlace(article, path),
      message: message('There is no entity “{entity}”.', { entity }),
      data: { article: article.path, entity, ...(claim !== undefined && { claim }) },
    });
    for (const { id, claim } of article.claims) {
      for (const [index, entity] of (claim.entities ?? []).entries())
        if (!library.entities.has(entity)) yield finding(entity, ['claims', id, 'entities', index], id);
      const of = claim.measure?.of;
      if (of !== undefined && !library.entities.has(of)) yield finding(of, ['claims', id, 'measure', 'of'], id);
    }
    for (const [id, { entity }] of Object.entries(article.stored?.value.mentions ?? {}))
      if (entity !== null && !library.entities.has(entity)) yield finding(entity, ['mentions', id, 'entity']);
  },
};
