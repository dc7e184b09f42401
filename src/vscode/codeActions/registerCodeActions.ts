import * as vscode from 'vscode';
import type { ArticleView } from '../../core/articles/articleView';
import { articleOfStorePath, storeFileKind } from '../../core/model/storePaths';
import { narrowestClaims } from '../../core/references/thing';
import type { Diagnostic } from '../../core/rules/rule';
import { checkArticle, checkShared } from '../../core/rules/runRules';
import type { Range } from '../../core/text/range';
import { sourceTitle } from '../../core/workspace/library';
import { isChecked } from '../diagnostics/folderDiagnostics';
import { DIAGNOSTIC_SOURCE } from '../diagnostics/toDiagnostic';
import { exemptionOf } from '../repair/findExemption';
import type { Services } from '../services';
import { toReference } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import type { SessionFile } from '../session/folderSessions';
import { fromRange, toRange } from '../session/positions';
import { oneLine } from '../views/treeNode';
import { type Fix, fixesFor, removeExemptionFix } from './fixes';

/** Enough of a source's title to know it by, in a menu. */
const TITLE_COLUMNS = 40;

/** Quick fixes for what the rules find, and what can be done with a selection or a claim. */
export function registerCodeActions({ sessions }: Services): vscode.Disposable {
  const { QuickFix, Refactor } = vscode.CodeActionKind;
  return vscode.languages.registerCodeActionsProvider(
    [{ pattern: '**/*' }],
    {
      provideCodeActions(document, range, context) {
        const file = sessions.find(document.uri);
        // In Restricted Mode nothing may be written, so nothing is offered.
        if (!file || !vscode.workspace.isTrusted || !isOurs(file)) return undefined;
        file.session.accept(document);
        const selected = fromRange(document, range);
        const wants = (kind: vscode.CodeActionKind) => !context.only || context.only.intersects(kind);
        const fixes = wants(QuickFix) ? quickFixes(file, document, selected, context.diagnostics) : [];
        // Of a figure that is selected, as one that was gone to is, the same would be offered in other words.
        const offered = new Set(fixes.map(({ command }) => keyOf(command)));
        const others = wants(Refactor) ? refactorings(file, selected).map((fix) => toAction(fix, Refactor)) : [];
        return [...fixes, ...others.filter(({ command }) => !offered.has(keyOf(command)))];
      },
    },
    { providedCodeActionKinds: [QuickFix, Refactor] },
  );
}

function isOurs({ session, path }: SessionFile): boolean {
  return storeFileKind(path) !== undefined || session.workspace.isArticle(path);
}

function quickFixes(
  { session, path }: SessionFile,
  document: vscode.TextDocument,
  selected: Range,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const findings = findingsIn(session, path).filter(
    ({ file, range }) => file === path && range.start <= selected.end && selected.start <= range.end,
  );
  // Two findings at one place may be settled in one way, which is offered once.
  const actions = new Map<string, vscode.CodeAction>();
  for (const finding of findings) {
    const place = toRange(document, finding.range);
    const diagnostics = shown.filter(
      ({ source, code, range }) => source === DIAGNOSTIC_SOURCE && code === finding.rule && range.isEqual(place),
    );
    for (const fix of fixesFor(session, finding)) {
      const key = JSON.stringify([fix.title, fix.command, fix.argument]);
      const action = actions.get(key) ?? toAction(fix, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [...(action.diagnostics ?? []), ...diagnostics];
      actions.set(key, action);
    }
  }
  return [...actions.values()];
}

/** Worked out anew rather than read from the Problems view, which lags behind typing. */
function findingsIn(session: FolderSession, path: string): readonly Diagnostic[] {
  if (!isChecked(session)) return [];
  const { workspace, rules } = session;
  if (!storeFileKind(path)) return checkArticle(workspace, path, rules);
  const article = articleOfStorePath(path);
  return [...(article === undefined ? [] : checkArticle(workspace, article, rules)), ...checkShared(workspace, rules)];
}

function refactorings(file: SessionFile, range: Range): Fix[] {
  const { session, path } = file;
  if (storeFileKind(path)) return [];
  const reference = toReference(file);
  if (range.start < range.end) {
    const argument = { ...reference, range };
    return [
      { title: vscode.l10n.t('Cite a source for the selection…'), command: 'sourcemark.citeSource', argument },
      { title: vscode.l10n.t('Mark the selection as a claim'), command: 'sourcemark.markClaim', argument },
      { title: vscode.l10n.t('Add the selection as an entity…'), command: 'sourcemark.addEntity', argument },
      { title: vscode.l10n.t('Add the selection as another name…'), command: 'sourcemark.addAlias', argument },
    ];
  }
  const article = session.workspace.article(path);
  const [claim] = narrowestClaims(article, range.start);
  if (!claim) return figureRefactorings(file, article, range);
  const argument = { ...reference, claim: claim.id };
  return [
    { title: vscode.l10n.t('Cite another source for the claim…'), command: 'sourcemark.citeSource', argument },
    ...claim.citations.flatMap(({ index, citation: { source: id }, source }): Fix[] => {
      const name = { source: source ? oneLine(sourceTitle(source), TITLE_COLUMNS) : id };
      return [
        {
          title: vscode.l10n.t('Change the citation of “{source}”…', name),
          command: 'sourcemark.changeCitation',
          argument: { ...argument, citation: index, ask: 'source' },
        },
        {
          title: vscode.l10n.t('Take the citation of “{source}” off the claim', name),
          command: 'sourcemark.removeCitation',
          argument: { ...argument, citation: index },
        },
      ];
    }),
    { title: vscode.l10n.t('Take the claim off the text'), command: 'sourcemark.detachClaim', argument },
    { title: vscode.l10n.t('Delete the claim'), command: 'sourcemark.removeClaim', argument },
  ];
}

/** For a figure that no rule speaks of: one that is exempt or cited in the text, or in a folder without a store. */
function figureRefactorings(file: SessionFile, article: ArticleView, { start, end }: Range): Fix[] {
  const { text, coverage } = article;
  const found = coverage.find(({ figure }) => figure.start <= start && end <= figure.end);
  if (!found || text === undefined || (found.state === 'unsourced' && isChecked(file.session))) return [];
  const range = { start: found.figure.start, end: found.figure.end };
  const figure = oneLine(text.slice(range.start, range.end));
  const argument = { ...toReference(file), range };
  const exemption = exemptionOf(article, range)?.id;
  return [
    { title: vscode.l10n.t('Cite a source for “{figure}”…', { figure }), command: 'sourcemark.citeSource', argument },
    ...(exemption === undefined ? [] : [removeExemptionFix(toReference(file), { exemption })]),
  ];
}

/** What a command does: one that does the same has the same. */
function keyOf(command: vscode.Command | undefined): string {
  return JSON.stringify([command?.command, command?.arguments]);
}

function toAction({ title, command, argument, isPreferred }: Fix, kind: vscode.CodeActionKind): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { command, title, arguments: [argument] };
  if (isPreferred) action.isPreferred = true;
  return action;
}
