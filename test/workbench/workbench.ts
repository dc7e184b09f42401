import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

export interface ProblemRow {
  readonly message: string;
  /** Such as `figure/unsourced`. */
  readonly code: string;
  /** Such as `[Ln 3, Col 5]`. */
  readonly place: string;
}

/**
 * A VS Code in a browser, driven as a person drives it: by keys, pointer and what is on the screen. Every method waits
 * for what it did to show, or fails after Playwright's timeout.
 */
export class Workbench {
  constructor(
    readonly page: Page,
    /** The copy of the workspace on disk; tests may read and change its files. */
    readonly folder: string,
    readonly close: () => Promise<void>,
  ) {
    page.setDefaultTimeout(30_000);
  }

  async waitForExplorer(): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  /** Opens a file of the workspace by its path, and leaves the focus in its text. */
  async openFile(file: string): Promise<void> {
    await this.quickInput('', async (input) => {
      await input.fill(file);
      // The list says "no matching results" while it still looks.
      const row = this.quickRows()
        .filter({ hasText: path.basename(file) })
        .first();
      await row.waitFor();
      await input.press('Enter');
    });
    const tab = this.page.locator('.tab.active', { hasText: path.basename(file) });
    await tab.waitFor();
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** The text editor with the focus. */
  editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor[role="code"]').first();
  }

  /** Puts the caret at a 1-based line and column, which brings them into view. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput(`:${line}:${column}`, (input) => input.press('Enter'));
  }

  /** The lines of the editor that are on the screen, in order. */
  async visibleText(): Promise<string> {
    const lines = await this.editor()
      .locator('.view-lines .view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Selects a passage by dragging over it; it has to be on one line of the screen. */
  async selectText(text: string): Promise<void> {
    const box = await this.boxOf(text);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Puts the caret inside a passage on the screen. */
  async clickText(text: string, modifiers: 'Control' | undefined = undefined): Promise<void> {
    const box = await this.boxOf(text);
    if (modifiers) await this.page.keyboard.down(modifiers);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    if (modifiers) await this.page.keyboard.up(modifiers);
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Where a passage is on the screen. It may cross the spans that colours cut a line into. */
  private async boxOf(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    const lines = this.editor().locator('.view-lines');
    const find = () =>
      lines.evaluate((root, wanted) => {
        for (const line of root.querySelectorAll('.view-line')) {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const nodes: { node: Node; start: number }[] = [];
          let all = '';
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            nodes.push({ node, start: all.length });
            all += (node.textContent ?? '').replaceAll('\u00a0', ' ');
          }
          const start = all.indexOf(wanted);
          if (start < 0) continue;
          const range = document.createRange();
          const place = (offset: number) => nodes.findLast((entry) => entry.start <= offset);
          const first = place(start);
          const last = place(start + wanted.length - 1);
          if (!first || !last) continue;
          range.setStart(first.node, start - first.start);
          range.setEnd(last.node, start + wanted.length - last.start);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
        return undefined;
      }, text);
    for (let tries = 0; tries < 50; tries++) {
      const box = await find();
      if (box) return box;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`“${text}” is not on the screen, which shows:\n${await this.visibleText()}`);
  }

  /** Runs a command by its title in the palette, such as `Sourcemark: Cite a source`. */
  async runCommand(title: string): Promise<void> {
    await this.quickInput('>', async (input) => {
      await input.fill(`>${title}`);
      const row = this.quickRows().filter({ hasText: title }).first();
      await row.waitFor();
      await row.click();
    });
  }

  /** The titles that the palette offers for some words. */
  async commandTitles(words: string): Promise<readonly string[]> {
    let titles: readonly string[] = [];
    await this.quickInput('>', async (input) => {
      await input.fill(`>${words}`);
      await this.page.waitForTimeout(500);
      titles = await this.quickRows().locator('.quick-input-list-row:first-child .label-name').allInnerTexts();
      await input.press('Escape');
    });
    return titles;
  }

  /** Answers a pick with the row that has this text; `typed` narrows the list first. */
  async pick(text: string | RegExp, typed?: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input.input');
    await input.waitFor();
    if (typed !== undefined) await input.fill(typed);
    const row = this.quickRows().filter({ hasText: text }).first();
    await row.waitFor();
    await row.click();
  }

  /** The rows of the pick that is open. */
  async pickRows(): Promise<readonly string[]> {
    await this.quickRows().first().waitFor();
    return this.quickRows().allInnerTexts();
  }

  /** Answers an input box. */
  async answer(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input.input');
    await input.waitFor();
    await input.fill(text);
    await input.press('Enter');
  }

  /** What the question that is open asks: its title, its placeholder and the line below. */
  async question(): Promise<string> {
    const widget = this.page.locator('.quick-input-widget:visible');
    await widget.waitFor();
    const placeholder = await widget.locator('input.input').getAttribute('placeholder');
    const texts = await widget.locator('.quick-input-title, .quick-input-message').allInnerTexts();
    return [...texts, placeholder ?? ''].filter((text) => text.trim() !== '').join('\n');
  }

  /** The messages that are shown, newest first. */
  async notifications(): Promise<readonly string[]> {
    const rows = this.page.locator('.notifications-toasts .notification-list-item-message');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The quick fixes at the caret, which the menu then shows. */
  async quickFixes(): Promise<readonly string[]> {
    await this.page.keyboard.press('Control+.');
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** Chooses a quick fix at the caret. */
  async applyQuickFix(title: string): Promise<void> {
    await this.quickFixes();
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
  }

  private quickRows(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  }

  /** Opens quick input with a prefix, lets `use` do its part, and waits until the input has gone or asks anew. */
  private async quickInput(prefix: string, use: (input: Locator) => Promise<void>): Promise<void> {
    await this.page.keyboard.press(prefix === '>' ? 'F1' : 'Control+p');
    const input = this.page.locator('.quick-input-widget:visible input.input');
    await input.waitFor();
    if (prefix !== '>') await input.fill(prefix);
    await use(input);
  }

  /** Waits until Sourcemark has read the article in front: its status bar item then says so. Returns what it says. */
  async waitForExtension(): Promise<string> {
    const item = this.page.locator('.statusbar [id^="sourcemark.sourcemark."]').first();
    await item.waitFor({ timeout: 40_000 });
    return (await item.innerText()).trim();
  }

  /** Hovers over a passage on the screen and returns what the hover says. */
  async hover(text: string): Promise<string> {
    const box = await this.boxOf(text);
    // A pointer that jumps there does not count as resting; two small moves do.
    await this.page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    const hover = this.page.locator('.monaco-hover:visible .hover-contents');
    await hover.first().waitFor();
    await this.page.waitForFunction(
      () => !/Loading\.\.\./.test(document.querySelector('.monaco-hover')?.textContent ?? ''),
    );
    return (await hover.allInnerTexts()).join('\n').trim();
  }

  /** Opens the Problems panel and reads its rows, all files together. */
  async problems(): Promise<readonly ProblemRow[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+m');
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row .marker-message-details-container');
    await rows.first().waitFor();
    return rows.evaluateAll((elements) =>
      elements.map((element) => ({
        message: element.querySelector('.marker-message')?.textContent ?? '',
        code: (element.querySelector('.marker-code, .code-link')?.textContent ?? '').replace(/^\(|\)$/g, ''),
        place: element.querySelector('.marker-line')?.textContent ?? '',
      })),
    );
  }

  /** Opens a view container by the title of its icon in the activity bar. */
  async openViews(title: string): Promise<void> {
    const icon = this.page.locator(`.activitybar .action-item:has([aria-label^="${title}"])`).first();
    await icon.waitFor();
    if (!(await icon.evaluate((element) => element.classList.contains('checked')))) await icon.click();
    await this.page.locator('.sidebar .pane-header').first().waitFor();
    // Away from the icon, whose tooltip would lie over the view.
    await this.page.mouse.move(160, 18);
  }

  /** The rows of a view in the side bar as a person reads them: label, then the grey description. */
  async treeRows(view: string): Promise<readonly string[]> {
    const rows = this.pane(view).locator('.monaco-list-row');
    await rows.first().waitFor();
    const texts = await rows.evaluateAll((elements) =>
      elements.map((element) =>
        Array.from(element.querySelectorAll('.label-name, .label-description'), ({ textContent }) => textContent ?? ''),
      ),
    );
    return texts.map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim());
  }

  /** Clicks a row of a view: it opens what it stands for, or unfolds. */
  async clickTreeRow(view: string, text: string | RegExp): Promise<void> {
    await this.pane(view).locator('.monaco-list-row').filter({ hasText: text }).first().click();
  }

  /** Unfolds a row of a view, unless it is. */
  async expandTreeRow(view: string, text: string | RegExp): Promise<void> {
    const row = this.pane(view).locator('.monaco-list-row').filter({ hasText: text }).first();
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) !== 'false') return;
    await row.locator('.monaco-tl-twistie').click();
    await this.pane(view).locator('.monaco-list-row[aria-expanded="true"]').filter({ hasText: text }).first().waitFor();
  }

  /** A view in the side bar, unfolded. */
  pane(view: string): Locator {
    return this.page.locator('.sidebar .pane', { has: this.page.locator('.pane-header', { hasText: view }) });
  }

  async unfoldPane(view: string): Promise<void> {
    const header = this.pane(view).locator('.pane-header');
    await header.waitFor();
    if (!(await header.evaluate((element) => element.classList.contains('expanded')))) await header.click();
  }

  /** What the comment threads that are open in the editor say. */
  async comments(): Promise<readonly string[]> {
    const threads = this.page.locator('.review-widget .body');
    await threads.first().waitFor();
    return threads.allInnerTexts();
  }

  /** A picture of the window; messages that passed by are closed first. */
  async screenshot(file: string): Promise<string> {
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }
}
