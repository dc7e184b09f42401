import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type System = 'linux' | 'mac' | 'win';
type Keybinding = { readonly command: string; readonly key: string } & { readonly [system in System]?: string };

const systems = ['linux', 'mac', 'win'] as const;

/** A key as one spelling: modifiers in one order, one name for each. */
function spell(key: string): string {
  const strokes = key.toLowerCase().split(' ');
  return strokes
    .map((stroke) => {
      const parts = stroke.replace(/\b(?:meta|win)\+/g, 'cmd+').split(/\+(?!$)/);
      return [...parts.slice(0, -1).sort(), parts.at(-1)].join('+');
    })
    .join(' ');
}

/** Whether one of two keys could never be pressed without the other: they are the same, or one begins the other. */
function collide(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** Those of a system, as `scripts/vscodeKeys.ts` reads them from the oldest and from today's VS Code. */
function vscodeKeys(system: System): readonly string[] {
  const lines = readFileSync('test/core/keys/vscodeKeys.txt', 'utf8').split('\n');
  return lines.flatMap((line) => (line.startsWith(`${system}: `) ? [spell(line.slice(system.length + 2))] : []));
}

describe('keybindings', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly contributes: { readonly keybindings: readonly Keybinding[] };
  };

  for (const system of systems)
    it(`take no key from VS Code on ${system}`, () => {
      const taken = vscodeKeys(system);
      // A list that was cut short would let every key pass.
      assert.ok(taken.length > 350, `${taken.length} keys are known`);
      for (const known of ['f8', 'alt+shift+f9', system === 'mac' ? 'cmd+k cmd+s' : 'ctrl+k ctrl+s'])
        assert.ok(taken.includes(known), `${known} is known to be VS Code's`);
      const collisions = contributes.keybindings.flatMap(({ command, key, ...own }) => {
        const ours = spell(own[system] ?? key);
        return taken.filter((one) => collide(ours, one)).map((one) => `${command}: ${ours} is taken by ${one}`);
      });
      assert.deepEqual(collisions, []);
    });

  it('are each of one command', () => {
    for (const system of systems) {
      const ours = contributes.keybindings.map(({ key, ...own }) => spell(own[system] ?? key));
      assert.deepEqual([...new Set(ours)], ours);
    }
  });
});
