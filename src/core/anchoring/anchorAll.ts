import { type AnchorOptions, createAnchorer } from './anchor';
import type { Anchor, Target } from './target';

/** Anchors many targets of one text, sharing what is worked out about it; answers in the order of the targets. */
export function anchorAll(text: string, targets: readonly Target[], options: AnchorOptions = {}): Anchor[] {
  return targets.map(createAnchorer(text, options));
}
