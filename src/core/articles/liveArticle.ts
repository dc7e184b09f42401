import { createLiveAnchors, type LiveAnchors } from '../anchoring/createLiveAnchors';
import type { Anchor, Target } from '../anchoring/target';
import type { TextEdit } from '../anchoring/trackEdits';
import type { ArticleFile } from '../model/schema';

/** The targets of an article as the store has them now, and the text they were described on. */
export interface StoredTargets {
  readonly stored: ArticleFile | undefined;
  readonly oldText: string | undefined;
}

/** Follows what is annotated of one open article through its edits. */
export interface LiveArticle {
  /** Undefined until the first edit: until then the article is anchored as any other. */
  readonly anchors: ReadonlyMap<string, Anchor> | undefined;
  /**
   * Follows one change of the document.
   * @param text the document after it; where that is not what the edits make of the text before it, all is begun anew.
   */
  edit(edits: readonly TextEdit[], text: string): void;
  /** Takes over targets that were added, changed or removed in the store. Returns whether there were any. */
  sync(): boolean;
}

/** @param read gives the targets as they are when they are needed; reading an article costs nothing until it is edited. */
export function createLiveArticle(text: string, read: () => StoredTargets): LiveArticle {
  let before = text;
  let live: LiveAnchors | undefined;
  let known = new Map<string, Target>();
  return {
    get anchors() {
      return live?.anchors;
    },
    edit(edits, after) {
      if (!live) {
        const { stored, oldText } = read();
        known = targetsOf(stored);
        if (known.size === 0) {
          before = after;
          return;
        }
        live = createLiveAnchors(before, known, oldText === undefined ? {} : { oldText });
      }
      live.apply(edits);
      before = after;
      if (live.text !== after) live = undefined;
    },
    sync() {
      if (!live) return false;
      const targets = targetsOf(read().stored);
      let changed = false;
      for (const id of known.keys()) {
        if (targets.has(id)) continue;
        live.delete(id);
        changed = true;
      }
      for (const [id, target] of targets) {
        if (isSame(known.get(id), target)) continue;
        live.set(id, target);
        changed = true;
      }
      known = targets;
      return changed;
    },
  };
}

function targetsOf(stored: ArticleFile | undefined): Map<string, Target> {
  return new Map(
    [stored?.claims, stored?.exemptions, stored?.mentions].flatMap((entries) =>
      Object.entries(entries ?? {}).map(([id, { target }]) => [id, target as Target] as const),
    ),
  );
}

function isSame(one: Target | undefined, other: Target): boolean {
  return (
    one?.exact === other.exact &&
    one.prefix === other.prefix &&
    one.suffix === other.suffix &&
    one.start === other.start
  );
}
