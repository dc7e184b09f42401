import * as vscode from 'vscode';
import { claimOperations } from '../../core/articles/annotate';
import { createId } from '../../core/model/ids';
import { canAnnotate } from '../citing/canAnnotate';
import { ensureStore, findPassage, readArticle, tell } from '../citing/passage';
import { writeAnnotations } from '../citing/writeAnnotations';
import type { Command } from './command';

/** Takes a `PassageArgument`: marks a passage as a claim that is yet to be sourced. Gives the claim's id. */
export const markClaim: Command = {
  id: 'sourcemark.markClaim',
  async run(services, argument) {
    const passage = await findPassage(services, argument, 'sentence');
    if (!passage || !canAnnotate(passage)) return undefined;
    const by = await services.annotator.person(passage.session);
    if (by === undefined || !(await ensureStore(services, passage.session))) return undefined;
    const article = readArticle(passage) ?? passage.article;
    const { start, end } = passage.range;
    const same = article.claims.find(({ range }) => range?.start === start && range.end === end);
    if (same) {
      tell(vscode.l10n.t('This passage is a claim already.'));
      return same.id;
    }
    const id = createId('c', services.annotator.random);
    const authorship = { id, by, at: services.annotator.now() };
    await writeAnnotations(services, passage, claimOperations(article, passage.range, authorship));
    return id;
  },
};
