import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { makeFolder } from '../../scripts/host/freshCopy';
import { installServer } from '../../scripts/host/installServer';
import { useWorkbench } from './useWorkbench';

const vsce = path.resolve('node_modules/@vscode/vsce/vsce');

/** The files that go into the package, by the tool that makes it. */
function packagedFiles(): readonly string[] {
  return execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { encoding: 'utf8' }).trim().split('\n');
}

/** Packs the build and installs it as a person would from the file. */
function installPackage(dataFolder: string): void {
  const { node, root } = installServer('current', console.log);
  const file = path.join(makeFolder('package'), 'sourcemark.vsix');
  execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file], { stdio: 'pipe' });
  const server = [path.join(root, 'out', 'server-main.js'), '--accept-server-license-terms'];
  const folders = ['--server-data-dir', dataFolder, '--extensions-dir', path.join(dataFolder, 'extensions')];
  execFileSync(node, [...server, ...folders, '--install-extension', file], { stdio: 'pipe' });
}

describe('the package', () => {
  const workbench = useWorkbench({ install: installPackage });

  it('holds what runs and what is read, and nothing else', () => {
    const allowed =
      /^(package(\.nls(\.[\w-]+)?)?\.json|dist\/((web\/)?extension|cli)\.js|(l10n|media|syntaxes)\/.+|(README|CHANGELOG)\.md|LICENSE(\.txt)?)$/;
    const files = packagedFiles();
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    // git's merge driver is the command line.
    const needed = ['package.json', 'dist/extension.js', 'dist/web/extension.js', 'dist/cli.js', 'LICENSE'];
    for (const file of needed) {
      assert.ok(files.includes(file), `${file} is missing`);
    }
  });

  it('installs, activates and offers its commands', async () => {
    await workbench.current.openFile('articles/meta-scale.en.md');
    assert.notEqual(await workbench.current.waitForExtension(), '');
    assert.notDeepEqual(await workbench.current.quickInput.commandTitles('Sourcemark'), []);
  });
});
