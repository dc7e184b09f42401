/** The order in which the keys of what is stored are written, where nothing else says it. */
const KEY_ORDER = {
  file: ['version', 'article', 'text', 'claims', 'exemptions', 'mentions'],
  claim: [
    'target',
    'citations',
    'entities',
    'measure',
    'note',
    'by',
    'at',
    'detached',
    'verdicts',
    'thread',
    'conflict',
  ],
  exemption: ['target', 'reason', 'by', 'at', 'until', 'conflict'],
} as const satisfies Record<string, readonly string[]>;

/** What has an order of keys of its own. */
export type OrderedKeys = keyof typeof KEY_ORDER;

/** The key among those present that a new key goes behind; undefined when it goes first, or has no place of its own. */
export function keyBefore(present: readonly string[], key: string, order: OrderedKeys): string | undefined {
  const keys: readonly string[] = KEY_ORDER[order];
  return keys.slice(0, Math.max(0, keys.indexOf(key))).findLast((name) => present.includes(name));
}

/** Whether the order says where the key goes. */
export function isOrderedKey(key: string, order: OrderedKeys): boolean {
  return (KEY_ORDER[order] as readonly string[]).includes(key);
}
