import { type Message, message } from '../model/message';
import type { WriteFailure } from '../ports';

/** Says which file was not written, why, and what to do about it. */
export function writeFailureMessage(file: string, reason: WriteFailure, detail: string): Message {
  switch (reason) {
    case 'readOnly':
      return message('{file} could not be written: it is read-only. Make it writable, then try again.', { file });
    case 'noSpace':
      return message('{file} could not be written: the disk is full. Free some space, then try again.', { file });
    case 'link':
      return message(
        '{file} was not written: it is a link, which could lead out of the workspace. Put a file in its place, then try again.',
        { file },
      );
    case 'folder':
      return message(
        '{file} could not be written: a folder stands in its place, or a file where a folder belongs. Move it away, then try again.',
        { file },
      );
    case 'tooLarge':
      return message('{file} was not written: it is too large. Split it, then try again.', { file });
    case 'notText':
      return message('{file} was not written: it is not UTF-8 text. Save it as UTF-8, then try again.', { file });
    case 'notSafe':
      return message('“{file}” is not the path of a file in this workspace, so nothing was written there.', { file });
    case 'busy':
      return message('{file} could not be written: another program kept changing it. Try again in a moment.', { file });
    case 'lock':
      return message(
        '{file} was not written: “{lock}” beside it is a link, a folder or something else that is no lock of Sourcemark. Nothing was read from it. Delete it, then try again.',
        { file, lock: detail },
      );
    case 'unknown':
      return message('{file} could not be written: {reason}. Correct that, then try again.', {
        file,
        reason: detail.replace(/[.\s]+$/, ''),
      });
  }
}
