import type { Locator, Page } from 'playwright-core';
import { eventually } from '../vscode/eventually';

/** How long what is read from the screen may take to come true, in milliseconds. */
export const PATIENCE_MS = 30_000;

/** What asks at the top of the window: the palette, the search for files, picks and input boxes. */
export class QuickInput {
  constructor(private readonly page: Page) {}

  /** The rows of the list that is open and on the screen. */
  rows(): Locator {
    return this.widget().locator('.quick-input-list .monaco-list-row');
  }

  /** Opens the palette, or with no prefix the search for files, and lets `use` answer it. */
  async open(prefix: '>' | '', use: (input: Locator) => Promise<void>): Promise<void> {
    await this.page.keyboard.press(prefix === '>' ? 'F1' : 'Control+p');
    // A question that was open before is not to be taken for it.
    const asks = prefix === '>' ? /^Type the name of a command/ : /^Search files by name/;
    await this.question(asks);
    await use(this.widget().locator('input.input'));
  }

  /** Does what answers the question that is open, and waits until it has gone or another one is asked. */
  async answering(act: () => Promise<void>): Promise<void> {
    const watch = await this.widget().evaluateHandle((widget) => {
      const read = () => {
        if (getComputedStyle(widget).display === 'none') return undefined;
        const texts = widget.querySelectorAll('.quick-input-title, .quick-input-message');
        const placeholder = widget.querySelector('input.input')?.getAttribute('placeholder');
        return [placeholder, ...Array.from(texts, ({ textContent }) => textContent)].join('\n');
      };
      const asked = read();
      const state = { isAnswered: false };
      // The next question may follow at once, so that a look now and then would not see this one gone.
      const observer = new MutationObserver(() => {
        if (read() === asked) return;
        state.isAnswered = true;
        observer.disconnect();
      });
      observer.observe(widget, { attributes: true, childList: true, subtree: true });
      return state;
    });
    await act();
    await this.page.waitForFunction(({ isAnswered }) => isAnswered, watch);
    await watch.dispose();
  }

  /** The titles that the palette offers for words that are in some title. */
  async commandTitles(words: string): Promise<readonly string[]> {
    let titles: readonly string[] = [];
    await this.open('>', async (input) => {
      await input.fill(`>${words}`);
      const parts = words.toLowerCase().split(' ');
      // Until the list was narrowed it shows what was used before.
      titles = await eventually(async () => {
        const shown = await this.rows().locator('.quick-input-list-row:first-child .label-name').allInnerTexts();
        const isNarrowed = shown.every((title) => parts.every((part) => title.toLowerCase().includes(part)));
        return shown.length > 0 && isNarrowed && shown;
      }, PATIENCE_MS);
      await this.answering(() => input.press('Escape'));
    });
    return titles;
  }

  /** Answers a pick with the row that has this text: by a click, or by the keys that narrow the list to it. */
  async pick(text: string | RegExp, typed?: string): Promise<void> {
    const row = this.rows().filter({ hasText: text });
    await row.first().waitFor();
    if (typed === undefined) return this.answering(() => row.first().click());
    const input = this.widget().locator('input.input');
    await input.fill(typed);
    await row.and(this.page.locator('.focused')).waitFor();
    await this.answering(() => input.press('Enter'));
  }

  /** The rows of the pick that is open, once one of them says this. */
  async pickRows(saying: string | RegExp = ''): Promise<readonly string[]> {
    await this.rows().filter({ hasText: saying }).first().waitFor();
    return this.rows().allInnerTexts();
  }

  /** Answers an input box. */
  async answer(text: string): Promise<void> {
    const input = this.widget().locator('input.input');
    await input.waitFor();
    await input.fill(text);
    await this.answering(() => input.press('Enter'));
  }

  private widget(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** What the question that is open asks, its title, its placeholder and the line below, once it says this. */
  async question(saying: RegExp): Promise<string> {
    return eventually(async () => {
      const placeholder = await this.widget().locator('input.input').getAttribute('placeholder');
      const texts = await this.widget().locator('.quick-input-title, .quick-input-message').allInnerTexts();
      const said = [...texts, placeholder ?? ''].filter((text) => text.trim() !== '').join('\n');
      return saying.test(said) ? said : Promise.reject(new Error(`${said} does not match ${saying}`));
    }, PATIENCE_MS);
  }
}
