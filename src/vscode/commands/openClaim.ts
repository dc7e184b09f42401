import { firstPlace } from '../../core/articles/articleView';
import { definitionOf } from '../../core/references/references';
import { findClaim } from '../citing/passage';
import { columnShowing, hideCard } from '../navigation/columns';
import { showPlace } from '../session/articleReference';
import type { Command } from './command';

/** Takes a `ClaimReference`: shows the claim in its article, or its record where it has no place there. */
export const openClaim: Command = {
  id: 'sourcemark.openClaim',
  async run(services, argument) {
    const found = findClaim(services, argument);
    if (!found) return false;
    const { session, path, claim } = found;
    const range = firstPlace(claim);
    const place = range
      ? { file: path, range }
      : definitionOf(session.workspace, { kind: 'claim', article: path, id: claim.id });
    if (!place) return false;
    await hideCard();
    const viewColumn = columnShowing(session.uri(place.file));
    await showPlace({ session, path: place.file }, place.range, viewColumn === undefined ? {} : { viewColumn });
    return true;
  },
};
