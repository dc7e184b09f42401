import * as vscode from 'vscode';
import { sha256 } from '../../core/model/gitBlobId';
import { createSourceId } from '../../core/model/ids';
import { isDate, type Source } from '../../core/model/schema';
import { sourceStorePath, storeFileKind } from '../../core/model/storePaths';
import { sourceAtAddress, sourceTitle } from '../../core/workspace/library';
import { webAddress } from '../../core/workspace/webAddress';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { ensureStore, tell } from './passage';

/** How a new source is begun. */
export type SourceOrigin = 'url' | 'file' | 'hand';

/** What `sourcemark.addSource` takes; what is missing is asked for. */
export interface NewSource {
  readonly id?: string;
  readonly origin?: SourceOrigin;
  readonly url?: string;
  /** Path in the workspace of the source's text. */
  readonly file?: string;
  readonly title?: string;
  readonly type?: string;
  readonly publication?: string;
  readonly issued?: string;
}

/**
 * Makes a source and writes its record, or takes the one that has the same web address.
 * @param citing the article that is to cite it, which is no source of its own.
 * @returns its id; undefined when the person backed out.
 */
export async function createSource(
  services: Services,
  session: FolderSession,
  given: NewSource,
  citing?: string,
): Promise<string | undefined> {
  const origin = given.origin ?? (given.url !== undefined ? 'url' : given.file !== undefined ? 'file' : 'hand');
  let source: Source | undefined;
  if (origin === 'url') {
    const url = given.url ?? (await askForUrl());
    if (url === undefined) return undefined;
    const known = given.id === undefined ? sourceAtAddress(session.workspace.library, url) : undefined;
    if (known) {
      const title = sourceTitle(known);
      tell(vscode.l10n.t('There is a source with this web address: “{title}”. It is used.', { title }));
      return known.id;
    }
    source = await describePage(session, given, url);
  } else source = await (origin === 'file' ? describeFile(session, given, citing) : describeByHand(given));
  if (!source || !(await ensureStore(services, session))) return undefined;
  const id = given.id ?? createSourceId(source, session.workspace.library.sources);
  await services.store.apply(session, [{ file: sourceStorePath(id), operation: { type: 'addSource', id, source } }]);
  return id;
}

async function describePage(session: FolderSession, given: NewSource, URL: string): Promise<Source | undefined> {
  const rest = await describeRest(given, 'webpage', '');
  return rest && { ...rest, accessed: session.workspace.today, URL, custom: { status: 'active' } };
}

async function describeFile(
  session: FolderSession,
  given: NewSource,
  citing: string | undefined,
): Promise<Source | undefined> {
  const text = given.file ?? (await askForFile(session, citing));
  if (text === undefined) return undefined;
  const contents = await readText(session, text);
  const rest = await describeRest(given, 'document', titleOf(contents) ?? nameOf(text));
  const custom = { status: 'active', text, sha256: sha256(contents) } as const;
  return rest && { ...rest, accessed: session.workspace.today, custom };
}

async function describeByHand(given: NewSource): Promise<Source | undefined> {
  const type = given.type ?? (await askForType());
  if (type === undefined) return undefined;
  const rest = await describeRest({ ...given, type }, type, '');
  return rest && { ...rest, custom: { status: 'active' } };
}

/** Title, publication and date; only the title is needed, and a command that gives it is asked no more. */
async function describeRest(given: NewSource, type: string, suggestion: string): Promise<Source | undefined> {
  const title = given.title ?? (await ask(vscode.l10n.t('Title of the source'), suggestion, true));
  if (title === undefined) return undefined;
  const isAsked = given.title === undefined;
  const publication =
    given.publication ?? (isAsked ? await ask(vscode.l10n.t('Publication or publisher (optional)'), '') : '');
  if (publication === undefined) return undefined;
  const issued = given.issued ?? (isAsked ? await askForDate() : '');
  if (issued === undefined) return undefined;
  return {
    type: given.type ?? type,
    title: title.trim(),
    ...(publication.trim() && { 'container-title': publication.trim() }),
    ...(issued.trim() && { issued: issued.trim() }),
  };
}

function ask(title: string, value: string, isNeeded = false): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    value,
    ignoreFocusOut: true,
    validateInput: (typed) => (isNeeded && typed.trim() === '' ? vscode.l10n.t('Type a title.') : undefined),
  });
}

function askForDate(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Date of publication (optional)'),
    placeHolder: '2025-06-12',
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.trim() === '' || isDate(typed.trim())
        ? undefined
        : vscode.l10n.t('Write it as 2025-06-12, 2025-06 or 2025, or leave it empty.'),
  });
}

async function askForUrl(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Web address of the source'),
    placeHolder: 'https://',
    ignoreFocusOut: true,
    validateInput: (value) =>
      webAddress(value) !== undefined ? undefined : vscode.l10n.t('A web address begins with http:// or https://.'),
  });
  return typed?.trim();
}

async function askForType(): Promise<string | undefined> {
  const types: (vscode.QuickPickItem & { type: string })[] = [
    { label: vscode.l10n.t('Newspaper article'), type: 'article-newspaper' },
    { label: vscode.l10n.t('Web page'), type: 'webpage' },
    { label: vscode.l10n.t('Press release'), type: 'pamphlet' },
    { label: vscode.l10n.t('Report'), type: 'report' },
    { label: vscode.l10n.t('Interview'), type: 'interview' },
    { label: vscode.l10n.t('Book'), type: 'book' },
    { label: vscode.l10n.t('Journal article'), type: 'article-journal' },
    { label: vscode.l10n.t('Data set'), type: 'dataset' },
    { label: vscode.l10n.t('Other document'), type: 'document' },
  ];
  const picked = await vscode.window.showQuickPick(types, { title: vscode.l10n.t('What kind of source?') });
  return picked?.type;
}

/** Texts that are no articles come first: those are what sources are kept in. */
async function askForFile(session: FolderSession, citing: string | undefined): Promise<string | undefined> {
  const { workspace } = session;
  const options = { exclude: '**/{node_modules,.*}/**', most: 2000 };
  const files = await session.findFiles(['**/*.{md,txt,html,csv,tsv,json}'], options);
  const paths = files.filter((path) => !storeFileKind(path));
  const items = paths
    .map((path) => ({ label: path, isArticle: workspace.isArticle(path), isUsed: workspace.sourceTexts.has(path) }))
    .filter(({ label, isUsed }) => !isUsed && label !== citing)
    .sort((a, b) => Number(a.isArticle) - Number(b.isArticle) || (a.label < b.label ? -1 : 1))
    .map(({ label, isArticle }) => ({ label, description: isArticle ? vscode.l10n.t('an article') : '' }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which file is the text of the source?'),
    placeHolder: vscode.l10n.t('Only text files in the workspace can be searched for the cited words'),
    matchOnDescription: true,
  });
  return picked?.label;
}

async function readText(session: FolderSession, path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(session.uri(path)));
}

/** The first heading, or `title:` of the front matter. */
function titleOf(text: string): string | undefined {
  return (/^title:\s*(.+)$/m.exec(text.slice(0, 2000))?.[1] ?? /^#{1,2}\s+(.+)$/m.exec(text)?.[1])
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2');
}

/** What a file is called, without its folders and what it ends with. */
function nameOf(path: string): string {
  return /([^/]+?)(?:\.[^./]*)?$/.exec(path)?.[1] ?? path;
}
