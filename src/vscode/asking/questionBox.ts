import * as vscode from 'vscode';

export interface Question<Item extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly Item[];
  /**
   * What typing is: nothing, so that only a row that was gone to by the arrow keys or the pointer is an answer; or it
   * narrows the list, and Enter takes what is left first; or words, which Enter gives with whatever row.
   */
  readonly typing?: 'nothing' | 'search' | 'words';
  /** Told which row would be taken now. */
  readonly onDidChangeActive?: (item: Item | undefined) => void;
}

export interface Answer<Item> {
  /** Undefined only where words are asked for. */
  readonly item: Item | undefined;
  /** What was typed. */
  readonly words: string;
}

interface Asked {
  readonly typing: 'nothing' | 'search' | 'words';
  /** The items of the question by the rows that stand for them, which no other question has. */
  readonly rows: ReadonlyMap<vscode.QuickPickItem, vscode.QuickPickItem>;
  readonly follow: (item: vscode.QuickPickItem | undefined) => void;
  readonly settle: (answer: Answer<vscode.QuickPickItem> | undefined) => void;
}

/** VS Code gathers the updates of a box for a moment before it sends them, in milliseconds. */
const SENT_MS = 10;

/**
 * One box for questions that follow each other. It stays open between them with nothing to choose, so that keys which
 * are pressed before the next question is there go neither into a text nor into that question. No row is chosen
 * beforehand: Enter alone answers nothing.
 */
export class QuestionBox implements vscode.Disposable {
  readonly #picker = vscode.window.createQuickPick();
  readonly #subscription: vscode.Disposable;
  #asked: Asked | undefined;
  /** Others ask meanwhile. */
  #isAway = false;
  #isClosed = false;

  constructor(title: string) {
    const picker = this.#picker;
    picker.ignoreFocusOut = true;
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.title = title;
    this.#subscription = vscode.Disposable.from(
      picker,
      picker.onDidChangeActive(([row]) => this.#asked?.follow(row && this.#asked.rows.get(row))),
      picker.onDidAccept(() => this.#accept()),
      picker.onDidHide(() => {
        if (this.#isAway) return;
        this.#isClosed = true;
        this.#asked?.settle(undefined);
      }),
    );
    this.#clear();
    picker.show();
  }

  /** Whether the person closed it: nothing is asked any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** @returns undefined when the person closed the box, or had closed it before. */
  async ask<Item extends vscode.QuickPickItem>(question: Question<Item>): Promise<Answer<Item> | undefined> {
    await this.#forgetKeys();
    if (this.#isClosed) return undefined;
    const { title, placeholder, items, typing = 'nothing', onDidChangeActive } = question;
    const rows = new Map<vscode.QuickPickItem, Item>(
      items.map((item) => [{ ...item, ...(typing === 'search' ? {} : { alwaysShow: true }) }, item]),
    );
    const picker = this.#picker;
    const answer = await new Promise<Answer<vscode.QuickPickItem> | undefined>((settle) => {
      const follow = (item: vscode.QuickPickItem | undefined) => onDidChangeActive?.(item as Item | undefined);
      this.#asked = { typing, rows, follow, settle };
      picker.title = title;
      picker.placeholder = placeholder;
      picker.value = '';
      picker.items = [...rows.keys()];
      // After the items, of which VS Code would else choose the first.
      picker.activeItems = [];
      picker.busy = false;
    });
    this.#clear();
    return answer as Answer<Item> | undefined;
  }

  /** The last thing that is said: the box stays until it is closed, so that keys still go into no text. */
  async askToClose(title: string): Promise<void> {
    const items = [{ label: `$(close) ${vscode.l10n.t('Close')}` }];
    let answer: Answer<vscode.QuickPickItem> | undefined;
    do answer = await this.ask({ title, placeholder: vscode.l10n.t('Escape leads back to the text.'), items });
    while (answer && !answer.item);
  }

  /** Lets something else ask, and is there again afterwards. */
  async leave<T>(work: () => Promise<T>): Promise<T> {
    this.#isAway = true;
    try {
      return await work();
    } finally {
      this.#isAway = false;
      if (!this.#isClosed) this.#picker.show();
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #accept(): void {
    const { typing, rows, settle } = this.#asked ?? {};
    if (!rows || !settle) return;
    const words = this.#picker.value;
    const [row] = this.#picker.activeItems;
    const item = row && rows.get(row);
    if (typing === 'nothing' && words !== '') {
      // Typing made the first row the chosen one; that was no choice.
      this.#picker.value = '';
      this.#picker.activeItems = [];
    } else if (item || typing === 'words') settle({ item, words });
  }

  /** Leaves nothing to choose until the next question. */
  #clear(): void {
    this.#asked = undefined;
    this.#picker.busy = true;
    this.#picker.placeholder = vscode.l10n.t('One moment…');
    this.#picker.value = '';
    this.#picker.items = [];
  }

  /**
   * Waits until the window has nothing to choose and what was pressed before that has come through: it would be
   * taken for an answer to the next question, whose rows are counted from 0 like those of any other.
   */
  async #forgetKeys(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, SENT_MS));
    // Its answer comes after everything that the window had told before it.
    await vscode.commands.executeCommand('setContext', 'sourcemark.isAsking', true);
  }
}
