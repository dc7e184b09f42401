import * as vscode from 'vscode';
import type { CitationView, ClaimView } from '../../core/articles/articleView';
import { showPlace } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { columnBeside } from './columns';

/** The citations whose words stand in a text of their source: what can be shown beside the claim. */
export function shownCitations({ citations }: ClaimView): readonly CitationView[] {
  return citations.filter(({ passage }) => passage.status === 'found');
}

/**
 * Shows what a claim rests on beside its article, without taking the focus; and never lets the text of another claim's
 * source stay there in its stead.
 * @param at which of the `shownCitations`.
 * @returns whether there is a passage, and it is on the screen.
 */
export async function showEvidence(session: FolderSession, claim: ClaimView, at = 0): Promise<boolean> {
  const shown = shownCitations(claim);
  const passage = shown[at % Math.max(1, shown.length)]?.passage;
  const place = passage?.status === 'found' ? passage : undefined;
  let isShown = false;
  if (place) {
    const viewColumn = columnBeside(session.uri(claim.article), session.uri(place.file));
    try {
      await showPlace({ session, path: place.file }, place.range, { viewColumn, preview: true, preserveFocus: true });
      isShown = true;
    } catch {
      // The text is gone, or VS Code cannot open it: then there is no evidence to see.
    }
  }
  await closeOtherSources(session, claim.article, isShown ? place?.file : undefined);
  return isShown;
}

/** Closes the texts of other sources that are in front in a group; what somebody typed into one stays. */
async function closeOtherSources(session: FolderSession, article: string, kept: string | undefined): Promise<void> {
  const { sourceTexts } = session.workspace;
  const others = vscode.window.tabGroups.all.flatMap(({ activeTab }) => {
    if (!activeTab || activeTab.isDirty || !(activeTab.input instanceof vscode.TabInputText)) return [];
    const path = session.path(activeTab.input.uri);
    return path !== undefined && path !== kept && path !== article && sourceTexts.has(path) ? [activeTab] : [];
  });
  if (others.length > 0) await vscode.window.tabGroups.close(others, true);
}
