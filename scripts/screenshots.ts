// Takes pictures of the scenes into out/screenshots: npm run screenshots -- [scenes] [--theme NAME] [--locale en|ja]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkbench } from '../test/workbench/openWorkbench';
import { scenes } from '../test/workbench/scenes';
import { runProgram, SetupError } from './host/setupError';

const themes = ['light', 'dark', 'contrast', 'contrastLight'] as const;
const locales = ['en', 'ja'] as const;

void runProgram(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { theme: { type: 'string' }, locale: { type: 'string' } },
  });
  const unknown = positionals.find((name) => !scenes.some((scene) => scene.name === name));
  if (unknown !== undefined) {
    throw new SetupError(`There is no scene ${unknown}; there are ${scenes.map(({ name }) => name).join(', ')}.`);
  }
  const wanted = scenes.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  let failures = 0;
  for (const locale of locales.filter((one) => one === (values.locale ?? one))) {
    for (const theme of themes.filter((one) => one === (values.theme ?? one))) {
      for (const scene of wanted) {
        const file = path.join('out', 'screenshots', `${scene.name}.${locale}.${theme}.png`);
        // Each scene begins with a window of its own, so that none depends on those before it.
        const workbench = await openWorkbench({
          locale,
          theme,
          workspace: scene.folders,
          settings: { 'sourcemark.person': 'ken' },
        });
        try {
          await scene.set(workbench);
        } catch (error) {
          failures++;
          console.error(`The scene ${scene.name} could not be set (${locale}, ${theme}): ${(error as Error).message}`);
        }
        // What is still fading in would make two pictures of one scene differ.
        await workbench.page.waitForTimeout(500);
        console.log(await workbench.screenshot(file));
        await workbench.close();
      }
    }
  }
  return failures > 0 ? 1 : 0;
});
