import * as vscode from 'vscode';
import { firstPlace } from '../../core/articles/articleView';
import { findNames, type NamedThing } from '../../core/references/findNames';
import { definitionOf, type Place } from '../../core/references/references';
import type { Workspace } from '../../core/workspace/workspace';
import type { Services } from '../services';
import { runInSlices } from '../session/articleQueue';
import type { FolderSession } from '../session/folderSession';
import { oneLine } from '../views/treeNode';
import { toLocation } from './places';

/** More rows than anybody looks through. */
const MOST_FOUND = 200;
const NAME_COLUMNS = 160;

/** Finds claims, sources and entities of all folders by their names. Where one is, is worked out once it is chosen. */
export function createSymbolProvider({ sessions }: Services): vscode.WorkspaceSymbolProvider {
  const found = new WeakMap<vscode.SymbolInformation, { session: FolderSession; named: NamedThing }>();
  return {
    async provideWorkspaceSymbols(query, token) {
      const symbols: vscode.SymbolInformation[] = [];
      for (const session of sessions.all) {
        if (!session.workspace.hasStore) continue;
        const finding = findNames(session.workspace, query, vscode.env.language, MOST_FOUND);
        for (const named of (await runInSlices(finding, () => token.isCancellationRequested)) ?? []) {
          const symbol = toSymbol(session, named);
          if (!symbol) continue;
          found.set(symbol, { session, named });
          symbols.push(symbol);
        }
      }
      return symbols;
    },
    resolveWorkspaceSymbol(symbol) {
      const of = found.get(symbol);
      const place = of && placeOf(of.session.workspace, of.named.thing);
      if (of && place) symbol.location = toLocation(of.session, place);
      return symbol;
    },
  };
}

function toSymbol(session: FolderSession, { thing, name, of }: NamedThing): vscode.SymbolInformation | undefined {
  const { Field, File, Class } = vscode.SymbolKind;
  const kind = { claim: Field, source: File, entity: Class }[thing.kind];
  // Where a claim is in its article is worked out only once it is chosen.
  const file = thing.kind === 'claim' ? thing.article : placeOf(session.workspace, thing)?.file;
  if (file === undefined) return undefined;
  const container =
    thing.kind === 'claim' || of === name ? sayKind(thing.kind) : `${sayKind(thing.kind)} · ${oneLine(of)}`;
  const start = new vscode.Location(session.uri(file), new vscode.Position(0, 0));
  return new vscode.SymbolInformation(oneLine(name, NAME_COLUMNS), kind, container, start);
}

function sayKind(kind: NamedThing['thing']['kind']): string {
  if (kind === 'claim') return vscode.l10n.t('Claim');
  return kind === 'source' ? vscode.l10n.t('Source') : vscode.l10n.t('Entity');
}

/** A claim in its article, a source in its text; else the record in the store. */
function placeOf(workspace: Workspace, thing: NamedThing['thing']): Place | undefined {
  if (thing.kind === 'claim') {
    const claim = workspace.claim(thing.article, thing.id);
    const range = claim && firstPlace(claim);
    if (range) return { file: thing.article, range };
  }
  const text = thing.kind === 'source' ? workspace.library.sources.get(thing.id)?.value.custom?.text : undefined;
  if (text !== undefined && workspace.text(text) !== undefined) return { file: text, range: { start: 0, end: 0 } };
  return definitionOf(workspace, thing);
}
