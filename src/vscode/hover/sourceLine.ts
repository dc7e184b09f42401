import * as vscode from 'vscode';
import type { Source } from '../../core/model/schema';
import { type Stored, sourceTitle } from '../../core/workspace/library';
import { plain } from './markdown';

/** “**Title** · publication · date”, with a warning in words where the source no longer stands. */
export function sourceLine(source: Stored<Source>, ...more: readonly string[]): string {
  const { value } = source;
  const facts = [value['container-title'] ?? value.publisher, dateText(value.issued), ...more].filter(
    (fact): fact is string => typeof fact === 'string' && fact !== '',
  );
  const warning = statusWarning(value);
  return [
    `$(book) **${plain(sourceTitle(source))}**`,
    ...facts.map(plain),
    ...(warning ? [`$(warning) **${plain(warning)}**`] : []),
  ].join(' · ');
}

function dateText(date: Source['issued']): string | undefined {
  return typeof date === 'string' || typeof date === 'number' ? String(date) : undefined;
}

export function statusWarning({ custom }: Source): string | undefined {
  if (custom?.status === 'retracted') return vscode.l10n.t('Retracted');
  if (custom?.status === 'superseded') return vscode.l10n.t('Superseded');
  return undefined;
}
