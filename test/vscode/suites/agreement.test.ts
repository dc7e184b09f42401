import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually';

/** What the built CLI says of the example newsroom; the bundler of the suites puts it in. */
declare const CLI_REPORT: {
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly level: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
};

const levels = ['error', 'warning', 'information', 'hint'];

// The suites share one copy of the newsroom and run in the order of their names: this one sees it untouched.
describe('the editor and the command line', () => {
  it('report the same on the example newsroom', async () => {
    const expected = CLI_REPORT.diagnostics
      .map(({ rule, level, file, line, column, message }) => `${file}:${line}:${column} ${level} ${rule} ${message}`)
      .sort();
    assert.ok(expected.length > 50);
    await eventually(() => {
      assert.deepEqual(shown(), expected);
      return true;
    }, 20_000);
  });
});

function shown(): string[] {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source }) => source === 'Sourcemark')
        .map(({ range, severity, code, message }) => {
          const file = uri.path.slice((folder?.uri.path.length ?? 0) + 1);
          const rule = typeof code === 'object' ? code.value : code;
          return `${file}:${range.start.line + 1}:${range.start.character + 1} ${levels[severity]} ${rule} ${message}`;
        }),
    )
    .sort();
}
