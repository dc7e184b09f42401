import * as vscode from 'vscode';

/** Opens pages of the web: the one place that hands an address to VS Code. */
export class AddressOpener {
  /** What runs VS Code's command; a test puts its own here, so that no browser opens. */
  execute: (command: string, address: string) => Thenable<unknown> = vscode.commands.executeCommand;

  /**
   * Handed on as a string, in either host: a `Uri` unescapes what is escaped in the address (`%2C` and `%2D` of a text
   * fragment), and the page opens at its top or is another.
   * @param address what `webAddress` gives.
   */
  async open(address: string): Promise<void> {
    await this.execute('vscode.open', address);
  }
}
