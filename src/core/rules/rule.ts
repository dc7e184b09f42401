import type { ArticleSummary } from '../articles/articleSummary';
import type { ArticleView } from '../articles/articleView';
import type { FigureState } from '../articles/figureState';
import type { Message } from '../model/message';
import type { Level } from '../model/schema';
import type { Range } from '../text/range';
import type { Workspace } from '../workspace/workspace';

/** Every check there is. Public: config names them, diagnostics carry them. Never renamed. */
export const ruleIds = [
  'figure/unsourced',
  'figure/repeated',
  'figure/unchecked',
  'figure/differs-from-source',
  'figure/conflicts',
  'figure/conversion',
  'claim/uncited',
  'claim/value-changed',
  'claim/ambiguous',
  'claim/orphaned',
  'claim/contested',
  'claim/disputed',
  'claim/stale-verdict',
  'source/unknown',
  'source/unused',
  'source/quote-not-found',
  'entity/unknown',
  'entity/ambiguous-name',
  'exemption/expired',
  'exemption/unused',
  'store/syntax',
  'store/schema',
  'store/conflict',
] as const;

export type RuleId = (typeof ruleIds)[number];

/** A place and why one should look there, beside a finding. */
export interface Related {
  readonly file: string;
  readonly range: Range;
  readonly message: Message;
}

/** What a rule has to say. The runner adds how loud, and the reader's language. */
export interface Finding {
  readonly file: string;
  readonly range: Range;
  readonly message: Message;
  /** Ids and numbers that quick fixes and other programs need; plain JSON. */
  readonly data?: FindingData;
  readonly related?: readonly Related[];
}

export interface FindingData {
  readonly article?: string;
  readonly claim?: string;
  readonly exemption?: string;
  readonly source?: string;
  readonly entity?: string;
  readonly citation?: number;
  /** Of the figure that the finding is about. */
  readonly state?: FigureState;
}

/** A finding with its rule and its level: what the editor and the CLI show. */
export interface Diagnostic extends Finding {
  readonly rule: RuleId;
  readonly level: Exclude<Level, 'off'>;
}

interface RuleBase {
  readonly id: RuleId;
  /** How loud it is unless `config.yaml` says otherwise. */
  readonly level: Level;
}

/** Looks at one article, with all the rest to refer to. Its findings may lie in the article or in its store file. */
export interface ArticleRule extends RuleBase {
  readonly scope: 'article';
  /** Whether a source or an entity that comes in later can take a finding back. */
  readonly needsWholeLibrary?: true;
  /** Whether the text of a source that comes in later can take a finding back. */
  readonly needsTexts?: true;
  check(article: ArticleView, workspace: Workspace): Iterable<Finding>;
  /** Its findings that nothing takes back, for as long as sources and their texts come in. */
  checkPartial?(article: ArticleView, workspace: Workspace): Iterable<Finding>;
}

/** Looks at one article beside the others, by what is kept of all of them. Its findings lie in the article. */
export interface SummaryRule extends RuleBase {
  readonly scope: 'summary';
  check(article: ArticleSummary, workspace: Workspace): Iterable<Finding>;
}

/** Looks at what is shared by all articles. Its findings lie in the files that are asked for. */
export interface WorkspaceRule extends RuleBase {
  readonly scope: 'workspace';
  check(workspace: Workspace, isAsked: (file: string) => boolean): Iterable<Finding>;
}

export type Rule = ArticleRule | SummaryRule | WorkspaceRule;
