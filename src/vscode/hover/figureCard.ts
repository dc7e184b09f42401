import * as vscode from 'vscode';
import type { ExemptionView, FigureCoverage } from '../../core/articles/articleView';
import { formatQuantity } from '../../core/figures/formatQuantity';
import { personName } from '../../core/workspace/personName';
import { exemptionOf } from '../repair/findExemption';
import { toReference } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import { commandLink, createMarkdown, joinLinks, plain } from './markdown';

/** What a figure was read as, what stands behind it, and how to put something there. */
export function figureCard(file: SessionFile, { figure, status }: FigureCoverage): vscode.MarkdownString {
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
  if (status === 'citedInText') lines.push(`$(check) ${plain(vscode.l10n.t('The sentence itself cites a source.'))}`);
  const exemption = status === 'exempt' ? exemptionOf(workspace.article(file.path), range) : undefined;
  if (status === 'exempt') lines.push(`$(circle-slash) ${plain(sayExemption(file, exemption))}`);
  if (status === 'unsourced') lines.push(`$(warning) ${plain(vscode.l10n.t('This figure has no source yet.'))}`);
  lines.push(
    joinLinks([
      commandLink(vscode.l10n.t('Cite a source'), 'sourcemark.citeSource', reference),
      ...(status === 'unsourced'
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

function sayExemption({ session }: SessionFile, found: ExemptionView | undefined): string {
  if (!found) return vscode.l10n.t('Exempt.');
  const { reason, by, until } = found.exemption;
  const person = personName(session.workspace.config, by);
  return until === undefined
    ? vscode.l10n.t('Exempt: {reason} ({person})', { reason, person })
    : vscode.l10n.t('Exempt until {until}: {reason} ({person})', { reason, person, until });
}
