import * as vscode from 'vscode';
import { findClaim, tell } from '../citing/passage';
import { writeAnnotations } from '../citing/writeAnnotations';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';
import type { CitationReference } from './openPassage';

/** Takes a `CitationReference`: takes one citation off a claim. */
export const removeCitation: Command = {
  id: 'sourcemark.removeCitation',
  async run(services, argument) {
    const given = readArgument<CitationReference>(argument);
    const found = findClaim(services, given);
    const view = found?.claim.citations[given.citation ?? 0];
    if (!found || !view) return tell(vscode.l10n.t('This claim cites no source yet.'));
    await writeAnnotations(services, found, [
      { type: 'removeCitation', claim: found.claim.id, citation: view.citation },
    ]);
    return true;
  },
};
