export { type AnchorOptions, anchor, anchorAll } from './anchoring/anchor';
export { describe } from './anchoring/describe';
export type { Anchor, Target } from './anchoring/target';
export { createMentionFinder, type Mention, type MentionFinder } from './entities/findMentions';
export type { Approximation, Figure, FigureKind, Quantity } from './figures/figure';
export { contains, overlaps, type Range } from './text/range';
