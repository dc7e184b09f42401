import * as vscode from 'vscode';
import type { FolderSession } from '../session/folderSession';

interface ArticleItem extends vscode.QuickPickItem {
  readonly article?: string;
}

/**
 * Asks which article the annotations of one that is gone belong to: those it may be first, then those without
 * annotations. @returns undefined when the person backed out.
 */
export async function pickArticle(
  { workspace }: FolderSession,
  gone: string,
  candidates: readonly string[],
): Promise<string | undefined> {
  const isThere = (article: string) => workspace.text(article) !== undefined;
  const separator = (label: string): ArticleItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const item = (article: string, isCandidate: boolean): ArticleItem => ({
    label: `$(file-text) ${article}`,
    description: isCandidate ? vscode.l10n.t('has the same passages') : '',
    article,
  });
  const others = workspace.articles.filter((article) => isThere(article) && !candidates.includes(article));
  const isAnnotated = (article: string) => workspace.text(workspace.storeFileOf(article)) !== undefined;
  const picked = await vscode.window.showQuickPick(
    [
      ...(candidates.length > 0 ? [separator(vscode.l10n.t('It may be'))] : []),
      ...candidates.map((article) => item(article, true)),
      separator(vscode.l10n.t('Articles without annotations')),
      ...others.filter((article) => !isAnnotated(article)).map((article) => item(article, false)),
      separator(vscode.l10n.t('Articles with annotations, which stay')),
      ...others.filter(isAnnotated).map((article) => item(article, false)),
    ],
    {
      title: vscode.l10n.t('Annotations of {article}', { article: gone }),
      placeHolder: vscode.l10n.t('Which article are they of now?'),
      ignoreFocusOut: true,
    },
  );
  return picked?.article;
}
