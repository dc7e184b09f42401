import * as vscode from 'vscode';
import { sayUnsaved } from '../saving/sayUnsaved';
import type { UnsavedChange } from '../saving/unsavedChanges';
import type { Services } from '../services';
import { withoutIcons } from '../views/treeNode';
import type { Command } from './command';

interface Item extends vscode.QuickPickItem {
  readonly run: () => unknown;
}

/** Lists what could not be saved, with what can be done about each. */
export const showUnsaved: Command = {
  id: 'sourcemark.showUnsaved',
  async run(services) {
    await services.unsaved.refresh();
    const entries = services.unsaved.waiting;
    if (entries.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Everything is saved.'));
      return;
    }
    const all: Item = {
      label: vscode.l10n.t('$(refresh) Try all again'),
      run: () => vscode.commands.executeCommand('sourcemark.retryUnsaved'),
    };
    const items = entries.map((entry) => toItem(services, entry));
    // Where all of them ask, trying them changes nothing.
    if (entries.some(({ state }) => state !== 'asking')) items.push(all);
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Not saved yet'),
      placeHolder: vscode.l10n.t('Choose a change to see what can be done about it'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    await picked?.run();
  },
};

function toItem(services: Services, entry: UnsavedChange): Item {
  const { label, files, reason } = sayUnsaved(services, entry);
  return {
    label: `${entry.state === 'asking' ? '$(question)' : '$(warning)'} ${withoutIcons(label)}`,
    description: files.join(', '),
    detail: withoutIcons(reason),
    run: () => chooseAction(services, entry),
  };
}

async function chooseAction(services: Services, entry: UnsavedChange): Promise<void> {
  const { label, files, reason } = sayUnsaved(services, entry);
  const argument = { id: entry.id };
  const items: Item[] = [
    // What others changed does not go away by trying.
    entry.state === 'asking'
      ? {
          label: vscode.l10n.t('$(question) Choose what becomes of it…'),
          run: () => vscode.commands.executeCommand('sourcemark.answerUnsaved', argument),
        }
      : {
          label: vscode.l10n.t('$(refresh) Try again'),
          run: () => vscode.commands.executeCommand('sourcemark.retryUnsaved', argument),
        },
    ...files.map((file) => ({
      label: vscode.l10n.t('$(go-to-file) Open {file}', { file }),
      run: () => openFile(services, entry, file),
    })),
    {
      label: vscode.l10n.t('$(trash) Discard…'),
      run: () => vscode.commands.executeCommand('sourcemark.discardUnsaved', argument),
    },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: label, placeHolder: reason });
  await picked?.run();
}

async function openFile({ sessions }: Services, { folder }: UnsavedChange, file: string): Promise<void> {
  const session = sessions.all.find((one) => one.folder.uri.toString() === folder);
  if (session) await vscode.window.showTextDocument(session.uri(file));
}
