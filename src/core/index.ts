export { type AnchorOptions, anchor } from './anchoring/anchor';
export { anchorAll } from './anchoring/anchorAll';
export { describe } from './anchoring/describe';
export type { Anchor, Target } from './anchoring/target';
export { createMentionFinder, type Mention, type MentionFinder } from './entities/findMentions';
export type { Approximation, Figure, FigureKind, Quantity } from './figures/figure';
export { gitBlobId, sha256 } from './model/gitBlobId';
export { createId, createSlugId, createSourceId } from './model/ids';
export { judgedHash } from './model/judgedHash';
export type { Message } from './model/message';
export type { Problem, TextEdit } from './model/problem';
export { applyOperation, type OperationResult, type StoreOperation } from './store/operations';
export {
  type Parsed,
  parseArticleFile,
  parseConfigFile,
  parseEntitiesFile,
  parseSourcesFile,
} from './store/parseStoreFile';
export { contains, overlaps, type Range } from './text/range';
