import { type Message, message } from '../core/model/message';
import type { UnreadFile } from '../core/workspace/loadWorkspace';

/** What no file of a workspace has in its name: `:` names a drive or a stream on Windows, and `\` a folder. */
const foreign = /[\\:\x00-\x1f\x7f]/;

/**
 * Why a file could not be checked, in a sentence.
 * @param path of the file below the folder that it was looked for in.
 */
export function unreadReason(reason: UnreadFile['reason'] | 'folder', path: string): Message {
  switch (reason) {
    case 'notFound':
      return message('There is no such file.');
    case 'tooLarge':
      return message('The file is larger than 20 MB; it was not read.');
    case 'link':
      return message('It is a link, which could lead out of the workspace; it was not followed.');
    case 'notText':
      return message('The file is not UTF-8 text. Save it as UTF-8, then check again.');
    case 'noFolder':
      return message('A file stands where the folder of the annotations belongs. Move it away, then check again.');
    case 'folder':
      return message('This is a folder; name a file.');
    case 'unreadable':
      if (foreign.test(path))
        return message(
          'A name with “:”, “\\” or a control character is not the same file on every computer, so the file was not read. Rename it, then try again.',
        );
      return message('The file could not be read. Check its permissions.');
  }
}
