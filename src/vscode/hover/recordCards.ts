import * as vscode from 'vscode';
import type { Thing } from '../../core/references/thing';
import { webAddress } from '../../core/workspace/webAddress';
import type { FolderSession } from '../session/folderSession';
import { MOST_DERIVED } from '../views/readSummaries';
import { oneLine } from '../views/treeNode';
import { createMarkdown, plain, webLink } from './markdown';
import { passageCard } from './passageCard';
import { sourceLine } from './sourceLine';

/** Some lines of a card; the link leads to the whole address. */
const ADDRESS_COLUMNS = 400;

/** An entity: its names in every language, and how often it appears. */
export function entityCard(session: FolderSession, id: string): vscode.MarkdownString | undefined {
  const entity = session.workspace.library.entities.get(id);
  if (!entity) return undefined;
  const { names, aliases, note } = entity.value;
  const count = { mentions: 0, figures: 0, claims: 0, articles: 0 };
  for (const { entities } of session.workspace.summaries(MOST_DERIVED)) {
    const use = entities.get(id);
    if (!use) continue;
    count.articles++;
    count.mentions += use.mentions;
    count.figures += use.figures;
    count.claims += use.claims;
  }
  return createMarkdown([
    `$(tag) ${Object.entries(names)
      .map(([language, name]) => `**${plain(name)}** (${plain(language)})`)
      .join(' · ')}`,
    ...(aliases?.length ? [plain(vscode.l10n.t('Also: {names}', { names: aliases.join(' · ') }))] : []),
    ...(note ? [plain(note)] : []),
    plain(
      vscode.l10n.t('Mentions: {mentions} · figures: {figures} · claims: {claims} · articles: {articles}', {
        ...count,
      }),
    ),
  ]);
}

/** A source: what it is, whether it still stands, and how much rests on it. */
export function sourceCard(session: FolderSession, id: string): vscode.MarkdownString | undefined {
  const source = session.workspace.library.sources.get(id);
  if (!source) return undefined;
  const { URL, note, custom } = source.value;
  let claims = 0;
  let articles = 0;
  for (const { sources } of session.workspace.summaries(MOST_DERIVED)) {
    const citing = sources.get(id) ?? 0;
    claims += citing;
    articles += Math.min(citing, 1);
  }
  const kind =
    custom?.kind === 'primary'
      ? vscode.l10n.t('Primary source')
      : custom?.kind === 'secondary'
        ? vscode.l10n.t('Secondary source')
        : undefined;
  return createMarkdown([
    sourceLine(source, ...(kind ? [kind] : []), ...(custom?.confidential ? [vscode.l10n.t('Confidential')] : [])),
    ...(URL ? [addressLine(URL)] : []),
    ...(custom?.text ? [`$(file-text) ${plain(custom.text)}`] : []),
    ...(note ? [plain(note)] : []),
    plain(vscode.l10n.t('Cited by claims: {claims}, in articles: {articles}', { claims, articles })),
  ]);
}

/** The card of whatever an id stands for; a claim has one of its own. */
export function recordCard(session: FolderSession, thing: Thing): vscode.MarkdownString | undefined {
  if (thing.kind === 'source') return sourceCard(session, thing.id);
  if (thing.kind === 'passage') return passageCard(session, thing.file, thing.at);
  return thing.kind === 'entity' ? entityCard(session, thing.id) : undefined;
}

/** The address as the record has it: a link where it leads to the web, and just its words where it does not. */
function addressLine(URL: string): string {
  const address = webAddress(URL);
  const shown = oneLine(address ?? URL, ADDRESS_COLUMNS);
  return address === undefined ? `$(globe) ${plain(shown)}` : `$(link-external) ${webLink(shown, address)}`;
}
