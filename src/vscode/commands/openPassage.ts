import * as vscode from 'vscode';
import type { CitationView } from '../../core/articles/articleView';
import { sourceTitle } from '../../core/workspace/library';
import { findClaim, tell } from '../citing/passage';
import { columnBeside, hideCard } from '../navigation/columns';
import { passagePlace } from '../navigation/definitions';
import { type ClaimReference, readArgument, showPlace } from '../session/articleReference';
import { oneLine } from '../views/treeNode';
import type { Command } from './command';

export interface CitationReference extends ClaimReference {
  /** Which of the claim's citations, from 0. */
  readonly citation?: number;
}

/** Shows the source's text beside the article, at the quoted words; or its record where the text is not at hand. */
export const openPassage: Command = {
  id: 'sourcemark.openPassage',
  async run(services, argument) {
    const given = readArgument<CitationReference>(argument);
    const found = findClaim(services, given);
    if (!found) return tell(vscode.l10n.t('Put the cursor on a claim first.'));
    const { citations } = found.claim;
    const citation = given.citation === undefined ? await pickCitation(citations) : citations[given.citation];
    const place = citation && passagePlace(found.session.workspace, citation);
    if (!place) return citations.length === 0 ? tell(vscode.l10n.t('This claim cites no source yet.')) : false;
    const { session, path } = found;
    await hideCard();
    await showPlace({ session, path: place.file }, place.range, {
      viewColumn: columnBeside(session.uri(path), session.uri(place.file)),
      preview: true,
    });
    return true;
  },
};

async function pickCitation(citations: readonly CitationView[]): Promise<CitationView | undefined> {
  if (citations.length <= 1) return citations[0];
  const items = citations.map((citation) => ({
    label: citation.source ? sourceTitle(citation.source) : citation.citation.source,
    detail: oneLine(citation.citation.exact ?? ''),
    citation,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which citation?') });
  return picked?.citation;
}
