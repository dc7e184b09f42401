import * as vscode from 'vscode';
import { renameThing } from '../../core/references/renameThing';
import type { Thing } from '../../core/references/thing';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { Services } from '../services';
import { rangeInText } from '../session/positions';
import { findThings, type ThingsAtPosition } from './places';

/** Renames the id of a source or an entity in the whole folder. Names in running text are not ids. */
export function createRenameProvider(services: Services): vscode.RenameProvider {
  return {
    prepareRename(document, position) {
      const found = findRenamable(findThings(services, document, position), document);
      if (!found) throw new Error(vscode.l10n.t('Only the id of a source or of an entity can be renamed.'));
      return { range: found.range, placeholder: found.thing.id };
    },
    provideRenameEdits(document, position, newName) {
      const things = findThings(services, document, position);
      const found = findRenamable(things, document);
      if (!things || !found) return undefined;
      const { session } = things;
      const renaming = renameThing(session.workspace, found.thing.kind, found.thing.id, newName.trim());
      if ('refused' in renaming) throw new Error(sayMessage(renaming.refused));
      const edit = new vscode.WorkspaceEdit();
      for (const [file, edits] of renaming.edits) {
        const text = session.workspace.text(file) ?? '';
        edit.set(
          session.uri(file),
          edits.map(({ range, text: replacement }) => new vscode.TextEdit(rangeInText(text, range), replacement)),
        );
      }
      return edit;
    },
  };
}

interface Renamable {
  readonly thing: Extract<Thing, { kind: 'source' | 'entity' }>;
  readonly range: vscode.Range;
}

function findRenamable(found: ThingsAtPosition | undefined, document: vscode.TextDocument): Renamable | undefined {
  for (const { thing, range } of found?.places ?? []) {
    if (thing.kind !== 'source' && thing.kind !== 'entity') continue;
    // Only where the words are the id itself; the name of an entity in an article is not.
    if (document.getText(range).replace(/^(["'])(.*)\1$/, '$2') === thing.id) return { thing, range };
  }
  return undefined;
}
