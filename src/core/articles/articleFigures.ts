import type { Figure } from '../figures/figure';
import { createFigureIndex, type FigureIndex } from '../figures/figureIndex';
import { recognizeFigures } from '../figures/recognizeFigures';
import type { Config } from '../model/schema';
import { figureOptions } from '../workspace/figureOptions';
import { RecentlyUsed } from '../workspace/recentlyUsed';

interface EditedArticle {
  readonly index: FigureIndex;
  readonly config: Config;
}

/** What the indexes of edited articles may hold, in UTF-16 code units of their texts. */
const INDEXED_UNITS = 4_000_000;

/**
 * Reads the figures of articles: of one that is being edited only the lines that changed, of the others all of it,
 * since nobody will ask again.
 */
export class ArticleFigures {
  readonly #edited = new RecentlyUsed<string, EditedArticle>(INDEXED_UNITS, ({ index }) => index.text.length);

  read(path: string, text: string, config: Config, isEdited: boolean): readonly Figure[] {
    const known = this.#edited.get(path);
    if (!known && !isEdited) return recognizeFigures(text, figureOptions(config, path));
    // The weight of what is kept must not change while it is kept.
    this.#edited.delete(path);
    const index = known?.config === config ? known.index : createFigureIndex(text, figureOptions(config, path));
    if (index.text !== text) update(index, text);
    this.#edited.set(path, { index, config });
    return index.figures;
  }

  forget(path: string): void {
    this.#edited.delete(path);
  }
}

/** Everything between the first and the last unit that differ counts as one edit. */
function update(index: FigureIndex, text: string): void {
  const before = index.text;
  const start = commonStart(before, text);
  const most = Math.min(before.length, text.length) - start;
  const same = commonEnd(before, text, most);
  index.update(start, before.length - same, text.slice(start, text.length - same));
}

/** Compared block by block first, because comparing strings is many times faster than comparing units. */
const BLOCK = 4096;

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + BLOCK <= most && a.slice(at, at + BLOCK) === b.slice(at, at + BLOCK)) at += BLOCK;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  let same = 0;
  while (
    same + BLOCK <= most &&
    a.slice(a.length - same - BLOCK, a.length - same) === b.slice(b.length - same - BLOCK, b.length - same)
  )
    same += BLOCK;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}
