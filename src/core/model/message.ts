import type { FigureKind, Quantity } from '../figures/figure';

/** A figure's reading inside a message, put into words only when the language is known. */
export interface ReadingArgument {
  readonly kind?: FigureKind;
  readonly quantity: Quantity;
}

/** A list is joined as the reader's language joins lists. */
export type MessageArgument = string | number | ReadingArgument | Message | readonly MessageArgument[];

/**
 * Something to tell a person, not yet in a language: an English template with `{name}` places. The
 * English text is the key of `l10n/bundle.l10n.*.json`, so one bundle serves the editor and the CLI.
 */
export interface Message {
  readonly text: string;
  readonly args?: Readonly<Record<string, MessageArgument>>;
}

/** Marks a template for the translators; a test finds every call of this and asks the bundle for it. */
export function message(text: string, args?: Readonly<Record<string, MessageArgument>>): Message {
  return args ? { text, args } : { text };
}

/** Looks a template up in the reader's language and fills it in; `vscode.l10n.t` is one. */
export type Translate = (text: string, args: Record<string, string | number>) => string;
