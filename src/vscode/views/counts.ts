import * as vscode from 'vscode';

/** Counts as words, each number with its own form. */
export function countClaims(count: number): string {
  return count === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{count} claims', { count });
}

export function countFigures(count: number): string {
  return count === 1 ? vscode.l10n.t('1 figure') : vscode.l10n.t('{count} figures', { count });
}

export function countMentions(count: number): string {
  return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{count} mentions', { count });
}

/** Facts about a row, the empty ones left out. */
export function joinFacts(...facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join(' · ');
}
