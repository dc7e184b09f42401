import * as vscode from 'vscode';
import { addToThread } from '../comments/review';
import { findReviewTarget, type ReviewArgument } from '../comments/reviewTarget';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

/** An own entry of a thread, to be said otherwise. */
export interface EditArgument extends ReviewArgument {
  readonly message?: string;
}

/** Opens an own entry for editing in its thread; with `message` and `note` it writes the edit at once. */
export const editComment: Command = {
  id: 'sourcemark.editComment',
  async run(services, argument) {
    const comment = argument as vscode.Comment;
    const thread = services.review.threadOf(comment);
    if (thread) {
      comment.mode = vscode.CommentMode.Editing;
      thread.comments = [...thread.comments];
      return false;
    }
    const { message, note } = readArgument<EditArgument>(argument);
    const target = await findReviewTarget(services, argument);
    if (!target || message === undefined || !note?.trim()) return false;
    return addToThread(services, target, { text: note.trim(), edits: message });
  },
};
