import { isAgreement } from '../figures/compareQuantities';
import type { Figure } from '../figures/figure';
import type { Source } from '../model/schema';
import type { Stored } from '../workspace/library';
import type { Agreement, CitationView, ClaimView } from './articleView';

/**
 * What stands behind a figure. Derived, never stored, and the same wherever it is counted or shown. In the order in
 * which they ask for a person's hand.
 */
export const figureStates = ['contested', 'unsourced', 'unchecked', 'repeated', 'exempt', 'supported'] as const;

export type FigureState = (typeof figureStates)[number];

/** How many figures are in each state. */
export type FigureCount = Readonly<Record<FigureState, number>>;

/** Why what is cited for a figure was not checked. */
export type UncheckedReason =
  /** No source has the id that is cited. */
  | 'unknownSource'
  /** The source has no text in the workspace, or it could not be read. */
  | 'noText'
  /** The citation quotes no words. */
  | 'noQuote'
  /** The quoted words hold no figure that could be compared. */
  | 'noFigure'
  /** No claim, only the sentence itself cites something. */
  | 'citedInText';

/** Why what is cited for a figure does not hold, or is not known to be about it any more. */
export type ContestedReason =
  | NonNullable<CitationView['contested']>
  /** The quoted words do not stand in the source's text. */
  | 'quoteNotFound'
  | 'differs'
  | 'disputed'
  | 'valueChanged'
  /** It says what a claim said whose passage is gone. */
  | 'lost'
  /** It is one of several places that a claim could mean. */
  | 'ambiguous';

/** A figure's state, and why. */
export type FigureStanding =
  | { readonly state: 'supported' }
  | { readonly state: 'unchecked'; readonly reason: UncheckedReason }
  | { readonly state: 'contested'; readonly reason: ContestedReason }
  | { readonly state: 'exempt' }
  /** The same quantity is supported at `of`, a figure of the same article. */
  | { readonly state: 'repeated'; readonly of: Figure }
  /** `mayStand` where a source that is still to be read could put something behind it. */
  | { readonly state: 'unsourced'; readonly mayStand: boolean };

/** A claim that touches a figure, and how the figure compares with what the claim cites. */
export interface Touch {
  readonly claim: ClaimView;
  readonly agreements: readonly Agreement[];
}

export interface FigureStateInput {
  /** Claims that have a place and touch the figure. */
  readonly touches: readonly Touch[];
  readonly isExempt: boolean;
  /** What its sentence cites; undefined where it cites nothing that counts. */
  readonly cited: readonly Stored<Source>[] | undefined;
  /** Whether its sentence holds a citation that would count if its source were known. */
  readonly mayBeCited: boolean;
  /** Whether a claim that has no one place may be about it. */
  readonly isAmbiguous: boolean;
}

/**
 * The state of a figure by what is said of it alone; `findRepeats` looks at the other figures. Doubt comes first: of
 * several claims one that is contested decides. Between the citations of one claim the best decides, as
 * `figure/differs-from-source` has it, but a fallen source contests its claim whatever else it cites.
 */
export function figureState(input: FigureStateInput): FigureStanding {
  const { touches, isExempt, cited, isAmbiguous } = input;
  const standings = touches.map(standingBy).filter((standing) => standing !== undefined);
  const isCited = touches.some(({ claim: { citations, anchor } }) => citations.length > 0 && !isChanged(anchor));
  // An exemption was given to the words as they are; it ends no doubt about what is cited for them.
  if (isExempt && !isCited) return { state: 'exempt' };
  const worst = standings.find(({ state }) => state === 'contested') ?? standings.find(isSupported) ?? standings[0];
  if (worst) return worst;
  if (cited) return standingInText(cited);
  if (isAmbiguous) return { state: 'contested', reason: 'ambiguous' };
  return { state: 'unsourced', mayStand: input.mayBeCited };
}

function isSupported({ state }: FigureStanding): boolean {
  return state === 'supported';
}

function isChanged(anchor: ClaimView['anchor']): boolean {
  return anchor?.status === 'valueChanged';
}

/** What a claim does for a figure that it touches; undefined where it cites nothing and nobody disputes it. */
function standingBy({ claim, agreements }: Touch): FigureStanding | undefined {
  if (isChanged(claim.anchor)) return { state: 'contested', reason: 'valueChanged' };
  const fallen = claim.citations.find(({ contested }) => contested !== undefined)?.contested;
  if (fallen) return { state: 'contested', reason: fallen };
  if (claim.state === 'disputed') return { state: 'contested', reason: 'disputed' };
  if (claim.citations.length === 0) return undefined;
  const checks = claim.citations.map((citation) =>
    checkCitation(
      citation,
      agreements.find((agreement) => agreement.citation === citation),
    ),
  );
  if (checks.some(({ answer }) => answer === 'supports')) return { state: 'supported' };
  const agrees = checks.some(({ isAgreeing }) => isAgreeing);
  for (const reason of ['differs', 'quoteNotFound'] as const)
    if (checks.some(({ answer }) => answer === reason) && !(reason === 'differs' && agrees))
      return { state: 'contested', reason };
  const unchecked = checks.find(({ answer }) => answer !== 'differs' && answer !== 'quoteNotFound')?.answer;
  return { state: 'unchecked', reason: isUnchecked(unchecked) ? unchecked : 'noText' };
}

type CitationAnswer = 'supports' | 'differs' | 'quoteNotFound' | Exclude<UncheckedReason, 'citedInText'>;

function isUnchecked(answer: CitationAnswer | undefined): answer is Exclude<UncheckedReason, 'citedInText'> {
  return answer !== undefined && answer !== 'supports' && answer !== 'differs' && answer !== 'quoteNotFound';
}

function checkCitation(
  { source, passage }: CitationView,
  agreement: Agreement | undefined,
): { readonly answer: CitationAnswer; readonly isAgreeing: boolean } {
  const compared = agreement?.comparison?.status;
  const isAgreeing = compared !== undefined && isAgreement(compared);
  const isDiffering = compared === 'different' || compared === 'slip';
  const answer = ((): CitationAnswer => {
    if (isDiffering) return 'differs';
    if (!source) return 'unknownSource';
    if (passage.status === 'notFound') return 'quoteNotFound';
    if (passage.status === 'noQuote') return 'noQuote';
    if (passage.status === 'unavailable') return 'noText';
    return isAgreeing ? 'supports' : 'noFigure';
  })();
  return { answer, isAgreeing };
}

/** Nobody has looked into what a text cites by itself; that a source has fallen is known without looking. */
function standingInText(cited: readonly Stored<Source>[]): FigureStanding {
  const fallen = cited.map(({ value }) => value.custom?.status).find((status) => status && status !== 'active');
  return fallen === 'retracted' || fallen === 'superseded'
    ? { state: 'contested', reason: fallen }
    : { state: 'unchecked', reason: 'citedInText' };
}

/** How many of these figures are in each state. */
export function countFigures(figures: Iterable<{ readonly state: FigureState }>): FigureCount {
  const count = { contested: 0, unsourced: 0, unchecked: 0, repeated: 0, exempt: 0, supported: 0 };
  for (const { state } of figures) count[state]++;
  return count;
}
