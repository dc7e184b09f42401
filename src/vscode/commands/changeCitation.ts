import * as vscode from 'vscode';
import type { Citation } from '../../core/model/schema';
import { findClaim, tell } from '../citing/passage';
import { pickPassage } from '../citing/pickPassage';
import { pickSource } from '../citing/pickSource';
import { readShown, writeAnnotations } from '../citing/writeAnnotations';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';
import type { CitationReference } from './openPassage';

export interface ChangeCitationArgument extends CitationReference {
  /** Another source; `ask` lets the person choose one. The same source stays when absent. */
  readonly source?: string;
  readonly ask?: 'source';
  readonly exact?: string;
}

/** Cites another source or other words of it in the place of a citation. */
export const changeCitation: Command = {
  id: 'sourcemark.changeCitation',
  async run(services, argument) {
    const given = readArgument<ChangeCitationArgument>(argument);
    const found = findClaim(services, given);
    const view = found?.claim.citations[given.citation ?? 0];
    if (!found || !view) return tell(vscode.l10n.t('This claim cites no source yet.'));
    const was = view.citation;
    const shown = readShown(found);
    const source = given.source ?? (given.ask ? await pickSource(services, found) : was.source);
    if (source === undefined) return false;
    const figures = found.claim.figures.map(({ figure }) => figure).filter(({ checkable }) => checkable);
    const quote =
      given.exact === undefined ? await pickPassage(found.session, source, figures) : { exact: given.exact };
    if (!quote) return false;
    const { exact: _, prefix: __, suffix: ___, locator, ...rest } = was;
    const kept = locator && source === was.source ? { locator } : {};
    const citation: Citation = { ...rest, ...kept, source, ...quote };
    await writeAnnotations(services, found, [{ type: 'setCitation', claim: found.claim.id, was, citation }], shown);
    return true;
  },
};
