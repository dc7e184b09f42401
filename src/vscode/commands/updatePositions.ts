import * as vscode from 'vscode';
import { updatePositionsOperations } from '../../core/articles/annotate';
import { readArticle, tell } from '../citing/passage';
import { writeAnnotations } from '../citing/writeAnnotations';
import { type ArticleReference, findArticle, readArgument } from '../session/articleReference';
import type { Command } from './command';

/**
 * Takes an `ArticleReference`: writes into the store where the claims of an article stand now. They are
 * followed without it; it spares the next reader the old text. Gives the number of changes.
 */
export const updatePositions: Command = {
  id: 'sourcemark.updatePositions',
  async run(services, argument) {
    const file = findArticle(services, readArgument<ArticleReference>(argument));
    const article = file && readArticle(file);
    if (!file || !article?.stored) return tell(vscode.l10n.t('Open an article that has claims.'));
    const operations = updatePositionsOperations(article);
    if (operations.length > 0) await writeAnnotations(services, file, operations);
    const count = operations.filter(({ type }) => type === 'setTarget').length;
    tell(
      count === 0
        ? vscode.l10n.t('The store has the positions of all claims already.')
        : vscode.l10n.t('Positions updated: {count}', { count }),
    );
    return count;
  },
};
