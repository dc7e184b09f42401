import * as vscode from 'vscode';
import type { FigureCoverage } from '../../core/articles/articleView';
import { contains } from '../../core/text/range';
import { readThings, type ThingsAtPosition } from '../navigation/places';
import type { Services } from '../services';
import type { SessionFile } from '../session/folderSessions';
import { toRange } from '../session/positions';
import { claimCard } from './claimCard';
import { figureCard } from './figureCard';
import { recordCard } from './recordCards';

/** Cards for the claims, figures and names of articles, and for the ids in the store. */
export function registerHover(services: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider([{ pattern: '**/*' }], {
    async provideHover(document, position, token) {
      const found = await readThings(services, document, position, token);
      if (!found) return undefined;
      const cards: vscode.MarkdownString[] = [];
      const ranges: vscode.Range[] = [];
      const covered = figureAt(found, document.offsetAt(position));
      for (const { thing, range } of found.places) {
        const card = thing.kind === 'claim' ? cardOfClaim(found, thing) : recordCard(found.session, thing);
        if (!card) continue;
        cards.push(card);
        ranges.push(range);
      }
      // A claim's card has the figure's reading already.
      if (covered && !found.places.some(({ thing }) => thing.kind === 'claim')) {
        cards.unshift(figureCard(found, covered));
        ranges.unshift(toRange(document, covered.figure));
      }
      return cards.length === 0 ? undefined : new vscode.Hover(cards, ranges[0]);
    },
  });
}

function cardOfClaim(
  { session }: ThingsAtPosition,
  { article, id }: { readonly article: string; readonly id: string },
): vscode.MarkdownString | undefined {
  const claim = session.workspace.claim(article, id);
  return claim && claimCard(session, claim);
}

function figureAt({ session, path }: SessionFile, offset: number): FigureCoverage | undefined {
  if (!session.workspace.isArticle(path)) return undefined;
  return session.workspace
    .article(path)
    .coverage.find(({ figure }) => contains(figure, { start: offset, end: offset }));
}
