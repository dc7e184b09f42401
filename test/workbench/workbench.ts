import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../vscode/eventually';
import { PATIENCE_MS, QuickInput } from './quickInput';

export interface ProblemRow {
  readonly message: string;
  /** Such as `figure/unsourced`. */
  readonly code: string;
  /** Such as `[Ln 3, Col 5]`. */
  readonly place: string;
}

/**
 * A VS Code in a browser, driven as a person drives it: by keys, pointer and what is on the screen. Every method waits
 * for what it did to show, or fails after Playwright's timeout. What a method reads may still be changing: methods that
 * read take what the answer has to say, and wait for it.
 */
export class Workbench {
  readonly quickInput: QuickInput;

  constructor(
    readonly page: Page,
    /** The copies of the folders on disk; tests may read and change their files. */
    readonly folders: readonly string[],
    /** Where the server keeps what belongs to its user, extensions' storage among it. */
    readonly dataFolder: string,
    readonly close: () => Promise<void>,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    this.quickInput = new QuickInput(page);
  }

  /** The only folder, or the first. */
  get folder(): string {
    return this.folders[0] ?? '';
  }

  async waitForExplorer(timeout = 60_000): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout });
  }

  /** Opens a file of a folder by its path, and leaves the focus in its text. */
  async openFile(file: string, folder = this.folder): Promise<void> {
    await this.quickInput.open('', async (input) => {
      await input.fill(path.join(folder, file));
      // The list says "no matching results" while it still looks, and longer names match, too.
      const wanted = new RegExp(`^${path.basename(file).replace(/[^\p{L}\p{N}]/gu, '\\$&')}$`);
      const name = this.page.locator('.label-name').filter({ hasText: wanted });
      await this.quickInput.answering(() => this.quickInput.rows().filter({ has: name }).first().click());
    });
    // The tab comes to the front before its editor shows another text.
    const editor = this.page.locator('.editor-group-container.active .monaco-editor[role="code"]');
    await editor
      .and(this.page.locator(`[data-uri$="/${encodeURI(file)}"]`))
      .locator('.view-line')
      .first()
      .waitFor();
  }

  /** The text editor with the focus. */
  editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor[role="code"]').first();
  }

  /** Puts the caret at a 1-based line and column, which brings them into view. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput.open('', async (input) => {
      await input.fill(`:${line}:${column}`);
      await this.quickInput.answering(() => input.press('Enter'));
    });
    await this.page.locator('.statusbar').getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor();
  }

  /** The status bar says so once something is selected. */
  async waitForSelection(): Promise<void> {
    await this.page
      .locator('.statusbar')
      .getByText(/\(\d+ selected\)/)
      .waitFor();
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

  /** Where a passage is on the screen, with nothing over it. It may cross the spans that colours cut a line into. */
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
          // The minimap lies over the end of a long line.
          if (!root.contains(document.elementFromPoint(x + width / 2, y + height / 2))) continue;
          return { x, y, width, height };
        }
        return undefined;
      }, text);
    return eventually(
      async () =>
        (await find()) ??
        Promise.reject(new Error(`“${text}” is not on the screen, or under something:\n${await this.visibleText()}`)),
    );
  }

  /** Runs a command by its title in the palette, such as `Sourcemark: Cite a source`. */
  async runCommand(title: string): Promise<void> {
    if (!(await this.tryCommand(title))) throw new Error(`The palette does not offer “${title}”.`);
  }

  /** Runs a command, or answers `false` where the palette goes on not to offer it. */
  async tryCommand(title: string): Promise<boolean> {
    const deadline = Date.now() + PATIENCE_MS;
    let isOffered = false;
    while (!isOffered && Date.now() < deadline) {
      await this.quickInput.open('>', async (input) => {
        await input.fill(`>${title}`);
        const row = this.quickInput.rows().filter({ hasText: title }).first();
        isOffered = await row.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
        // An open palette does not learn what is possible meanwhile.
        await this.quickInput.answering(() => (isOffered ? row.click() : input.press('Escape')));
      });
    }
    return isOffered;
  }

  /** The message that is shown and says this. */
  async notification(saying: RegExp): Promise<string> {
    const rows = this.page.locator('.notifications-toasts .notification-list-item-message');
    return rows.filter({ hasText: saying }).first().innerText();
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

  /** Waits until Sourcemark has read the article in front: its status bar item then says so. Returns what it says. */
  async waitForExtension(saying: RegExp = /\S/): Promise<string> {
    const item = this.page.locator('.statusbar [id^="sourcemark.sourcemark."]').filter({ hasText: saying }).first();
    await item.waitFor({ timeout: 40_000 });
    return (await item.innerText()).trim();
  }

  /** Hovers over a passage on the screen and returns what the hover says, once it says this. */
  async hover(text: string, saying: RegExp): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible').filter({ hasText: saying }).first();
    await eventually(async () => {
      // A question that was asked before the extension ran is asked again only after the pointer was elsewhere.
      await this.page.mouse.move(1, 1);
      // The page may still be arranging itself, so that the passage moves.
      const box = await this.boxOf(text);
      // A pointer that jumps there does not count as resting; two small moves do.
      await this.page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
      // What is at hand shows first, such as a finding; the rest comes in below.
      await hover.waitFor({ timeout: 5000 });
      return true;
    }, PATIENCE_MS);
    return (await hover.locator('.hover-contents').allInnerTexts()).join('\n').trim();
  }

  /** Opens the Problems panel and reads its rows, all files together, once there is one that is wanted. */
  async problems(isWanted: (row: ProblemRow) => boolean = () => true): Promise<readonly ProblemRow[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+m');
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row .marker-message-details-container');
    return eventually(async () => {
      const shown = await rows.evaluateAll((elements) =>
        elements.map((element) => ({
          message: element.querySelector('.marker-message')?.textContent ?? '',
          code: (element.querySelector('.marker-code, .code-link')?.textContent ?? '').replace(/^\(|\)$/g, ''),
          place: element.querySelector('.marker-line')?.textContent ?? '',
        })),
      );
      return shown.some(isWanted) && shown;
    }, PATIENCE_MS);
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

  /** The rows of a view as a person reads them, label, then the grey description, once all that is wanted is there. */
  async treeRows(view: string, ...wanted: readonly RegExp[]): Promise<readonly string[]> {
    const rows = this.pane(view).locator('.monaco-list-row');
    return eventually(async () => {
      const texts = await rows.evaluateAll((elements) =>
        elements.map((element) =>
          Array.from(
            element.querySelectorAll('.label-name, .label-description'),
            ({ textContent }) => textContent ?? '',
          ),
        ),
      );
      const shown = texts.map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim());
      const missing = wanted.find((one) => !shown.some((row) => one.test(row)));
      if (missing) throw new Error(`No row of ${view} matches ${missing}:\n${shown.join('\n')}`);
      return shown.length > 0 && shown;
    }, PATIENCE_MS);
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

  /** Unfolds the first comment thread on the screen by the mark beside its line. */
  async openThread(): Promise<void> {
    const marks = this.page.locator('.comment-range-glyph.comment-thread');
    await marks.first().waitFor();
    // They are not in the order of the lines, and some lie above or below what is shown.
    const [first] = await marks.evaluateAll((elements) => {
      const shown = document
        .querySelector('.editor-group-container.active .editor-scrollable')
        ?.getBoundingClientRect();
      return elements
        .map((element) => element.getBoundingClientRect())
        .filter(({ top, bottom }) => shown !== undefined && top > shown.top + 60 && bottom < shown.bottom)
        .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
        .sort((a, b) => a.y - b.y);
    });
    if (!first) throw new Error('No thread is on the screen.');
    await this.page.mouse.click(first.x, first.y);
  }

  /** What the comment thread that is open in the editor and says this says. */
  async comments(saying: string | RegExp): Promise<string> {
    return this.page.locator('.review-widget .body').filter({ hasText: saying }).first().innerText();
  }

  /** A picture of the window; messages that passed by are closed first. */
  async screenshot(file: string): Promise<string> {
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }
}
