import { en } from './en';
import { ja } from './ja';
import type { Language, Locale } from './language';
import { zh } from './zh';

/** Every language the recognizer reads. A new one is a file beside these and a line here. */
export const LANGUAGES: Readonly<Record<Locale, Language>> = { ja, en, zh };
