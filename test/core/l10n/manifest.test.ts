import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { sourceFiles } from './readKeys';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const { contributes } = JSON.parse(text) as Manifest;
const sources = new Map(sourceFiles('src'));
const nls = ['package.nls.json', 'package.nls.ja.json'].map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>,
);
const commands = contributes.commands.map(({ command }) => command);

/** The ids of the command objects, each read in its own file; importing them would need an editor. */
function commandsInCode(): string[] {
  const all = sources.get('src/vscode/commands/allCommands.ts')!;
  const listed = /readonly Command\[\] = \[([\s\S]*?)\];/.exec(all)![1]!.match(/\w+/g) ?? [];
  return listed.map((name) => {
    const file = `src/vscode/commands/${name}.ts`;
    const id = /^ {2}id: '(sourcemark\.\w+)',$/m.exec(sources.get(file) ?? '')?.[1];
    assert.equal(id, `sourcemark.${name}`, `${file} is named after its command`);
    return id!;
  });
}

/** A manifest names things of ours as `sourcemark.name`; in `when` clauses, links and lists alike. */
function namesOf(part: unknown): string[] {
  return JSON.stringify(part).match(/(?<=command:)sourcemark\.\w+/g) ?? [];
}

describe('package.json', () => {
  it('contributes the commands there are, and no others', () => {
    assert.deepEqual([...commands].sort(), commandsInCode().sort());
  });

  it('lists every command file', () => {
    const files = [...sources.keys()].filter((file) => /^src\/vscode\/commands\//.test(file));
    const withId = files.filter((file) => /^ {2}id: 'sourcemark\./m.test(sources.get(file)!));
    assert.equal(withId.length, commands.length);
  });

  it('names only commands that there are, in menus, keys, welcomes and the walkthrough', () => {
    const named = [
      // An entry without a command opens a submenu.
      ...Object.values(contributes.menus).flatMap((entries) => entries.flatMap(({ command }) => command ?? [])),
      ...(contributes.keybindings ?? []).map(({ command }) => command),
      ...nls.flatMap(namesOf),
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ completionEvents }) =>
          completionEvents.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []),
        ),
      ),
    ];
    assert.deepEqual(
      [...new Set(named)].filter((name) => !commands.includes(name)),
      [],
    );
  });

  it('names only views that there are', () => {
    const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    const named = [...contributes.viewsWelcome.map(({ view }) => view), ...(text.match(/(?<=view == )[\w.]+/g) ?? [])];
    assert.deepEqual(
      named.filter((name) => !views.includes(name)),
      [],
    );
    for (const view of views)
      assert.ok(
        [...sources.values()].some((code) => code.includes(`'${view}'`)),
        `${view} is filled by the code`,
      );
  });

  it('has a word in both languages for every %key%, and none to spare', () => {
    const used = new Set(Array.from(text.matchAll(/"%([^%"]+)%"/g), ([, key]) => key));
    for (const bundle of nls) assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
    for (const [key, english] of Object.entries(nls[0]!))
      assert.ok(english.trim() && nls[1]![key]!.trim(), `${key} is said in both`);
  });

  it('contributes the settings that the code reads, and no others', () => {
    const read = new Set<string>();
    for (const code of sources.values()) {
      for (const [, name] of code.matchAll(
        /getConfiguration\('sourcemark'[^;]*?\)\s*\.(?:get|update)(?:<[^>]*>)?\(\s*'(\w+)'/g,
      ))
        read.add(`sourcemark.${name}`);
      for (const [, name] of code.matchAll(/affectsConfiguration\('(sourcemark\.\w+)'/g)) read.add(name!);
    }
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), [...read].sort());
  });

  it('sets the context keys that its conditions ask for', () => {
    const asked = new Set(text.match(/(?<=[ "!(])sourcemark\.(?:is|has)\w+/g));
    for (const key of asked)
      assert.ok(
        [...sources.values()].some((code) => code.includes(`'${key}'`)),
        `${key} is set by the code`,
      );
  });

  it('points only to files that are there', () => {
    const files = [
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
      ...contributes.yamlValidation.map(({ url }) => url),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });
});
