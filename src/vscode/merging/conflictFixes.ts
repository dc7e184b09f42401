import * as vscode from 'vscode';
import { findMarkedConflicts } from '../../core/store/conflictMarkers';
import { findOpenConflicts } from '../../core/store/conflictValue';
import { readYaml } from '../../core/store/readYaml';
import { flowToYaml } from '../../core/store/toYaml';
import { overlaps, type Range } from '../../core/text/range';
import type { Fix } from '../codeActions/fixes';
import type { FolderSession } from '../session/folderSession';
import { oneLine } from '../views/treeNode';

/** So much of a value is shown in a menu. */
const SHOWN_LENGTH = 60;

/** Ways to settle one conflict of a store file: merge what git left, or choose between the values of one field. */
export function conflictFixes(session: FolderSession, file: string, range: Range): readonly Fix[] {
  const reference = { folder: session.folder.uri.toString(), file };
  const settle = (title: string, choose: number): Fix => ({
    title,
    command: 'sourcemark.settleConflict',
    argument: { ...reference, range, choose },
  });
  const text = session.workspace.text(file) ?? '';
  const marked = findMarkedConflicts(text);
  if (marked.length > 0) {
    const merge: Fix = {
      title: vscode.l10n.t('Merge both versions'),
      command: 'sourcemark.mergeVersions',
      argument: reference,
      isPreferred: true,
    };
    if (!marked.some((conflict) => overlaps(conflict.range, range))) return [merge];
    return [
      merge,
      settle(vscode.l10n.t('Keep only the first version of these lines'), 0),
      settle(vscode.l10n.t('Keep only the second version of these lines'), 1),
    ];
  }
  const problems = session.workspace.problems(file).filter(({ rule }) => rule === 'store/conflict');
  // Both lists are in the order of the text, one problem for each conflict.
  const index = problems.findIndex((problem) => problem.range.start === range.start);
  const conflict = findOpenConflicts(readYaml(text).value)[index];
  if (!conflict) return [];
  if (conflict.kind === 'removed') return [settle(vscode.l10n.t('Keep it'), 0), settle(vscode.l10n.t('Remove it'), 1)];
  return conflict.values.map((value, choose) =>
    settle(
      value === null
        ? vscode.l10n.t('Remove it')
        : vscode.l10n.t('Keep: {value}', { value: oneLine(flowToYaml(value), SHOWN_LENGTH) }),
      choose,
    ),
  );
}
