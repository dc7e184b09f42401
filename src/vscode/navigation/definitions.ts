import type * as vscode from 'vscode';
import type { CitationView } from '../../core/articles/articleView';
import { definitionOf, type Place, searchReferences } from '../../core/references/references';
import type { Thing } from '../../core/references/thing';
import type { Workspace } from '../../core/workspace/workspace';
import type { Services } from '../services';
import { runInSlices } from '../session/articleQueue';
import { readThings, toLocation } from './places';

/** From a claim to what it cites and back, from a name or an id to its record, from a record to the text. */
export function createDefinitionProvider(services: Services): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position, token) {
      const found = await readThings(services, document, position, token);
      const [first] = found?.places ?? [];
      if (!found || !first) return undefined;
      const { workspace } = found.session;
      const wanted = found.places.filter(({ range }) => range.isEqual(first.range));
      const links: vscode.LocationLink[] = [];
      for (const { thing, range } of wanted)
        for (const place of await destinations(workspace, thing, found.path, token)) {
          const { uri, range: targetRange } = toLocation(found.session, place);
          links.push({ originSelectionRange: range, targetUri: uri, targetRange, targetSelectionRange: targetRange });
        }
      return links;
    },
  };
}

async function destinations(
  workspace: Workspace,
  thing: Thing,
  from: string,
  token: vscode.CancellationToken,
): Promise<readonly Place[]> {
  if (thing.kind === 'claim' && from === thing.article) {
    const claim = workspace.claim(thing.article, thing.id);
    const cited = claim ? claim.citations.flatMap((citation) => passagePlace(workspace, citation) ?? []) : [];
    if (cited.length > 0) return cited;
  }
  const definition = definitionOf(workspace, thing);
  // Asked on the definition itself, the question is where the thing is in the texts.
  if (!definition || (definition.file === from && thing.kind !== 'source' && thing.kind !== 'entity'))
    return (await runInSlices(searchReferences(workspace, thing), () => token.isCancellationRequested)) ?? [];
  return [definition];
}

/** The quoted words in the source's text, else the text's start, else the source's record. Undefined without a source. */
export function passagePlace(workspace: Workspace, { passage, source }: CitationView): Place | undefined {
  if (passage.status === 'found') return { file: passage.file, range: passage.range };
  const text = source?.value.custom?.text;
  if (text !== undefined && workspace.text(text) !== undefined) return { file: text, range: { start: 0, end: 0 } };
  return source && { file: source.file, range: source.range };
}
