import type { Anchor, Target } from '../anchoring/target';
import type { Figure } from '../figures/figure';
import { type RecognizeOptions, recognizeFigures } from '../figures/recognizeFigures';
import { wayOf } from '../figures/wayOf';
import { claimState } from '../model/claimState';
import { judgedHash } from '../model/judgedHash';
import type { Citation, Claim, Source } from '../model/schema';
import { overlapping } from '../text/overlapping';
import { ownCopy } from '../text/ownCopy';
import type { Library, Stored } from '../workspace/library';
import type { CitationView, ClaimView, Passage, TextFigure } from './articleView';
import { compareWithSources } from './compareWithSource';
import { findQuote, type QuoteIndex } from './findQuote';
import { type CitedReader, readCitedAlone } from './readCited';

/** What a claim is looked at with. */
export interface ClaimContext {
  readonly article: string;
  readonly library: Library;
  readonly figureOptions: RecognizeOptions;
  readonly sourceText: (path: string) => SourceText | undefined;
  readonly cited: CitedReader;
  readonly memo: ClaimMemo;
}

export interface SourceText {
  readonly index: QuoteIndex;
  readonly sha256: string;
}

/** What is worked out of the claims and citations of one store file as it is parsed. */
export interface ClaimMemo {
  readonly hashes: Map<Claim, string>;
  readonly citations: Map<
    Citation,
    // The source's text by its hash: of one that is gone nothing is kept.
    { readonly source: Stored<Source> | undefined; readonly sha256: string | undefined; readonly view: CitationView }
  >;
}

export function createClaimMemo(): ClaimMemo {
  return { hashes: new Map(), citations: new Map() };
}

/** Joins a stored claim with its place, its sources and what its figures say. */
export function buildClaimView(
  id: string,
  claim: Claim,
  anchor: Anchor | undefined,
  article: { readonly text: string; readonly figures: readonly Figure[] } | undefined,
  context: ClaimContext,
): ClaimView {
  const placed = claim.detached ? undefined : anchor;
  const range = placed && 'range' in placed ? placed.range : undefined;
  const figures =
    article && range
      ? overlapping(article.figures, range).flatMap((figure) => toTextFigure(figure, article.text))
      : figuresOf(claim.target, context.figureOptions);
  const citations = (claim.citations ?? []).map((citation, index) => readCitation(index, citation, context));
  const isJudged = (claim.verdicts?.length ?? 0) > 0;
  return {
    id,
    article: context.article,
    claim,
    anchor: placed,
    range,
    state: claimState({
      claim,
      anchor: placed,
      hash: isJudged ? hashOf(claim, context.memo) : '',
      contested: citations.some((citation) => citation.contested !== undefined),
      review: context.library.config.review,
    }),
    figures,
    citations,
    agreements: compareWithSources(figures, citations),
    verdicts: (claim.verdicts ?? []).map((verdict) => ({
      verdict,
      stale: verdict.of !== hashOf(claim, context.memo),
    })),
    // Hashing takes as long as all the rest, and most claims were judged by nobody.
    get hash() {
      return hashOf(claim, context.memo);
    },
  };
}

function hashOf(claim: Claim, { hashes }: ClaimMemo): string {
  let hash = hashes.get(claim);
  if (hash === undefined) {
    hash = judgedHash(claim);
    hashes.set(claim, hash);
  }
  return hash;
}

/** An article that is not at hand is known by the words kept with the claim. */
function figuresOf({ exact, prefix = '', suffix = '' }: Target, options: RecognizeOptions): TextFigure[] {
  const text = prefix + exact + suffix;
  const range = { start: prefix.length, end: prefix.length + exact.length };
  const figures = recognizeFigures(text, { ...options, format: 'plaintext' });
  return overlapping(figures, range).flatMap((figure) => toTextFigure(figure, text));
}

function toTextFigure(figure: Figure, text: string): TextFigure[] {
  const { start, end, kind } = figure;
  return kind === 'other' ? [] : [{ figure, text: ownCopy(text.slice(start, end)), way: wayOf(text, start, end) }];
}

/** Looking a quotation up and reading its figures takes long enough not to do it at each keystroke. */
function readCitation(index: number, citation: Citation, context: ClaimContext): CitationView {
  const source = context.library.sources.get(citation.source);
  const textPath = source?.value.custom?.text;
  const text = textPath === undefined ? undefined : context.sourceText(textPath);
  const known = context.memo.citations.get(citation);
  if (known && known.source === source && known.sha256 === text?.sha256 && known.view.index === index)
    return known.view;
  const view = buildCitationView(index, citation, source, text, context.cited);
  context.memo.citations.set(citation, { source, sha256: text?.sha256, view });
  return view;
}

function buildCitationView(
  index: number,
  citation: Citation,
  source: Stored<Source> | undefined,
  text: SourceText | undefined,
  cited: CitedReader,
): CitationView {
  const passage = findPassage(citation, source?.value.custom?.text, text?.index);
  const inPlace =
    passage.status === 'found' && text
      ? cited.readAt(source?.value, { file: passage.file, text: text.index.text }, passage.range)
      : [];
  return {
    index,
    citation,
    source,
    passage,
    // What the recognizer passes by in a text, as code and front matter, a person may still quote.
    figures: inPlace.length === 0 && citation.exact !== undefined ? readCitedAlone(source?.value, citation) : inPlace,
    contested: contestedBy(source, text?.sha256),
  };
}

function findPassage(citation: Citation, file: string | undefined, index: QuoteIndex | undefined): Passage {
  if (citation.exact === undefined) return { status: 'noQuote' };
  if (file === undefined || index === undefined) return { status: 'unavailable' };
  const range = findQuote(index, { exact: citation.exact, prefix: citation.prefix, suffix: citation.suffix });
  return range ? { status: 'found', file, range } : { status: 'notFound', file };
}

function contestedBy(source: Stored<Source> | undefined, sha256: string | undefined): CitationView['contested'] {
  const custom = source?.value.custom;
  if (custom?.status === 'retracted' || custom?.status === 'superseded') return custom.status;
  return custom?.sha256 !== undefined && sha256 !== undefined && custom.sha256 !== sha256 ? 'textChanged' : undefined;
}
