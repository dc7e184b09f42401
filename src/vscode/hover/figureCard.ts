import * as vscode from 'vscode';
import type { ExemptionView, FigureCoverage } from '../../core/articles/articleView';
import type { FigureStanding } from '../../core/articles/figureState';
import { figureReasonMessage, figureStateMessage } from '../../core/articles/figureStateMessage';
import { formatQuantity } from '../../core/figures/formatQuantity';
import { LineTable } from '../../core/text/lineTable';
import { personName } from '../../core/workspace/personName';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { exemptionOf } from '../repair/findExemption';
import { toReference } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import { figureIcon } from '../views/figureIcon';
import { commandLink, createMarkdown, joinLinks, plain } from './markdown';

/** What a figure was read as, what stands behind it, and how to put something there. */
export function figureCard(file: SessionFile, { figure, ...standing }: FigureCoverage): vscode.MarkdownString {
  const { workspace } = file.session;
  const text = workspace.text(file.path)?.slice(figure.start, figure.end) ?? '';
  const reading = formatQuantity(figure.quantity, figure.kind, vscode.env.language);
  const range = { start: figure.start, end: figure.end };
  const reference = { ...toReference(file), range };
  const lines = [`$(symbol-number) **${plain(text)}** — ${plain(vscode.l10n.t('read as {reading}', { reading }))}`];
  if (!workspace.hasStore) {
    lines.push(
      joinLinks([
        commandLink(vscode.l10n.t('Cite a source'), 'sourcemark.citeSource', reference),
        commandLink(vscode.l10n.t('Set up annotations'), 'sourcemark.setUpAnnotations', toReference(file)),
      ]),
    );
    return createMarkdown(lines);
  }
  const exemption = standing.state === 'exempt' ? exemptionOf(workspace.article(file.path), range) : undefined;
  lines.push(
    standing.state === 'exempt'
      ? `$(${figureIcon('exempt').id}) ${plain(sayExemption(file, exemption))}`
      : standingLine(standing, workspace.text(file.path) ?? ''),
  );
  lines.push(
    joinLinks([
      commandLink(vscode.l10n.t('Cite a source'), 'sourcemark.citeSource', reference),
      ...(standing.state === 'unsourced' || standing.state === 'repeated'
        ? [commandLink(vscode.l10n.t('Exempt with a reason'), 'sourcemark.exemptFigure', reference)]
        : []),
      ...(exemption
        ? [
            commandLink(vscode.l10n.t('Remove the exemption'), 'sourcemark.removeExemption', {
              ...toReference(file),
              exemption: exemption.id,
            }),
          ]
        : []),
    ]),
  );
  return createMarkdown(lines);
}

/** The figure's state with its icon and in words, and why or where. */
export function standingLine(standing: FigureStanding, text: string): string {
  const reason = figureReasonMessage(standing);
  const state = sayMessage(figureStateMessage(standing.state));
  const icon = `$(${figureIcon(standing.state).id})`;
  if (standing.state === 'unsourced') return `${icon} ${plain(vscode.l10n.t('This figure has no source yet.'))}`;
  if (standing.state === 'repeated') {
    const { start, end } = standing.of;
    const parts = { line: new LineTable(text).position(start).line + 1, words: text.slice(start, end) };
    return `${icon} ${plain(vscode.l10n.t('Repeated: it is sourced on line {line} (“{words}”).', parts))}`;
  }
  return `${icon} **${plain(state)}**${reason ? `: ${plain(sayMessage(reason))}` : ''}`;
}

function sayExemption({ session }: SessionFile, found: ExemptionView | undefined): string {
  if (!found) return vscode.l10n.t('Exempt.');
  const { reason, by, until } = found.exemption;
  const person = personName(session.workspace.config, by);
  return until === undefined
    ? vscode.l10n.t('Exempt: {reason} ({person})', { reason, person })
    : vscode.l10n.t('Exempt until {until}: {reason} ({person})', { reason, person, until });
}
