import * as vscode from 'vscode';
import { claimAround, claimOperations, retargetOperations } from '../../core/articles/annotate';
import type { Figure } from '../../core/figures/figure';
import { createId } from '../../core/model/ids';
import type { Citation, Locator } from '../../core/model/schema';
import type { StoreOperation } from '../../core/store/operations';
import { overlaps } from '../../core/text/range';
import { withoutSelection } from '../asking/withoutSelection';
import { canAnnotate } from '../citing/canAnnotate';
import {
  type ArticlePassage,
  ensureStore,
  findClaim,
  findPassage,
  type PassageArgument,
  type ReadArticle,
  readArticle,
} from '../citing/passage';
import { pickPassage } from '../citing/pickPassage';
import { pickSource } from '../citing/pickSource';
import { rememberSource } from '../citing/recentSources';
import { writeAnnotations } from '../citing/writeAnnotations';
import type { Services } from '../services';
import { readArgument } from '../session/articleReference';
import { oneLine, withoutIcons } from '../views/treeNode';
import type { Command } from './command';

export interface CiteSourceArgument extends PassageArgument {
  /** The source's id. */
  readonly source?: string;
  /** The quoted words; empty to cite without quoting. */
  readonly exact?: string;
  readonly locator?: Locator;
}

/**
 * Cites a source for a figure, a selection or a claim. A passage inside a claim adds to that claim; any
 * other becomes a claim. Gives the claim's id, or undefined when the person backed out.
 */
export const citeSource: Command = {
  id: 'sourcemark.citeSource',
  async run(services, argument) {
    const given = readArgument<CiteSourceArgument>(argument);
    const passage = await findCited(services, given);
    if (!passage || !canAnnotate(passage)) return undefined;
    const { session, path } = passage;
    return withoutSelection(session.uri(path), () => cite(services, given, passage));
  },
};

async function cite(
  services: Services,
  given: Partial<CiteSourceArgument>,
  passage: CitedPassage,
): Promise<string | undefined> {
  const { session, path } = passage;
  const by = await services.annotator.person(session);
  if (by === undefined) return undefined;
  const source = given.source ?? (await pickSource(services, passage));
  if (source === undefined) return undefined;
  const quote =
    given.exact === undefined
      ? await pickPassage(session, source, figuresToSupport(passage))
      : { ...(given.exact && { exact: given.exact }), ...(given.locator && { locator: given.locator }) };
  if (!quote || !(await ensureStore(services, session))) return undefined;

  // Read again, because both may have changed while the person was asked.
  const article = readArticle(passage) ?? passage.article;
  const citation: Citation = { source, ...quote };
  const claim = passage.claim ?? claimAround(article, passage.range)?.id;
  const id = claim ?? createId('c', services.annotator.random);
  const operations: StoreOperation[] = claim
    ? [{ type: 'addCitation', claim, citation }, ...settleOperations(article, claim)]
    : claimOperations(article, passage.range, { id, by, at: services.annotator.now() }, citation);
  await writeAnnotations(services, passage, operations);
  await rememberSource(services, session, source);
  const text = withoutIcons(oneLine(article.text.slice(passage.range.start, passage.range.end), 40));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Source cited for “{text}”', { text }), 4000);
  session.invalidate(path);
  return id;
}

/** A source for the figure that stands there now settles that it changed; the earlier verdicts become stale. */
function settleOperations(article: ReadArticle, id: string): StoreOperation[] {
  const anchor = article.claims.find((claim) => claim.id === id)?.anchor;
  return anchor?.status === 'valueChanged' ? retargetOperations(article, 'claims', id, anchor.range) : [];
}

interface CitedPassage extends ArticlePassage {
  /** The claim that was named, wherever it stands. */
  readonly claim: string | undefined;
}

async function findCited(services: Services, given: Partial<CiteSourceArgument>): Promise<CitedPassage | undefined> {
  if (given.claim !== undefined) {
    const found = findClaim(services, given);
    const article = found && readArticle(found);
    if (!found || !article) return undefined;
    return { ...found, article, range: found.claim.range ?? { start: 0, end: 0 }, claim: found.claim.id };
  }
  const passage = await findPassage(services, given, 'claim');
  return passage && { ...passage, claim: undefined };
}

/** The figures of the passage that need a source; where none does, all of them. */
function figuresToSupport({ article, range, claim }: CitedPassage): readonly Figure[] {
  const figures =
    article.claims.find(({ id }) => id === claim)?.figures.map(({ figure }) => figure) ??
    article.figures.filter((figure) => overlaps(figure, range));
  const checkable = figures.filter((figure) => figure.checkable);
  return checkable.length > 0 ? checkable : figures;
}
