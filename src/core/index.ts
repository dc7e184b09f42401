export { type AnchorOptions, anchor } from './anchoring/anchor';
export { anchorAll } from './anchoring/anchorAll';
export { createLiveAnchors, type LiveAnchors } from './anchoring/createLiveAnchors';
export { describe } from './anchoring/describe';
export { type SuggestedPlace, suggestPlaces } from './anchoring/suggestPlaces';
export type { Anchor, Target } from './anchoring/target';
export { trackEdits } from './anchoring/trackEdits';
export { countFigures, type FigureCount, type FigureState, figureStates } from './articles/figureState';
export { createMentionFinder, type Mention, type MentionFinder } from './entities/findMentions';
export {
  type CompareOptions,
  type Comparison,
  compareQuantities,
  type ExchangeRate,
  isAgreement,
} from './figures/compareQuantities';
export type { Approximation, Figure, FigureKind, Quantity } from './figures/figure';
export { createFigureIndex, type FigureIndex } from './figures/figureIndex';
export type { FigureOptions, FigurePattern } from './figures/figureOptions';
export { formatQuantity } from './figures/formatQuantity';
export type { Locale } from './figures/languages/language';
export { recognizeFigures } from './figures/recognizeFigures';
export { gitBlobId, sha256 } from './model/gitBlobId';
export { createId, createSlugId, createSourceId } from './model/ids';
export { judgedHash } from './model/judgedHash';
export type { Message } from './model/message';
export type { Problem, TextEdit } from './model/problem';
export { renderMessage } from './model/renderMessage';
export type { FileSystem, FileText, FoundFiles, History } from './ports';
export type { Diagnostic, FindingData, RuleId } from './rules/rule';
export { checkArticle, checkFiles, checkShared, checkWorkspace } from './rules/runRules';
export { applyOperation, type OperationResult, type StoreOperation } from './store/operations';
export {
  type Parsed,
  parseArticleFile,
  parseConfigFile,
  parseEntitiesFile,
  parseSourcesFile,
} from './store/parseStoreFile';
export { fromCodePointOffset, splitsCharacter, toCodePointOffset } from './text/codePoints';
export { foldCharacters } from './text/foldCharacters';
export { type FoldedText, foldWidth } from './text/foldWidth';
export { contains, overlaps, type Range } from './text/range';
export { sentenceAt, sentences } from './text/sentences';
export { type LoadedWorkspace, type LoadOptions, loadWorkspace } from './workspace/loadWorkspace';
export { Workspace } from './workspace/workspace';
