import type * as vscode from 'vscode';
import { definitionOf, searchReferences } from '../../core/references/references';
import type { Services } from '../services';
import { runInSlices } from '../session/articleQueue';
import { readThings, toLocations } from './places';

/** Every use of a source, an entity or a claim in the texts and in the store, and every claim that rests on a passage. */
export function createReferenceProvider(services: Services): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const found = await readThings(services, document, position, token);
      const [first] = found?.places ?? [];
      if (!found || !first) return undefined;
      const { session, places } = found;
      const locations: vscode.Location[] = [];
      for (const { thing } of places.filter(({ range }) => range.isEqual(first.range))) {
        const definition = definitionOf(session.workspace, thing);
        const searching = searchReferences(session.workspace, thing);
        const uses = (await runInSlices(searching, () => token.isCancellationRequested)) ?? [];
        locations.push(...toLocations(session, includeDeclaration && definition ? [definition, ...uses] : uses));
      }
      return locations;
    },
  };
}
