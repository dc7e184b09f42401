import type { FileChange, WriteFailure } from '../core/ports';

/** What an error of the system means for somebody who wanted to write a file. */
export function failureOf(error: unknown): FileChange & { readonly status: 'failed' } {
  return { status: 'failed', reason: reasonOf(error), detail: error instanceof Error ? error.message : String(error) };
}

function reasonOf(error: unknown): WriteFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'readOnly';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'noSpace';
    case 'ENOTDIR':
    case 'EISDIR':
      return 'folder';
    default:
      return 'unknown';
  }
}
