import * as vscode from 'vscode';
import { readPassages } from '../../core/references/passages';
import type { Place } from '../../core/references/references';
import { type Thing, thingsAt } from '../../core/references/thing';
import type { Services } from '../services';
import { runInSlices } from '../session/articleQueue';
import type { FolderSession } from '../session/folderSession';
import type { SessionFile } from '../session/folderSessions';
import { createRangeReader, rangeInText } from '../session/positions';

export interface ThingsAtPosition extends SessionFile {
  readonly places: readonly { readonly thing: Thing; readonly range: vscode.Range }[];
}

/** How long a question waits for the articles that cite a source to be worked out, in milliseconds. */
const PATIENCE_MS = 3000;

/**
 * What of ours is at a position, when the folder was read and, in the text of a source, what cites it was worked out.
 * A source that thousands of articles cite is answered with what is known when patience ends.
 */
export async function readThings(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<ThingsAtPosition | undefined> {
  const file = services.sessions.find(document.uri);
  if (!file) return undefined;
  await file.session.whenReady(file.path);
  const until = Date.now() + PATIENCE_MS;
  file.session.accept(document);
  await runInSlices(
    readPassages(file.session.workspace, file.path),
    () => token.isCancellationRequested || Date.now() > until,
  );
  return token.isCancellationRequested ? undefined : findThings(services, document, position);
}

/** What of ours is at a position, the narrowest first; undefined in files that are not ours. */
export function findThings(
  { sessions }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): ThingsAtPosition | undefined {
  const file = sessions.find(document.uri);
  if (!file) return undefined;
  // The picture may be of a moment ago while somebody types; its offsets would then point elsewhere.
  file.session.accept(document);
  const places = thingsAt(file.session.workspace, file.path, document.offsetAt(position)).map(({ thing, range }) => ({
    thing,
    range: new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)),
  }));
  return { ...file, places };
}

export function toLocation(session: FolderSession, { file, range }: Place): vscode.Location {
  return new vscode.Location(session.uri(file), rangeInText(session.workspace.text(file) ?? '', range));
}

/** The same for many places: a popular passage is cited often in one article. */
export function toLocations(session: FolderSession, places: readonly Place[]): vscode.Location[] {
  const readers = new Map<string, ReturnType<typeof createRangeReader>>();
  return places.map(({ file, range }) => {
    let read = readers.get(file);
    if (!read) {
      read = createRangeReader(session.workspace.text(file) ?? '');
      readers.set(file, read);
    }
    return new vscode.Location(session.uri(file), read(range));
  });
}
