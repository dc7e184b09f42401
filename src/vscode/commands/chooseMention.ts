import * as vscode from 'vscode';
import { describe } from '../../core/anchoring/describe';
import { createId } from '../../core/model/ids';
import { findPassage, type PassageArgument, tell } from '../citing/passage';
import { pickEntity } from '../citing/pickEntity';
import { writeAnnotations } from '../citing/writeAnnotations';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

export interface ChooseMentionArgument extends PassageArgument {
  /** The entity that the name means here; null for none of them. */
  readonly entity?: string | null;
}

/** Says which entity a name means at one place of the article. */
export const chooseMention: Command = {
  id: 'sourcemark.chooseMention',
  async run(services, argument) {
    const given = readArgument<ChooseMentionArgument>(argument);
    const passage = await findPassage(services, given, 'mention');
    if (!passage) return undefined;
    const { article, range, session } = passage;
    const mention = article.mentions.find(({ start, end }) => start < range.end && range.start < end);
    if (!mention) return tell(vscode.l10n.t('No entity has this name.'));
    const entity =
      given.entity === undefined
        ? await pickEntity(session, vscode.l10n.t('Who or what is meant here?'), mention.entities)
        : given.entity;
    const by = entity === undefined ? undefined : await services.annotator.person(session);
    if (entity === undefined || by === undefined) return undefined;
    const id = createId('x', services.annotator.random);
    const target = describe(article.text, mention.start, mention.end);
    const override = { target, entity, by, at: services.annotator.now() };
    await writeAnnotations(services, passage, [{ type: 'addMentionOverride', article: article.path, id, override }]);
    return id;
  },
};
