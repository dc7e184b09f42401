import { definitionOf } from '../../core/references/references';
import type { Thing } from '../../core/references/thing';
import { findClaim } from '../citing/passage';
import type { Services } from '../services';
import { type ClaimReference, findArticle, readArgument, showPlace } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import type { Command } from './command';

/** What is to be shown; a row of a tree is one. The claim at the cursor where nothing is named. */
export interface RecordReference extends ClaimReference {
  readonly source?: string;
  readonly entity?: string;
  readonly exemption?: string;
}

/** Shows the YAML record of a claim, a source, an entity or an exemption. */
export const openInStore: Command = {
  id: 'sourcemark.openInStore',
  async run(services, argument) {
    const found = findRecord(services, readArgument<RecordReference>(argument));
    const place = found && definitionOf(found.session.workspace, found.thing);
    if (!place) return false;
    await showPlace({ session: found.session, path: place.file }, place.range);
    return true;
  },
};

function findRecord(services: Services, given: Partial<RecordReference>): (SessionFile & { thing: Thing }) | undefined {
  const { folder, claim, source, entity, exemption } = given;
  if (claim === undefined && (source ?? entity) !== undefined) {
    const session =
      services.sessions.all.find((one) => one.folder.uri.toString() === folder) ?? services.sessions.active;
    if (!session) return undefined;
    const thing: Thing = source === undefined ? { kind: 'entity', id: entity! } : { kind: 'source', id: source };
    return { session, path: '', thing };
  }
  if (claim === undefined && exemption !== undefined) {
    const file = findArticle(services, given);
    return file && { ...file, thing: { kind: 'exemption', article: file.path, id: exemption } };
  }
  const found = findClaim(services, given);
  return found && { ...found, thing: { kind: 'claim', article: found.path, id: found.claim.id } };
}
