import * as vscode from 'vscode';
import type { EntityCount } from '../../core/articles/articleSummary';
import type { ArticleUses, EntityUse } from '../../core/articles/articleUses';
import type { ArticleView, FigureCoverage } from '../../core/articles/articleView';
import { figureReasonMessage, figureStateMessage } from '../../core/articles/figureStateMessage';
import type { Entity } from '../../core/model/schema';
import { overlaps } from '../../core/text/range';
import { entityName, type Stored } from '../../core/workspace/library';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { FolderSession } from '../session/folderSession';
import { createArticleRow, createClaimRow } from './claimRow';
import { countClaims, countFigures, countMentions, joinFacts } from './counts';
import { figureIcon } from './figureIcon';
import { addCounts, type CountsByArticle, readSummaries, sum } from './readSummaries';
import { createRow, oneLine, openingCommand, type TreeNode } from './treeNode';

/** Entity, then article, then its claims and figures in the order of the text; a claim holds its figures. */
export async function entitiesTree(
  session: FolderSession,
  parentId: string,
  usesOf: (article: ArticleView) => ArticleUses,
): Promise<readonly TreeNode[]> {
  const used = new Map<string, Map<string, EntityCount>>();
  await readSummaries(session, (article) => addCounts(used, article.path, article.entities));
  const { entities } = session.workspace.library;
  const names = new Intl.Collator(vscode.env.language);
  return [...entities.values()]
    .sort((a, b) => names.compare(nameOf(a), nameOf(b)))
    .map((entity) => createEntityRow(session, parentId, entity, used.get(entity.id) ?? new Map(), usesOf));
}

function nameOf(entity: Stored<Entity>): string {
  return entityName(entity, vscode.env.language.split('-')[0]!);
}

const entityIcons: Readonly<Record<Entity['type'], string>> = {
  person: 'person',
  organization: 'organization',
  product: 'package',
  place: 'location',
  publication: 'book',
  event: 'calendar',
  other: 'symbol-misc',
};

function createEntityRow(
  session: FolderSession,
  parentId: string,
  entity: Stored<Entity>,
  uses: CountsByArticle<EntityCount>,
  usesOf: (article: ArticleView) => ArticleUses,
): TreeNode {
  const id = `${parentId}/${entity.id}`;
  const all = [...uses.values()];
  const claims = sum(all.map((count) => count.claims));
  const figures = sum(all.map((count) => count.figures));
  const mentions = sum(all.map((count) => count.mentions));
  const articles = [...uses].filter(([, count]) => count.claims + count.figures > 0);
  const otherNames = [...new Set([...Object.values(entity.value.names), ...(entity.value.aliases ?? [])])];
  const nowhere = session.isCounted ? vscode.l10n.t('not named') : '';
  return {
    folder: session.folder.uri.toString(),
    entity: entity.id,
    item: createRow({
      id,
      label: nameOf(entity),
      description: countsText(claims, figures) || (mentions > 0 ? countMentions(mentions) : nowhere),
      icon: new vscode.ThemeIcon(entityIcons[entity.value.type]),
      kind: 'entity',
      isParent: articles.length > 0,
      tooltip: [otherNames.join(' / '), countsText(claims, figures), entity.id].filter(Boolean).join('\n'),
      command: openingCommand(session, entity.file, entity.range),
    }),
    children: () =>
      articles.map(([path, count]) =>
        createArticleRow(session, id, path, countsText(count.claims, count.figures), () => {
          const use = usesOf(session.workspace.article(path)).entities.get(entity.id);
          return use ? useRows(session, `${id}/${path}`, path, use) : [];
        }),
      ),
  };
}

function countsText(claims: number, figures: number): string {
  return joinFacts(claims > 0 ? countClaims(claims) : '', figures > 0 ? countFigures(figures) : '');
}

function useRows(session: FolderSession, parentId: string, path: string, use: EntityUse): readonly TreeNode[] {
  const claims = use.claims.map((claim) => {
    const { range } = claim;
    const figures = range ? use.figures.filter(({ figure }) => overlaps(range, figure)) : [];
    const children = () => figures.map((figure) => createFigureRow(session, `${parentId}#${claim.id}`, path, figure));
    const row = createClaimRow(session, parentId, claim, {
      showState: true,
      ...(figures.length > 0 && { children }),
    });
    return { at: range?.start ?? Number.MAX_SAFE_INTEGER, row };
  });
  const figures = use.figures
    .filter(({ figure }) => !use.claims.some(({ range }) => range && overlaps(range, figure)))
    .map((figure) => ({ at: figure.figure.start, row: createFigureRow(session, parentId, path, figure) }));
  return [...claims, ...figures].sort((a, b) => a.at - b.at).map(({ row }) => row);
}

function createFigureRow(
  session: FolderSession,
  parentId: string,
  path: string,
  { figure, ...standing }: FigureCoverage,
): TreeNode {
  const text = session.workspace.text(path) ?? '';
  const { start, end } = figure;
  const reason = figureReasonMessage(standing);
  return {
    folder: session.folder.uri.toString(),
    article: path,
    range: { start, end },
    item: createRow({
      id: `${parentId}@${start}`,
      label: oneLine(text.slice(start, end)),
      description: joinFacts(
        sayMessage(figureStateMessage(standing.state)),
        reason && sayMessage(reason),
        oneLine(surroundings(text, start, end), 60),
      ),
      icon: figureIcon(standing.state),
      kind: standing.state === 'unsourced' || standing.state === 'repeated' ? 'figure.unsourced' : 'figure',
      isParent: false,
      command: openingCommand(session, path, figure),
    }),
  };
}

/** A few words on either side, not beyond the line. */
function surroundings(text: string, start: number, end: number): string {
  const before = text
    .slice(Math.max(0, start - 16), start)
    .split('\n')
    .at(-1)!;
  const after = text.slice(end, end + 24).split('\n')[0]!;
  return `…${before}${text.slice(start, end)}${after}…`;
}
