import * as vscode from 'vscode';
import { linkDestination } from '../../core/workspace/webAddress';

/** The commands that the links of our hovers may run: nothing a folder's files say can add one. */
const linkedCommands = [
  'sourcemark.addEntity',
  'sourcemark.chooseMention',
  'sourcemark.choosePlace',
  'sourcemark.citeSource',
  'sourcemark.disputeClaim',
  'sourcemark.exemptFigure',
  'sourcemark.keepChangedValue',
  'sourcemark.openClaim',
  'sourcemark.openInStore',
  'sourcemark.openPassage',
  'sourcemark.questionClaim',
  'sourcemark.removeExemption',
  'sourcemark.setUpAnnotations',
  'sourcemark.startThread',
  'sourcemark.verifyClaim',
] as const;

export type LinkedCommand = (typeof linkedCommands)[number];

/** Markdown in which icons and links to our own commands work, and HTML does not. */
export function createMarkdown(lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(lines.join('\n\n'), true);
  markdown.supportHtml = false;
  markdown.isTrusted = { enabledCommands: linkedCommands };
  return markdown;
}

/**
 * Any text as Markdown that shows just that text: no markup, links, icons or HTML come of it. Unlike
 * `appendText` it leaves spaces alone, so that long lines can break.
 */
export function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[&<>:@]|[\\`*_{}[\]()#+\-.!|~$^=]/g, (character) =>
      '&<>:@'.includes(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
    );
}

/** A link that runs one of our commands with one argument of plain data. */
export function commandLink(label: string, command: LinkedCommand, argument: object, tooltip?: string): string {
  const query = encodeURIComponent(JSON.stringify([argument])).replace(
    /[()']/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  const title = tooltip === undefined ? '' : ` "${plain(tooltip).replaceAll('"', '&#34;')}"`;
  return `[${plain(label)}](command:${command}?${query}${title})`;
}

/**
 * A link to a page on the web. VS Code opens the destination as it is written here.
 * @param address what `webAddress` gives.
 */
export function webLink(label: string, address: string): string {
  return `[${plain(label)}](<${linkDestination(address)}>)`;
}

/** Quoted words, cut where they would fill the screen. */
export function quoted(text: string, longest = 300): string {
  const cut = text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
  return `> ${plain(cut)}`;
}

export function joinLinks(links: readonly string[]): string {
  return links.join(' &nbsp;|&nbsp; ');
}
