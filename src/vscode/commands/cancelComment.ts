import * as vscode from 'vscode';
import type { Command } from './command';

/** Leaves an entry of a thread as it was. */
export const cancelComment: Command = {
  id: 'sourcemark.cancelComment',
  run(services, argument) {
    const comment = argument as vscode.Comment;
    const thread = services.review.threadOf(comment);
    if (!thread) return;
    comment.mode = vscode.CommentMode.Preview;
    services.review.refresh(thread);
  },
};
