import * as vscode from 'vscode';
import { storeFileKind } from '../../core/model/storePaths';
import { applySeen } from '../../core/store/applySeen';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { Services } from '../services';
import type { SessionFile } from '../session/folderSessions';
import { withoutLinks } from '../views/treeNode';
import { findEdited, readText } from './openDocument';
import { retryUnsaved } from './retryUnsaved';
import { showUnsavedStatus } from './showUnsavedStatus';
import { tellNewlyAsking, tellUnsaved } from './tellUnsaved';
import { isTriedAgain, seenOf, type UnsavedChange } from './unsavedChanges';
import { registerVersions } from './versionDocuments';

/** How often a disk that was full or read-only is tried again by itself, in milliseconds. */
const RETRY_MS = 30_000;
/** How long files must rest before what waits for them is tried, in milliseconds. */
const REST_MS = 300;

/** Shows what could not be saved, and tries it again when something changed that may let it through. */
export function registerSaving(services: Services): vscode.Disposable {
  const { unsaved, sessions, logger } = services;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const retryQuietly = async () => {
    await unsaved.refresh();
    const waiting = unsaved.all.filter(isTriedAgain);
    if (waiting.length === 0 || !vscode.workspace.isTrusted) return;
    const { done, left } = await retryUnsaved(services, waiting);
    tellNewlyAsking(waiting, left);
    if (done > 0) vscode.window.setStatusBarMessage(vscode.l10n.t('What was waiting is saved now.'), 4000);
  };
  const run = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => logger.error('Unsaved changes could not be tried again', String(error)));
  const retrySoon = () => {
    if (unsaved.waiting.length === 0) return;
    clearTimeout(resting);
    resting = setTimeout(() => run(retryQuietly()), REST_MS);
  };
  const timer = setInterval(retrySoon, RETRY_MS);
  const watcher = vscode.workspace.createFileSystemWatcher('**/.sourcemark/**');

  run(Promise.all([unsaved.loaded, ...sessions.all.map(({ loaded }) => loaded)]).then(() => takeUpAgain(services)));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(retrySoon),
    watcher.onDidCreate(retrySoon),
    watcher.onDidDelete(retrySoon),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (!findStoreFile(services, document)) return;
      run(followEditor(services, document, 'saved'));
      retrySoon();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => run(followEditor(services, document, 'closed'))),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!document.isDirty) run(followEditor(services, document, 'closed'));
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(retrySoon),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) retrySoon();
    }),
    showUnsavedStatus(unsaved),
    registerVersions(),
    services.store.onDidLeave((left) => tellDisputed(sayMessage(left))),
    new vscode.Disposable(() => {
      clearInterval(timer);
      clearTimeout(resting);
    }),
  );
}

/** What an earlier window left behind: it may have ended in the middle of a write. */
async function takeUpAgain(services: Services): Promise<void> {
  const { unsaved, sessions } = services;
  const left = unsaved.all.filter((entry) => entry.state === 'trying' || isTriedAgain(entry));
  for (const session of sessions.all)
    for (const { changes } of unsaved.all)
      for (const { file } of changes) await dropClosed(services, { session, path: file });
  if (left.length === 0 || !vscode.workspace.isTrusted) return;
  const { left: waiting } = await retryUnsaved(services, left);
  tellNewlyAsking([], waiting);
  const still = waiting.filter(({ state }) => state !== 'asking');
  if (still.length === 0) return;
  tellUnsaved(
    still.length === 1
      ? vscode.l10n.t('A change to the annotations is still not saved. It is kept.')
      : vscode.l10n.t('{count} changes to the annotations are still not saved. They are kept.', {
          count: still.length,
        }),
  );
}

/** That something stays is seen in the problems of its file, where it can be settled at any time. */
function tellDisputed(sentence: string): void {
  const show = vscode.l10n.t('Show Problems');
  void vscode.window.showWarningMessage(withoutLinks(sentence), show).then((choice) => {
    if (choice === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

function findStoreFile({ sessions }: Services, { uri }: vscode.TextDocument): SessionFile | undefined {
  const file = sessions.find(uri);
  return file && storeFileKind(file.path) !== undefined ? file : undefined;
}

/** What went into an editor is saved with it; what was closed without saving is offered again. */
async function followEditor(
  services: Services,
  document: vscode.TextDocument,
  happened: 'saved' | 'closed',
): Promise<void> {
  const file = findStoreFile(services, document);
  if (!file || !services.unsaved.all.some((entry) => isInEditor(entry, file))) return;
  if (happened === 'saved') {
    // The person saw the file and saved it so, with our change in it or with that taken back.
    for (const entry of services.unsaved.all) if (isInEditor(entry, file)) await leaveOut(services, entry, file);
    return;
  }
  // Saving tells that the file has no more changes before it tells that it was saved.
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  await dropClosed(services, file);
}

async function dropClosed(services: Services, file: SessionFile): Promise<void> {
  const { unsaved } = services;
  const uri = file.session.uri(file.path);
  for (const entry of unsaved.all) {
    if (!isInEditor(entry, file) || findEdited(uri)) continue;
    const operations = entry.changes.filter((change) => change.file === file.path).map(({ operation }) => operation);
    const { text, edits } = applySeen(await readText(uri), operations, seenOf(entry.seen, file.path));
    if (text !== undefined && edits.length === 0) await leaveOut(services, entry, file);
    else {
      await unsaved.put({ ...entry, state: 'dropped' });
      tellUnsaved(
        vscode.l10n.t('{file} was closed without saving, and with it a change to the annotations. It is kept.', {
          file: file.path,
        }),
      );
    }
  }
}

function isInEditor({ state, changes, folder }: UnsavedChange, { session, path }: SessionFile): boolean {
  const isFolder = folder === session.folder.uri.toString();
  return isFolder && state === 'inEditor' && changes.some((change) => change.file === path);
}

async function leaveOut({ unsaved }: Services, entry: UnsavedChange, { path }: SessionFile): Promise<void> {
  const changes = entry.changes.filter((change) => change.file !== path);
  if (changes.length === 0) await unsaved.remove(entry.id);
  else await unsaved.put({ ...entry, changes });
}
