import * as vscode from 'vscode';
import { addToThread } from '../comments/review';
import { findReviewTarget } from '../comments/reviewTarget';
import type { Command } from './command';

/** Takes a `ReviewArgument` or the reply box of a thread; gives whether something was said. */
export const replyToClaim: Command = {
  id: 'sourcemark.replyToClaim',
  async run(services, argument) {
    const target = await findReviewTarget(services, argument);
    if (!target) return false;
    const text =
      target.note ??
      (await vscode.window.showInputBox({ title: vscode.l10n.t('Comment on the claim'), ignoreFocusOut: true }));
    return text?.trim() ? addToThread(services, target, { text: text.trim() }) : false;
  },
};
