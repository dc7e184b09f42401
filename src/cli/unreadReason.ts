import { type Message, message } from '../core/model/message';
import type { UnreadFile } from '../core/workspace/loadWorkspace';

/** Why a file could not be checked, in a sentence. */
export function unreadReason(reason: UnreadFile['reason'] | 'folder'): Message {
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
      return message('The file could not be read. Check its permissions.');
  }
}
