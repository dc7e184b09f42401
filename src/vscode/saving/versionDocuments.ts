import * as vscode from 'vscode';
import type { Hindrance } from '../../core/store/decideOperation';
import { operationMessageAbout } from '../../core/store/operationMessage';
import type { YamlValue } from '../../core/store/toData';
import { entryToLines } from '../../core/store/toYaml';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { oneLine } from '../views/treeNode';

const SCHEME = 'sourcemark-version';
/** The question lies over the first lines of what it is about. */
const HIDDEN_LINES = '\n'.repeat(7);
const LAYOUT = { step: 2, listStep: 2 };

/** The texts that are shown at the moment, by their address. */
const texts = new Map<string, string>();

/** Lets both versions of what two people changed be shown, as documents that cannot be edited. */
export function registerVersions(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  );
}

/** Shows both versions side by side, what is there on the left; the focus stays where it is. */
export async function showVersions(id: string, hindrances: readonly Hindrance[], label: string): Promise<void> {
  const address = (side: string, name: string) =>
    vscode.Uri.from({ scheme: SCHEME, path: `/${name}.yaml`, query: `${id}-${side}` });
  const theirs = address('theirs', vscode.l10n.t('what is there'));
  const mine = address('mine', vscode.l10n.t('my version'));
  texts.set(
    theirs.toString(),
    toText(hindrances, (one) => (one.kind === 'gone' ? undefined : one.theirs)),
  );
  texts.set(
    mine.toString(),
    toText(hindrances, (one) => (one.kind === 'gone' ? one.thing : one.mine)),
  );
  const title = vscode.l10n.t('{change}: what is there ↔ my version', { change: oneLine(label, 60) });
  await vscode.commands.executeCommand('vscode.diff', theirs, mine, title, { preview: true, preserveFocus: true });
}

/** Closes what `showVersions` opened: its question has been answered. */
export async function closeVersions(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === SCHEME,
  );
  if (shown.length > 0) await vscode.window.tabGroups.close(shown, true);
}

function toText(hindrances: readonly Hindrance[], read: (hindrance: Hindrance) => YamlValue | undefined): string {
  const versions = hindrances
    .map((hindrance) => {
      const said = operationMessageAbout(hindrance.operation, hindrance.thing);
      const value = read(hindrance);
      const key = String(hindrance.path.at(-1) ?? '');
      const lines =
        value === undefined
          ? [`# ${vscode.l10n.t('Nothing stands here.')}`]
          : entryToLines(key, value, hindrance.path, 0, LAYOUT);
      return [`# ${said ? oneLine(sayMessage(said), 200) : ''}`, ...lines, ''].join('\n');
    })
    .join('\n');
  return HIDDEN_LINES + versions;
}
