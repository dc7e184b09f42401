import { type Message, message } from './message';
import type { Locator } from './schema';

const labels = {
  page: (value: string | number) => message('p. {value}', { value }),
  paragraph: (value: string | number) => message('para. {value}', { value }),
  section: (value: string | number) => message('sec. {value}', { value }),
  line: (value: string | number) => message('line {value}', { value }),
  timestamp: (value: string | number) => message('at {value}', { value }),
};

type Label = keyof typeof labels;

/** Where in a source, part by part from the widest to the narrowest; unknown labels are left out. */
export function locatorMessages(locator: Locator | undefined): Message[] {
  const order: readonly Label[] = ['section', 'page', 'paragraph', 'line', 'timestamp'];
  return order.flatMap((label) => {
    const value = locator?.[label];
    return value === undefined ? [] : [labels[label](value)];
  });
}

const readings: readonly (readonly [RegExp, Label])[] = [
  [/^(?:p{1,2}\.?|pages?)\s*([\w–-]+)$/i, 'page'],
  [/^([\d–-]+)\s*(?:ページ|頁|ぺージ)$/, 'page'],
  [/^(?:para(?:graph)?\.?|¶)\s*([\w–-]+)$/i, 'paragraph'],
  [/^第?([\d–-]+)\s*(?:段落|段)(?:目)?$/, 'paragraph'],
  [/^(?:sec(?:tion)?\.?|§|item)\s*([\w.–-]+)$/i, 'section'],
  [/^第?([\d.–-]+)\s*(?:節|章|項)$/, 'section'],
  [/^(?:lines?|l\.?)\s*([\d–-]+)$/i, 'line'],
  [/^([\d–-]+)\s*行(?:目)?$/, 'line'],
  [/^(?:at\s*)?(\d{1,2}(?::\d{2}){1,2})$/i, 'timestamp'],
  [/^(\d+(?:[–-]\d+)?)$/, 'page'],
];

/**
 * Reads where in a source as people type it: `p. 3`, `3ページ`, `para 4`, `§2.1`, `1:02:03`, or a bare number,
 * which is a page. What it does not know is kept whole as a section. Undefined for nothing but white space.
 */
export function parseLocator(text: string): Locator | undefined {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return undefined;
  for (const [pattern, label] of readings) {
    const value = pattern.exec(typed)?.[1];
    if (value === undefined) continue;
    return { [label]: /^(0|[1-9]\d{0,8})$/.test(value) ? Number(value) : value };
  }
  return { section: typed };
}
