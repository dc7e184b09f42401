import * as vscode from 'vscode';
import type { Message } from '../../core/model/message';
import { renderMessage } from '../../core/model/renderMessage';
import type { Diagnostic, RuleId } from '../../core/rules/rule';
import type { FolderSession } from '../session/folderSession';
import { rangeInText } from '../session/positions';

/** What the Problems view and the filters of other tools know our diagnostics by. */
export const DIAGNOSTIC_SOURCE = 'Sourcemark';

const severities: Readonly<Record<Diagnostic['level'], vscode.DiagnosticSeverity>> = {
  error: 0,
  warning: 1,
  information: 2,
  hint: 3,
};

/** Findings about what nothing uses any more; shown faded as well. */
const unnecessary: ReadonlySet<RuleId> = new Set(['source/unused', 'exemption/unused']);

/** Puts a finding into the reader's language and into the editor's terms. */
export function toDiagnostic(
  session: FolderSession,
  finding: Diagnostic,
  toRange: (range: Diagnostic['range']) => vscode.Range,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(finding.range),
    sayMessage(finding.message),
    severities[finding.level],
  );
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = finding.rule;
  if (unnecessary.has(finding.rule)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (finding.related)
    diagnostic.relatedInformation = finding.related.map(
      ({ file, range, message }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(session.uri(file), rangeInText(session.workspace.text(file) ?? '', range)),
          sayMessage(message),
        ),
    );
  return diagnostic;
}

export function sayMessage(message: Message): string {
  return renderMessage(message, vscode.env.language, vscode.l10n.t);
}
