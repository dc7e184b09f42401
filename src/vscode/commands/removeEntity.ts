import { removeRecord } from '../views/removeRecord';
import type { Command } from './command';

/** Takes an entity's record out of the store, after asking. */
export const removeEntity: Command = {
  id: 'sourcemark.removeEntity',
  run: (services, argument) => removeRecord(services, 'entity', argument),
};
