import type { Anchor } from '../anchoring/target';
import { compareQuantities, isAgreement } from '../figures/compareQuantities';
import type { Figure } from '../figures/figure';
import { type RecognizeOptions, recognizeFigures } from '../figures/recognizeFigures';
import { claimState } from '../model/claimState';
import { judgedHash } from '../model/judgedHash';
import type { Citation, Claim, Source } from '../model/schema';
import { overlapping } from '../text/overlapping';
import type { Library, Stored } from '../workspace/library';
import type { Agreement, CitationView, ClaimView, Passage } from './articleView';
import { findQuote, type QuoteIndex } from './findQuote';

/** What a claim is looked at with. */
export interface ClaimContext {
  readonly article: string;
  readonly library: Library;
  readonly figureOptions: RecognizeOptions;
  readonly sourceText: (path: string) => SourceText | undefined;
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
    { readonly source: Stored<Source> | undefined; readonly text: SourceText | undefined; readonly view: CitationView }
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
      : figuresOf(claim.target.exact, context.figureOptions);
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
    agreements: findAgreements(figures, citations),
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

type TextFigure = ClaimView['figures'][number];

function figuresOf(text: string, options: RecognizeOptions): TextFigure[] {
  return recognizeFigures(text, { ...options, format: 'plaintext' }).flatMap((figure) => toTextFigure(figure, text));
}

function toTextFigure(figure: Figure, text: string): TextFigure[] {
  return figure.kind === 'other' ? [] : [{ figure, text: text.slice(figure.start, figure.end) }];
}

/** Looking a quotation up and reading its figures takes long enough not to do it at each keystroke. */
function readCitation(index: number, citation: Citation, context: ClaimContext): CitationView {
  const source = context.library.sources.get(citation.source);
  const textPath = source?.value.custom?.text;
  const text = textPath === undefined ? undefined : context.sourceText(textPath);
  const known = context.memo.citations.get(citation);
  if (known && known.source === source && known.text === text && known.view.index === index) return known.view;
  const view = buildCitationView(index, citation, source, text);
  context.memo.citations.set(citation, { source, text, view });
  return view;
}

function buildCitationView(
  index: number,
  citation: Citation,
  source: Stored<Source> | undefined,
  text: SourceText | undefined,
): CitationView {
  return {
    index,
    citation,
    source,
    passage: findPassage(citation, source?.value.custom?.text, text?.index),
    // A source may be in another language than the article, so its sentences tell their own.
    figures: citation.exact === undefined ? [] : recognizeFigures(citation.exact, { format: 'plaintext' }),
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

/** For each checkable figure, the cited figure that comes nearest to it, citation by citation. */
function findAgreements(figures: readonly TextFigure[], citations: readonly CitationView[]): Agreement[] {
  const agreements: Agreement[] = [];
  for (const { figure, text } of figures) {
    if (!figure.checkable) continue;
    for (const citation of citations) {
      if (citation.citation.exact === undefined) continue;
      const quote = citation.citation.exact;
      let best: Pick<Agreement, 'cited' | 'comparison'> & { rank: number } = {
        cited: undefined,
        comparison: undefined,
        rank: -1,
      };
      for (const cited of citation.figures) {
        // 19歳 and 2016年 are both counted in years, and say nothing of each other.
        if (cited.kind !== figure.kind) continue;
        const comparison = compareQuantities(figure.quantity, cited.quantity);
        const rank = rankOf(comparison.status);
        if (rank > best.rank)
          best = { cited: { figure: cited, text: quote.slice(cited.start, cited.end) }, comparison, rank };
      }
      const comparable = best.comparison && best.comparison.status !== 'notComparable';
      agreements.push({
        figure,
        text,
        citation,
        cited: comparable ? best.cited : undefined,
        comparison: comparable ? best.comparison : undefined,
      });
    }
  }
  return agreements;
}

/** The better two figures agree, the likelier the writer meant this one. */
function rankOf(status: ReturnType<typeof compareQuantities>['status']): number {
  if (isAgreement(status)) return status === 'equal' ? 4 : 3;
  return status === 'slip' ? 2 : status === 'notComparable' ? 0 : 1;
}
