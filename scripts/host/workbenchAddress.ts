import path from 'node:path';

export interface WorkbenchRequest {
  /** The server's address, such as `http://127.0.0.1:8000`. */
  readonly server: string;
  /** The folder to open, or a `.code-workspace` file. */
  readonly workspace: string;
  /** The folder of an extension under development. The server has to run with its test driver. */
  readonly extension?: string | undefined;
  /** A module that exports `run(): Promise<void>`, run beside that extension. */
  readonly tests?: string | undefined;
}

/** The address at which a server shows a workspace. */
export function workbenchAddress(request: WorkbenchRequest): string {
  const { host: authority } = new URL(request.server);
  const remote = (file: string) => `vscode-remote://${authority}${encodeURI(forwardSlashes(path.resolve(file)))}`;
  const kind = request.workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const opened = `?${kind}=${encodeURI(forwardSlashes(path.resolve(request.workspace)))}`;
  if (!request.extension) return `${request.server}/${opened}`;
  const payload: [string, string][] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ['extensionDevelopmentPath', remote(request.extension)],
  ];
  if (request.tests) payload.push(['extensionTestsPath', remote(request.tests)]);
  return `${request.server}/${opened}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

function forwardSlashes(file: string): string {
  const slashed = file.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
