import * as vscode from 'vscode';
import type { ArticleUses } from '../../core/articles/articleUses';
import type { ArticleView } from '../../core/articles/articleView';
import type { Source } from '../../core/model/schema';
import { type Stored, sourceTitle } from '../../core/workspace/library';
import { webAddress } from '../../core/workspace/webAddress';
import type { FolderSession } from '../session/folderSession';
import { createClaimRow } from './claimRow';
import { countClaims, joinFacts } from './counts';
import { addCounts, type CountsByArticle, readSummaries, sum } from './readSummaries';
import { createRow, oneLine, openingCommand, type TreeNode } from './treeNode';

/** Leaves room for a source's count in a narrow side bar; the tooltip has its whole title. */
const LABEL_COLUMNS = 24;

/** Every source, by title, with the claims that cite it; then the ids that are cited and name no source. */
export async function sourcesTree(
  session: FolderSession,
  parentId: string,
  usesOf: (article: ArticleView) => ArticleUses,
): Promise<readonly TreeNode[]> {
  const { sources } = session.workspace.library;
  const citing = new Map<string, Map<string, number>>();
  await readSummaries(session, (article) => {
    addCounts(citing, article.path, article.sources);
    for (const id of article.textSources) if (sources.has(id) && !citing.has(id)) citing.set(id, new Map());
  });
  const byTitle = new Intl.Collator(vscode.env.language);
  return [
    ...[...sources.values()]
      .sort((a, b) => byTitle.compare(sourceTitle(a), sourceTitle(b)))
      .map((source) => createSourceRow(session, parentId, source, citing.get(source.id), usesOf)),
    ...[...citing.keys()]
      .filter((id) => session.isLibraryRead && !sources.has(id))
      .sort(byTitle.compare)
      .map((id) => createUnknownRow(session, parentId, id, citing.get(id)!, usesOf)),
  ];
}

/** @param citing undefined where nothing cites the source, empty where only the text of an article does. */
function createSourceRow(
  session: FolderSession,
  parentId: string,
  source: Stored<Source>,
  citing: CountsByArticle<number> | undefined,
  usesOf: (article: ArticleView) => ArticleUses,
): TreeNode {
  const { custom } = source.value;
  const title = sourceTitle(source);
  const status = statusText(custom?.status);
  // That a source has fallen must be read even where there is room for nothing else.
  const name = status ? vscode.l10n.t('{status}: {source}', { status, source: title }) : title;
  const use =
    citing === undefined
      ? session.isCounted
        ? vscode.l10n.t('unused')
        : ''
      : citing.size === 0
        ? vscode.l10n.t('cited in the text')
        : countClaims(sum(citing.values()));
  return {
    folder: session.folder.uri.toString(),
    source: source.id,
    item: createRow({
      id: `${parentId}/${source.id}`,
      label: oneLine(name, LABEL_COLUMNS),
      spoken: name,
      description: joinFacts(use, kindText(custom?.kind)),
      icon: sourceIcon(source.value),
      kind: webAddress(source.value.URL ?? '') === undefined ? 'source' : 'source.web',
      isParent: (citing?.size ?? 0) > 0,
      tooltip: [
        title,
        joinFacts(source.value['container-title'] ?? source.value.publisher, dateText(source.value.issued)),
        joinFacts(kindText(custom?.kind), status, use),
        custom?.confidential ? vscode.l10n.t('Confidential') : '',
        oneLine(source.value.URL ?? '', 400),
        source.id,
      ]
        .filter(Boolean)
        .join('\n'),
      command: openingCommand(session, source.file, source.range),
    }),
    children: () => citingRows(session, `${parentId}/${source.id}`, source.id, citing, usesOf),
  };
}

function createUnknownRow(
  session: FolderSession,
  parentId: string,
  id: string,
  citing: CountsByArticle<number>,
  usesOf: (article: ArticleView) => ArticleUses,
): TreeNode {
  return {
    folder: session.folder.uri.toString(),
    source: id,
    item: createRow({
      id: `${parentId}/?${id}`,
      label: id,
      description: joinFacts(vscode.l10n.t('no such source'), countClaims(sum(citing.values()))),
      icon: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsErrorIcon.foreground')),
      kind: 'source.unknown',
      isParent: citing.size > 0,
    }),
    children: () => citingRows(session, `${parentId}/?${id}`, id, citing, usesOf),
  };
}

function citingRows(
  session: FolderSession,
  parentId: string,
  source: string,
  citing: CountsByArticle<number> | undefined,
  usesOf: (article: ArticleView) => ArticleUses,
): readonly TreeNode[] {
  return [...(citing?.keys() ?? [])]
    .flatMap((path) => usesOf(session.workspace.article(path)).sources.get(source) ?? [])
    .map((claim) => createClaimRow(session, parentId, claim, { showState: true, showArticle: true }));
}

type Custom = NonNullable<Source['custom']>;

function kindText(kind: Custom['kind']): string | undefined {
  if (kind === 'primary') return vscode.l10n.t('primary');
  return kind === 'secondary' ? vscode.l10n.t('secondary') : undefined;
}

function statusText(status: Custom['status']): string | undefined {
  if (status === 'retracted') return vscode.l10n.t('Retracted');
  return status === 'superseded' ? vscode.l10n.t('Superseded') : undefined;
}

function dateText(issued: Source['issued']): string | undefined {
  return typeof issued === 'string' || typeof issued === 'number' ? String(issued) : undefined;
}

function sourceIcon({ type, custom }: Source): vscode.ThemeIcon {
  if (custom?.status === 'retracted' || custom?.status === 'superseded')
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  if (/interview|personal|speech/.test(type)) return new vscode.ThemeIcon('comment-discussion');
  if (/webpage|post/.test(type)) return new vscode.ThemeIcon('globe');
  return new vscode.ThemeIcon(/^article/.test(type) ? 'output' : 'book');
}
