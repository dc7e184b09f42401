import type { Anchor } from '../anchoring/target';
import type { Mention } from '../entities/findMentions';
import type { Comparison } from '../figures/compareQuantities';
import type { StatedDifference } from '../figures/compareStated';
import type { Figure } from '../figures/figure';
import type { Way } from '../figures/wayOf';
import type { ClaimState } from '../model/claimState';
import type { ArticleFile, Citation, Claim, Exemption, Source, Verdict } from '../model/schema';
import type { Parsed } from '../store/parseStoreFile';
import type { Range } from '../text/range';
import type { Stored } from '../workspace/library';
import type { CitedSources } from './citedSources';
import type { FigureStanding } from './figureState';
import type { CitedFigure } from './readCited';

/** Where a citation's quoted words stand in the source's text. */
export type Passage =
  | { readonly status: 'found'; readonly file: string; readonly range: Range }
  | { readonly status: 'notFound'; readonly file: string }
  /** The source has no text in the workspace, or it could not be read: nothing was checked. */
  | { readonly status: 'unavailable' }
  | { readonly status: 'noQuote' };

export interface CitationView {
  readonly index: number;
  readonly citation: Citation;
  /** Undefined when no source has that id. */
  readonly source: Stored<Source> | undefined;
  readonly passage: Passage;
  /** The figures of the quoted words, as they read where they stand in the source. */
  readonly figures: readonly CitedFigure[];
  /** Why the source no longer carries what was cited. */
  readonly contested: 'retracted' | 'superseded' | 'textChanged' | undefined;
}

/** A figure of the article with the words it is written in. */
export interface TextFigure {
  readonly figure: Figure;
  readonly text: string;
  /** Which way the words beside it say that it goes. */
  readonly way: Way;
}

/** A figure of a claim beside the figure of a citation that comes nearest to it. */
export interface Agreement {
  readonly figure: Figure;
  /** The figure as the article has it. */
  readonly text: string;
  readonly citation: CitationView;
  /** As the source has it; undefined when the quoted words hold no figure that could be compared. */
  readonly cited: { readonly figure: Figure; readonly text: string } | undefined;
  readonly comparison: Comparison | undefined;
  /** In what they differ though the numbers are the same; with `exactness` they agree all the same. */
  readonly difference?: StatedDifference;
}

export interface VerdictView {
  readonly verdict: Verdict;
  /** The claim changed after this was said. */
  readonly stale: boolean;
}

export interface ClaimView {
  readonly id: string;
  readonly article: string;
  readonly claim: Claim;
  /** Undefined when the article's text is not at hand or the claim is detached. */
  readonly anchor: Anchor | undefined;
  /** Where to show it: found, or the place whose value changed. Undefined when it has no one place. */
  readonly range: Range | undefined;
  readonly state: ClaimState;
  /** The figures of the passage, from the article if at hand, else from the stored words. */
  readonly figures: readonly TextFigure[];
  readonly citations: readonly CitationView[];
  readonly agreements: readonly Agreement[];
  readonly verdicts: readonly VerdictView[];
  /** What a verdict given now must name; worked out when it is asked for. */
  readonly hash: string;
}

export interface ExemptionView {
  readonly id: string;
  readonly exemption: Exemption;
  readonly anchor: Anchor | undefined;
  readonly range: Range | undefined;
  readonly expired: boolean;
}

/** A checkable figure and what stands behind it. */
export type FigureCoverage = FigureStanding & {
  readonly figure: Figure;
  /** Those that touch it, whatever they do for it. */
  readonly claims: readonly ClaimView[];
};

/** Where the article of a store file is. */
export type Whereabouts =
  | { readonly status: 'inPlace' }
  /** It was renamed outside of the editor; its store file still lies and says where it was. */
  | { readonly status: 'moved'; readonly from: string }
  /** It is not there any more. Its claims wait for it, or for a person to say which article it is now. */
  | { readonly status: 'gone'; readonly candidates: readonly string[] };

export interface ArticleView {
  readonly path: string;
  readonly whereabouts: Whereabouts;
  /** Undefined when the article is gone or was not read yet. */
  readonly text: string | undefined;
  readonly storeFile: string;
  readonly stored: Parsed<ArticleFile> | undefined;
  readonly figures: readonly Figure[];
  readonly coverage: readonly FigureCoverage[];
  readonly claims: readonly ClaimView[];
  readonly exemptions: readonly ExemptionView[];
  readonly mentions: readonly Mention[];
  readonly textCitations: readonly CitedSources[];
}

/** Where to look for a claim: its place, or the first of those that it may have. Undefined where it has none. */
export function firstPlace({ range, anchor }: Pick<ClaimView, 'range' | 'anchor'>): Range | undefined {
  return range ?? (anchor?.status === 'ambiguous' ? anchor.ranges[0] : undefined);
}
