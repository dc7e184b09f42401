import type { Range } from '../text/range';
import type { Message } from './message';

/** What could not be read in a file, at its place. Problems are values; only our own bugs are exceptions. */
export interface Problem {
  readonly rule: 'store/syntax' | 'store/schema' | 'store/conflict';
  readonly message: Message;
  readonly range: Range;
  /** Loud for what was lost to the reader, quiet for what is only odd (an unknown key). */
  readonly severity: 'error' | 'warning';
}

/** Replaces `range` of a text by `text`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}
