import type * as vscode from 'vscode';
import { definitionOf, referencesTo } from '../../core/workspace/references';
import type { Services } from '../services';
import { findThings, toLocation } from './places';

/** Every use of a source, an entity or a claim, in the texts and in the store. */
export function createReferenceProvider(services: Services): vscode.ReferenceProvider {
  return {
    provideReferences(document, position, { includeDeclaration }) {
      const found = findThings(services, document, position);
      const [first] = found?.places ?? [];
      if (!found || !first) return undefined;
      const { session, places } = found;
      const locations: vscode.Location[] = [];
      for (const { thing } of places.filter(({ range }) => range.isEqual(first.range))) {
        const definition = definitionOf(session.workspace, thing);
        if (includeDeclaration && definition) locations.push(toLocation(session, definition));
        locations.push(...referencesTo(session.workspace, thing).map((place) => toLocation(session, place)));
      }
      return locations;
    },
  };
}
