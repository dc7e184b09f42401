import * as vscode from 'vscode';
import type { FigureCount } from '../../core/articles/figureState';
import { figureCountMessages, figureStateExplanation } from '../../core/articles/figureStateMessage';
import { sayMessage } from '../diagnostics/toDiagnostic';

/** What the status bar says of an article’s figures: each state that there is, with its count. */
export function coverageText(count: FigureCount): {
  readonly text: string;
  /** What each state means. */
  readonly tooltip: string;
  /** For those who hear it. */
  readonly label: string;
} {
  const counts = figureCountMessages(count).filter(({ state }) => count[state] > 0);
  const words = counts.map(({ text }) => sayMessage(text));
  const none = vscode.l10n.t('No figures');
  const title = vscode.l10n.t('Figures in this article:');
  const lines = counts.map(({ state, text }) =>
    vscode.l10n.t('{count}: {meaning}', {
      count: sayMessage(text),
      meaning: sayMessage(figureStateExplanation(state)),
    }),
  );
  const hasOpen = count.unsourced + count.contested + count.unchecked > 0;
  return {
    text: `$(${iconOf(count)}) ${words.join(' · ') || none}`,
    tooltip: [
      ...(lines.length === 0 ? [none] : [title, ...lines]),
      ...(hasOpen ? [vscode.l10n.t('Select to see those to look at.')] : []),
    ].join('\n'),
    label: `${title} ${words.join(', ') || none}`,
  };
}

function iconOf(count: FigureCount): string {
  if (count.contested > 0) return 'warning';
  const isDone = count.supported + count.repeated + count.exempt > 0 && count.unsourced + count.unchecked === 0;
  return isDone ? 'pass' : 'bookmark';
}
