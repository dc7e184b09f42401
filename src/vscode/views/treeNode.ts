import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';
import type { ClaimReference } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { rangeInText } from '../session/positions';

/**
 * A row of a tree. What it stands for lies open in it, so that a menu can hand the row itself to any
 * command that takes a claim, a source, an entity or a place.
 */
export interface TreeNode extends ClaimReference {
  readonly item: vscode.TreeItem;
  readonly source?: string;
  readonly entity?: string;
  /** A figure's place in the article. */
  readonly range?: Range;
  /** Worked out when the row is opened. */
  readonly children?: () => readonly TreeNode[] | Promise<readonly TreeNode[]>;
}

export interface RowContent {
  /** Unique in its tree and the same after a refresh, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  /** What the label is cut from, for those who hear it. */
  readonly spoken?: string;
  readonly description: string;
  readonly icon: vscode.ThemeIcon;
  /** What menus ask for; see `viewItem` in package.json. */
  readonly kind: string;
  readonly isParent: boolean;
  readonly tooltip?: string;
  readonly command?: vscode.Command;
}

export function createRow(content: RowContent): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(content.label, content.isParent ? Collapsed : None);
  item.id = content.id;
  item.description = content.description;
  item.iconPath = content.icon;
  item.contextValue = content.kind;
  item.tooltip = content.tooltip ?? `${content.label}\n${content.description}`;
  if (content.command) item.command = content.command;
  // The icon says the kind or the state to the eye; the description says it in words.
  item.accessibilityInformation = {
    label: [content.spoken ?? content.label, content.description].filter(Boolean).join(', '),
  };
  return item;
}

/** Opens a place of a file when its row is chosen; the whole file where there is no range. */
export function openingCommand(session: FolderSession, file: string, range?: Range): vscode.Command {
  const text = session.workspace.text(file);
  const selection = range && text !== undefined ? { selection: rangeInText(text, range) } : {};
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [session.uri(file), { preserveFocus: true, ...selection }],
  };
}

/**
 * A passage on one line, cut to what a row can hold.
 * @param columns its width, a full-width character counting for two.
 */
export function oneLine(text: string, columns = 80): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  let width = 0;
  let end = 0;
  for (const character of line) {
    width += wide.test(character) ? 2 : 1;
    if (width > columns) return `${line.slice(0, end).trimEnd()}…`;
    end += character.length;
  }
  return line;
}

/** What would be an icon in a label is none: a title or a passage may hold `$(`. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}

/** A sentence for a message, where what a file says as `[words](command:…)` would be a link that runs the command. */
export function withoutLinks(sentence: string): string {
  return sentence.replaceAll('](', '] (');
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
