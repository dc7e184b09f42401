import * as vscode from 'vscode';
import { isBeginning, writeWhole } from '../saving/writeWhole';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';

export type DriverSetUp = 'done' | 'noGit' | 'notWritten' | 'notTrusted' | 'notHere' | 'notWorking';

/** Which folders were set up from this editor, with the command that git was given. */
const MEMENTO_KEY = 'mergeDriver';
/** What is made of the command changed with this number: a folder with an earlier one is set up anew. */
const FORM = 3;

/**
 * Has git call the command line that comes with this extension. It is copied to a place that outlives updates
 * of the extension, and run by the same Node that runs us, so that nothing else has to be installed.
 */
export async function setUpMergeDriver(services: Services, { folder }: FolderSession): Promise<DriverSetUp> {
  const { setUpMergeDriver: setUp, nodePath, context } = services;
  if (!setUp || nodePath === undefined || folder.uri.scheme !== 'file') return 'notHere';
  if (!vscode.workspace.isTrusted) return 'notTrusted';
  const command = await installCommand(context, nodePath);
  const { attributes, isConfigured, works, problem } = await setUp(folder.uri.fsPath, command);
  if (problem !== undefined) services.logger.warn(`git could not be configured: ${problem}`);
  if (!works) return 'notWorking';
  if (attributes.status === 'failed') return 'notWritten';
  if (!isConfigured) return 'noGit';
  const known = context.workspaceState.get<Record<string, string>>(MEMENTO_KEY, {});
  await context.workspaceState.update(MEMENTO_KEY, { ...known, [folder.uri.toString()]: `${FORM} ${command}` });
  return 'done';
}

/** An update of VS Code can move its Node, and one of the extension brings a newer command line. */
export async function renewMergeDriver(services: Services, session: FolderSession): Promise<void> {
  const { context, nodePath } = services;
  const given = context.workspaceState.get<Record<string, string>>(MEMENTO_KEY, {})[session.folder.uri.toString()];
  if (given === undefined || nodePath === undefined || !vscode.workspace.isTrusted) return;
  if (`${FORM} ${await installCommand(context, nodePath)}` !== given) await setUpMergeDriver(services, session);
}

async function installCommand({ globalStorageUri, extensionUri }: vscode.ExtensionContext, nodePath: string) {
  await vscode.workspace.fs.createDirectory(globalStorageUri);
  const script = vscode.Uri.joinPath(globalStorageUri, 'sourcemark.cjs');
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js'));
  // Left alone when it is the same: git may be running it.
  if (!(await holds(script, bytes))) await writeWhole(script, bytes);
  // The desktop's Node is Electron, which has to be told; any other ignores it.
  return `ELECTRON_RUN_AS_NODE=1 ${quote(nodePath)} ${quote(script.fsPath)}`;
}

async function holds(file: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    const found = await vscode.workspace.fs.readFile(file);
    return found.length === bytes.length && isBeginning(found, bytes);
  } catch {
    return false;
  }
}

/** For the shell that git starts a driver with, also on Windows, and with `%` as git wants it. */
function quote(path: string): string {
  return `'${path.replaceAll('\\', '/').replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}
