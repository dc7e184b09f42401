import * as vscode from 'vscode';
import type { FigureCount, FigureState } from '../../core/articles/figureState';
import { figureCountMessages, figureStateExplanation, lostClaimsMessage } from '../../core/articles/figureStateMessage';
import { sayMessage } from '../diagnostics/toDiagnostic';

/** What the status bar says of an article’s figures: each state that there is, with its count, and claims without a place. */
export function coverageText(
  count: FigureCount,
  lost = 0,
): {
  readonly text: string;
  /** What each state means. */
  readonly tooltip: string;
  /** For those who hear it. */
  readonly label: string;
} {
  const counts = figureCountMessages(count).filter(({ state }) => count[state] > 0);
  const saidLost = lost > 0 ? [sayMessage(lostClaimsMessage(lost))] : [];
  const words = [...counts.map(({ text }) => sayMessage(text)), ...saidLost];
  // The bar cuts off what is long: what nobody has to look at is then left to the tooltip.
  const isLong = words.length > MOST_IN_BAR;
  const inBar = isLong
    ? [...counts.flatMap(({ state, text }) => (isSettled(state) ? [] : [sayMessage(text)])), ...saidLost]
    : words;
  const none = vscode.l10n.t('No figures');
  const title = vscode.l10n.t('Figures in this article:');
  const lines = counts.map(({ state, text }) =>
    vscode.l10n.t('{count}: {meaning}', {
      count: sayMessage(text),
      meaning: sayMessage(figureStateExplanation(state)),
    }),
  );
  for (const said of saidLost)
    lines.push(
      vscode.l10n.t('{count}: {meaning}', {
        count: said,
        meaning: vscode.l10n.t(
          'their passages are not in the article any more; “Repair Claims” asks where they belong',
        ),
      }),
    );
  const hasOpen = count.unsourced + count.contested + count.unchecked > 0;
  return {
    text: `$(${iconOf(count, lost)}) ${inBar.join(' · ') || none}`,
    tooltip: [
      ...(lines.length === 0 ? [none] : [title, ...lines]),
      ...(hasOpen ? [vscode.l10n.t('Select to see those to look at.')] : []),
    ].join('\n'),
    label: `${title} ${words.join(', ') || none}`,
  };
}

/** So many counts fit beside what else is in the bar. */
const MOST_IN_BAR = 5;

function isSettled(state: FigureState): boolean {
  return state === 'repeated' || state === 'exempt';
}

function iconOf(count: FigureCount, lost: number): string {
  if (count.contested > 0 || lost > 0) return 'warning';
  const isDone = count.supported + count.repeated + count.exempt > 0 && count.unsourced + count.unchecked === 0;
  return isDone ? 'pass' : 'bookmark';
}
