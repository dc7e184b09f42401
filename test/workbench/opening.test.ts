import assert from 'node:assert/strict';
import { installLink } from '../../scripts/host/stageExtension';
import { useWorkbench } from './useWorkbench';

describe('opening the example newsroom', () => {
  const workbench = useWorkbench();

  it('reads an article and says so in the status bar', async () => {
    await workbench.current.openFile('articles/meta-scale.en.md');
    assert.match(await workbench.current.waitForExtension(), /sourced|Sourcemark/);
  });

  it('lists the problems it found', async () => {
    const problems = await workbench.current.problems();
    assert.ok(problems.every(({ message, place }) => message !== '' && /\d/.test(place)));
  });

  it('takes the first step of the tour as done, since the folder is set up', async () => {
    await workbench.current.runCommand('Sourcemark: Get Started');
    const step = workbench.current.page.locator('.getting-started-step', { hasText: 'Set up annotations' });
    await step.locator('.codicon-getting-started-step-checked.complete').waitFor();
    const others = workbench.current.page.locator('.getting-started-step .complete');
    assert.equal(await others.count(), 1);
  });
});

describe('opening it in Japanese, installed as npm start does', () => {
  const workbench = useWorkbench({ locale: 'ja', theme: 'dark', install: installLink });

  it('speaks Japanese in the palette and in the status bar', async () => {
    await workbench.current.openFile('articles/meta-scale-ai.ja.md');
    assert.match(await workbench.current.waitForExtension(), /\p{Script=Hiragana}|\p{Script=Han}/u);
    const titles = await workbench.current.quickInput.commandTitles('Sourcemark');
    assert.ok(
      titles.some((title) => /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u.test(title)),
      titles.join(),
    );
  });
});

describe('opening it in Restricted Mode', () => {
  const workbench = useWorkbench({ trusted: false });

  it('still reads the article', async () => {
    await workbench.current.page.getByText('Restricted Mode').first().waitFor();
    await workbench.current.openFile('articles/meta-scale.en.md');
    assert.notEqual(await workbench.current.waitForExtension(), '');
  });
});
