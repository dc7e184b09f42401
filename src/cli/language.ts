import japanese from '../../l10n/bundle.l10n.ja.json';
import type { Translate } from '../core/model/message';
import { fillTemplate } from '../core/model/renderMessage';

export type Language = 'en' | 'ja';

/** The reader's language from the usual variables, in the order POSIX gives them. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** Looks messages up in the same bundle as the editor does. */
export function translatorFor(language: Language): Translate {
  const bundle: Readonly<Record<string, string>> = language === 'ja' ? japanese : {};
  return (text, args) => fillTemplate(Object.hasOwn(bundle, text) ? bundle[text]! : text, args);
}
