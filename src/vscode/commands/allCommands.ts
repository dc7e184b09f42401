import type { Command } from './command';

/** Every command there is; a test compares this list with package.json both ways. */
export const allCommands: readonly Command[] = [];
