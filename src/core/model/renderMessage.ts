import { formatQuantity } from '../figures/formatQuantity';
import type { Message, MessageArgument, Translate } from './message';

/**
 * Puts a message into the reader's language: nested messages first, then readings of figures, then lists.
 * @param language a BCP 47 tag such as `ja` or `en-GB`; figures are written as that language writes them.
 */
export function renderMessage(message: Message, language: string, translate: Translate): string {
  const args: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(message.args ?? {}))
    args[name] = renderArgument(value, language, translate);
  return translate(message.text, args);
}

function renderArgument(value: MessageArgument, language: string, translate: Translate): string | number {
  if (typeof value === 'number') return value;
  // A passage may run over lines; what is said about it stands in lists of one line each.
  if (typeof value === 'string') return value.replace(/\s*[\r\n]\s*/g, ' ');
  if (isList(value))
    return value.map((item) => renderArgument(item, language, translate)).join(language.startsWith('ja') ? '、' : ', ');
  if ('quantity' in value) return formatQuantity(value.quantity, value.kind, language);
  return renderMessage(value, language, translate);
}

function isList(value: MessageArgument): value is readonly MessageArgument[] {
  return Array.isArray(value);
}

/** Fills `{name}` places of a template; what `vscode.l10n.t` does, for hosts without it. */
export function fillTemplate(template: string, args: Record<string, string | number>): string {
  return template.replace(/\{([A-Za-z0-9_]+)\}/g, (place, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : place,
  );
}
