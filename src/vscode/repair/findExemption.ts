import * as vscode from 'vscode';
import type { ArticleView, ExemptionView } from '../../core/articles/articleView';
import { overlaps, type Range } from '../../core/text/range';
import { tell } from '../citing/passage';
import type { Services } from '../services';
import { type ArticleReference, findArticle, readArgument } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';

export interface ExemptionReference extends ArticleReference {
  readonly exemption?: string;
}

/** The exemption that a command names, else the one at the cursor. Tells the person where there is none. */
export function findExemption(
  services: Services,
  argument: unknown,
): (SessionFile & { readonly exemption: ExemptionView }) | undefined {
  const given = readArgument<ExemptionReference>(argument);
  const file = findArticle(services, given);
  const exemptions = file?.session.workspace.article(file.path).exemptions ?? [];
  const editor = vscode.window.activeTextEditor;
  const offset = editor?.document.offsetAt(editor.selection.active) ?? 0;
  const exemption = exemptions.find(({ id, range }) =>
    given.exemption === undefined ? range && range.start <= offset && offset <= range.end : id === given.exemption,
  );
  if (!file || !exemption) return tell(vscode.l10n.t('There is no exemption here.'));
  return { ...file, exemption };
}

/** The exemption that has not ended and touches a figure. */
export function exemptionOf({ exemptions }: ArticleView, figure: Range): ExemptionView | undefined {
  return exemptions.find(({ range, expired }) => range && !expired && overlaps(range, figure));
}
