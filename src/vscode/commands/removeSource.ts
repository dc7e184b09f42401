import { removeRecord } from '../views/removeRecord';
import type { Command } from './command';

/** Takes a source's record out of the store, after asking. */
export const removeSource: Command = {
  id: 'sourcemark.removeSource',
  run: (services, argument) => removeRecord(services, 'source', argument),
};
