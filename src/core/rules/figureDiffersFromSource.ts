import type { Agreement } from '../articles/articleView';
import type { Comparison, SlipCause } from '../figures/compareQuantities';
import { isAgreement } from '../figures/compareQuantities';
import type { Figure } from '../figures/figure';
import { type Message, message } from '../model/message';
import type { ArticleRule } from './rule';

/** A figure that none of the claim's citations bears out, though at least one speaks of such a quantity. */
export const figureDiffersFromSource: ArticleRule = {
  id: 'figure/differs-from-source',
  level: 'error',
  scope: 'article',
  *check({ path, claims }) {
    for (const { id, anchor, agreements } of claims) {
      if (anchor?.status !== 'exact' && anchor?.status !== 'moved') continue;
      for (const all of groupByFigure(agreements)) {
        const [first] = all;
        if (all.some(({ comparison }) => comparison && isAgreement(comparison.status))) continue;
        const differing = all.find(({ comparison }) => comparison && isContradiction(comparison));
        if (!differing?.comparison || !differing.cited) continue;
        const { citation, cited, comparison } = differing;
        yield {
          file: path,
          range: { start: first.figure.start, end: first.figure.end },
          message: disagreement(differing, first.text, cited.text, comparison),
          data: { article: path, claim: id, citation: citation.index, source: citation.citation.source },
          ...(citation.passage.status === 'found' && {
            related: [
              {
                file: citation.passage.file,
                range: citation.passage.range,
                message: message('The passage that is cited.'),
              },
            ],
          }),
        };
      }
    }
  },
};

/** The agreements of each figure, in the order in which the figures come. */
function groupByFigure(agreements: readonly Agreement[]): (readonly [Agreement, ...Agreement[]])[] {
  const groups = new Map<Figure, [Agreement, ...Agreement[]]>();
  for (const agreement of agreements) {
    const group = groups.get(agreement.figure);
    if (group) group.push(agreement);
    else groups.set(agreement.figure, [agreement]);
  }
  return [...groups.values()];
}

function isContradiction({ status }: Comparison): boolean {
  return status === 'different' || status === 'slip';
}

function disagreement(
  { citation, difference }: Agreement,
  figure: string,
  cited: string,
  comparison: Comparison,
): Message {
  const { source } = citation.citation;
  if (difference === 'way')
    return message(
      '“{figure}” here, “{cited}” in the source “{source}”: one is a rise or a profit, the other a fall or a loss.',
      { figure, cited, source },
    );
  if (difference === 'stance')
    return message(
      '“{figure}” here, “{cited}” in the source “{source}”: one is of those for it, the other of those against it.',
      { figure, cited, source },
    );
  if (difference === 'sign')
    return message('“{figure}” here, “{cited}” in the source “{source}”: only one of them is below zero.', {
      figure,
      cited,
      source,
    });
  if (comparison.status !== 'slip')
    return message('“{figure}” here, but “{cited}” in the source “{source}”.', { figure, cited, source });
  return message('“{figure}” here, but “{cited}” in the source “{source}”: {cause}', {
    figure,
    cited,
    source,
    cause: slipExplanation(comparison.cause, comparison.power, isCjk(figure) !== isCjk(cited)),
  });
}

/** 14.3億 and 亿 count by ten thousands, $14.3 billion by thousands. */
function isCjk(figure: string): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(figure);
}

/** What probably went wrong, so that the next one is not written. Only what was translated can be mistranslated. */
function slipExplanation(cause: SlipCause, power: number, isTranslated: boolean): Message {
  const times = 10 ** Math.abs(power);
  if (!isTranslated && times >= 1000)
    return message('{times} times off. The scale may be mistaken for another.', { times });
  switch (isTranslated ? cause : 'digit') {
    case 'billion':
      return message('{times} times off. One billion is 10億, not 1億.', { times });
    case 'million':
      return message('{times} times off. One million is 100万.', { times });
    case 'trillion':
      return message('{times} times off. One trillion is 1兆, a thousand billion.', { times });
    case 'thousand':
      return message('{times} times off. 1万 is ten thousand.', { times });
    case 'digit':
      return message('{times} times off. A digit may be missing or doubled.', { times });
  }
}
