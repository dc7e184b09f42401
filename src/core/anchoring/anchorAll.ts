import { type AnchorOptions, anchor } from './anchor';
import type { Anchor, Target } from './target';

/** Anchors many targets of one article, sharing what is worked out about the text; answers in the order of the targets. */
export function anchorAll(text: string, targets: readonly Target[], options: AnchorOptions = {}): Anchor[] {
  return targets.map((target) => anchor(text, target, options));
}
