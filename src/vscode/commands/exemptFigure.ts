import * as vscode from 'vscode';
import { exemptionOperations } from '../../core/articles/annotate';
import { createId } from '../../core/model/ids';
import { contains } from '../../core/text/range';
import { withoutSelection } from '../asking/withoutSelection';
import { canAnnotate } from '../citing/canAnnotate';
import {
  type ArticlePassage,
  ensureStore,
  findPassage,
  type PassageArgument,
  readArticle,
  tell,
} from '../citing/passage';
import { writeAnnotations } from '../citing/writeAnnotations';
import { askForEndDate } from '../repair/askForEndDate';
import type { Services } from '../services';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

export interface ExemptFigureArgument extends PassageArgument {
  readonly reason?: string;
  /** The last day it holds, as `YYYY-MM-DD`; without one it has no end. */
  readonly until?: string;
}

/** Says that a figure needs no source, and why. Gives the exemption's id, also where it has one already. */
export const exemptFigure: Command = {
  id: 'sourcemark.exemptFigure',
  async run(services, argument) {
    const given = readArgument<ExemptFigureArgument>(argument);
    const passage = await findPassage(services, given, 'none');
    if (!passage || !canAnnotate(passage)) return undefined;
    return withoutSelection(passage.session.uri(passage.path), () => exempt(services, given, passage));
  },
};

async function exempt(
  services: Services,
  given: Partial<ExemptFigureArgument>,
  passage: ArticlePassage,
): Promise<string | undefined> {
  const already = passage.article.exemptions.find(
    ({ range, expired }) => range && !expired && contains(range, passage.range),
  );
  if (already) {
    tell(vscode.l10n.t('This figure is exempt already: {reason}', { reason: already.exemption.reason }));
    return already.id;
  }
  const reason = given.reason ?? (await askForReason());
  if (!reason?.trim()) return undefined;
  // A command that gives the reason is asked no more.
  const until = given.until ?? (given.reason === undefined ? await askForEndDate('') : '');
  if (until === undefined) return undefined;
  const by = await services.annotator.person(passage.session);
  if (by === undefined || !(await ensureStore(services, passage.session))) return undefined;
  const id = createId('e', services.annotator.random);
  const article = readArticle(passage) ?? passage.article;
  const authorship = { id, by, at: services.annotator.now() };
  const exemption = { reason: reason.trim(), ...(until && { until }) };
  await writeAnnotations(services, passage, exemptionOperations(article, passage.range, authorship, exemption));
  return id;
}

function askForReason(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Why does this figure need no source?'),
    placeHolder: vscode.l10n.t('For example: repeats the lead; our own count; common knowledge'),
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() ? undefined : vscode.l10n.t('Colleagues will read the reason; type one.')),
  });
}
