import * as vscode from 'vscode';
import type { Source } from '../../core/model/schema';
import { type Stored, sourceTitle } from '../../core/workspace/library';
import { webAddress } from '../../core/workspace/webAddress';
import { findClaim, tell } from '../citing/passage';
import type { Services } from '../services';
import { readArgument } from '../session/articleReference';
import { oneLine, withoutIcons } from '../views/treeNode';
import type { Command } from './command';
import type { RecordReference } from './openInStore';
import type { CitationReference } from './openPassage';

type Given = Partial<RecordReference & CitationReference>;

/** Opens the web page of a source, or of what the claim at the cursor cites, at the address that its record has. */
export const openAddress: Command = {
  id: 'sourcemark.openAddress',
  async run(services, argument) {
    const sources = sourcesOf(services, readArgument<Given>(argument));
    if (!sources) return tell(vscode.l10n.t('Put the cursor on a claim first.'));
    const pages = sources.flatMap((source) => {
      const address = webAddress(source.value.URL ?? '');
      return address === undefined ? [] : [{ source, address }];
    });
    if (pages.length === 0) return tell(vscode.l10n.t('No web address is recorded for this source.'));
    const page = pages.length === 1 ? pages[0] : await pickPage(pages);
    if (!page) return false;
    await services.addresses.open(page.address);
    return page.address;
  },
};

function sourcesOf(services: Services, given: Given): readonly Stored<Source>[] | undefined {
  if (given.source !== undefined && given.claim === undefined) {
    const { all, active } = services.sessions;
    const session = all.find(({ folder }) => folder.uri.toString() === given.folder) ?? active;
    const source = session?.workspace.library.sources.get(given.source);
    return source ? [source] : [];
  }
  const citations = findClaim(services, given)?.claim.citations;
  if (!citations) return undefined;
  const wanted = given.citation === undefined ? citations : citations.slice(given.citation, given.citation + 1);
  return [...new Set(wanted.flatMap(({ source }) => source ?? []))];
}

interface Page {
  readonly source: Stored<Source>;
  readonly address: string;
}

async function pickPage(pages: readonly Page[]): Promise<Page | undefined> {
  const items = pages.map((page) => ({
    label: withoutIcons(oneLine(sourceTitle(page.source))),
    detail: withoutIcons(page.address),
    page,
  }));
  const title = vscode.l10n.t('Which page?');
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.page;
}
