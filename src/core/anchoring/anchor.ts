import { anchorByDiff } from './anchorByDiff';
import { anchorByQuote } from './anchorByQuote';
import { createTextDiff, type TextDiff } from './createTextDiff';
import { createTextSearch, type TextSearch } from './createTextSearch';
import type { Anchor, Target } from './target';

/** What besides the text is known. */
export interface AnchorOptions {
  /** The article as it was when the target was described: the git blob or the stored copy. */
  readonly oldText?: string;
}

/** Anchors targets in one text; what is worked out about the text is kept for the next target. */
export type Anchorer = (target: Target) => Anchor;

/**
 * Finds where `target` stands in `text` now: through a comparison of the old text with the new when the old one is
 * given and has the target, else by the quote and its surroundings. Offsets are UTF-16 code units. Never throws; a
 * target with an empty `exact` is orphaned. `exact` is the same words at the same offset, `moved` the same passage
 * elsewhere or reworded; both promise that the quantities in it are the same.
 */
export function anchor(text: string, target: Target, options: AnchorOptions = {}): Anchor {
  const { oldText } = options;
  let known = latest?.deref();
  if (known?.text !== text || known.oldText !== oldText) {
    known = { text, oldText, anchorer: createAnchorer(text, options) };
    latest = new WeakRef(known);
  }
  return known.anchorer(target);
}

/**
 * Whoever asks for one target after the other of the same texts need not wait for their comparison each time. Held by
 * nobody else, it goes when memory is next cleared, and no text outlives its article here.
 */
let latest:
  | WeakRef<{ readonly text: string; readonly oldText: string | undefined; readonly anchorer: Anchorer }>
  | undefined;

/** As `anchor`, for many targets of one text: the comparison with the old text is made once. */
export function createAnchorer(text: string, { oldText }: AnchorOptions = {}): Anchorer {
  const search = createTextSearch(text);
  const oldSearch = oldText === undefined ? undefined : createTextSearch(oldText);
  let diff: TextDiff | undefined;
  return (target) => {
    if (target.exact === '') return { status: 'orphaned' };
    const old = oldSearch && placeInOld(oldSearch, target);
    if (!oldSearch || old === undefined) return anchorByQuote(search, target);
    diff ??= createTextDiff(oldSearch.text, text);
    return anchorByDiff(search, oldSearch, diff, target, old);
  };
}

/** Where a target stands in the text it was described in, if that is the text. */
function placeInOld(search: TextSearch, target: Target): number | undefined {
  const oldText = search.text;
  const { exact, prefix = '', suffix = '', start } = target;
  if (
    start !== undefined &&
    oldText.startsWith(exact, start) &&
    (oldText.endsWith(prefix, start) || oldText.startsWith(suffix, start + exact.length))
  )
    return start;
  const place = anchorByQuote(search, target);
  if (place.status !== 'exact' && place.status !== 'moved') return undefined;
  return oldText.startsWith(exact, place.range.start) ? place.range.start : undefined;
}
