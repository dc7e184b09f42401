// Reads which keys VS Code itself uses into test/core/keys/vscodeKeys.txt, from the real workbench of the oldest and of
// today's VS Code, as each system has them: node scripts/run.mjs scripts/vscodeKeys.ts
import { writeFileSync } from 'node:fs';
import { openWorkbench } from '../test/workbench/openWorkbench';
import type { Workbench } from '../test/workbench/workbench';
import { runProgram } from './host/setupError';

/** What a browser on each system calls itself, by which VS Code tells the systems apart. */
const systems = {
  linux: 'Mozilla/5.0 (X11; Linux x86_64)',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)',
  win: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
} as const;
const engine = ' AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

void runProgram(async () => {
  const lines: string[] = [];
  for (const [system, name] of Object.entries(systems)) {
    const keys = new Set<string>();
    for (const release of ['minimum', 'current'] as const) {
      const found = await readKeys(release, name + engine, system === 'mac' ? 'Meta' : 'Control');
      console.log(`${system}, ${release}: ${found.length} keys`);
      for (const key of found) keys.add(key);
    }
    lines.push(...[...keys].sort().map((key) => `${system}: ${key}`));
  }
  writeFileSync('test/core/keys/vscodeKeys.txt', `${lines.join('\n')}\n`);
  return 0;
});

/** The keys of all default keybindings, those of built-in extensions among them. */
async function readKeys(
  release: 'minimum' | 'current',
  userAgent: string,
  modifier: 'Meta' | 'Control',
): Promise<readonly string[]> {
  // Ours would be among them.
  const workbench = await openWorkbench({ release, userAgent, install: () => undefined });
  try {
    const keys = new Set<string>();
    // Extensions register theirs while the window is shown already, and the list is of when it is opened.
    for (let unchanged = 0; unchanged < 3; unchanged++) {
      await workbench.page.waitForTimeout(2000);
      for (const key of await readList(workbench, modifier)) {
        if (!keys.has(key)) unchanged = 0;
        keys.add(key);
      }
    }
    return [...keys];
  } finally {
    await workbench.close();
  }
}

async function readList(workbench: Workbench, modifier: 'Meta' | 'Control'): Promise<readonly string[]> {
  await workbench.runCommand('Preferences: Open Default Keyboard Shortcuts (JSON)');
  await workbench.editor().locator('.view-line').first().waitFor();
  await workbench.page.keyboard.press(`${modifier}+a`);
  // Of the browser itself, whose keys are those of the system that it really runs on.
  await workbench.page.evaluate(() => document.execCommand('copy'));
  const text = await workbench.page.evaluate(() => navigator.clipboard.readText());
  await workbench.runCommand('View: Close All Editors');
  return Array.from(text.matchAll(/"key":\s*("(?:[^"\\]|\\.)*")/g), ([, key]) => JSON.parse(key ?? '') as string);
}
