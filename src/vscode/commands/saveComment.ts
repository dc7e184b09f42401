import * as vscode from 'vscode';
import type { ClaimComment } from '../comments/claimComment';
import { addToThread } from '../comments/review';
import { findReviewTarget } from '../comments/reviewTarget';
import type { Command } from './command';

/** Stores an edit typed in a thread as a new entry that replaces the old one. */
export const saveComment: Command = {
  id: 'sourcemark.saveComment',
  async run(services, argument) {
    const comment = argument as ClaimComment;
    const thread = services.review.threadOf(comment);
    const target = thread && (await findReviewTarget(services, thread));
    if (!thread || !target || comment.message === undefined) return false;
    const text = (typeof comment.body === 'string' ? comment.body : comment.body.value).trim();
    comment.mode = vscode.CommentMode.Preview;
    const isSaved = text !== '' && (await addToThread(services, target, { text, edits: comment.message }));
    services.review.refresh(thread);
    return isSaved;
  },
};
