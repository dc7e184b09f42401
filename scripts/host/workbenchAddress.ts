import path from 'node:path';

export type ExtensionHost = 'node' | 'web';

export interface WorkbenchRequest {
  /** The server's address, such as `http://127.0.0.1:8000`. */
  readonly server: string;
  /** The folder to open. */
  readonly workspace: string;
  /** The extension under development; left out, only installed extensions run. */
  readonly extension?: string | undefined;
  /** A module that exports `run(): Promise<void>`, run in the extension host. */
  readonly tests?: string | undefined;
  /** `web` runs the `browser` entry in a web worker. */
  readonly host?: ExtensionHost | undefined;
}

/** The address of a workbench with an extension under development in it. */
export function workbenchAddress(request: WorkbenchRequest): string {
  const { host: authority } = new URL(request.server);
  const remote = (file: string) => `vscode-remote://${authority}${encodeURI(forwardSlashes(path.resolve(file)))}`;
  const payload: [string, string][] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (request.extension) payload.push(['extensionDevelopmentPath', remote(request.extension)]);
  if (request.tests) payload.push(['extensionTestsPath', remote(request.tests)]);
  if (request.host === 'web') payload.push(['extensionDevelopmentKind', 'web']);
  const query = new URLSearchParams({
    folder: forwardSlashes(path.resolve(request.workspace)),
    payload: JSON.stringify(payload),
  });
  // A terminal recognises an address only up to a blank, and VS Code does not read `+` as one.
  return `${request.server}/?${query.toString().replaceAll('+', '%20')}`;
}

function forwardSlashes(file: string): string {
  const slashed = file.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
