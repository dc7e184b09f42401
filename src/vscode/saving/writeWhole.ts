import * as vscode from 'vscode';

/**
 * Writes a file and looks whether all of it is there: on a disk that fills up, VS Code may write the beginning
 * and say that it is done.
 * @throws when the write failed or is not whole; what is there then may be half of it.
 */
export async function writeWhole(uri: vscode.Uri, contents: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, contents);
  const written = await vscode.workspace.fs.readFile(uri);
  // What differs otherwise is what somebody else made of it since.
  if (written.length < contents.length && isBeginning(written, contents))
    throw new Error(`ENOSPC: no space left, ${written.length} of ${contents.length} bytes were written`);
}

export function isBeginning(part: Uint8Array, whole: Uint8Array): boolean {
  return part.length <= whole.length && part.every((byte, index) => byte === whole[index]);
}
