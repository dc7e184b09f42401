import { goToUnsourced } from '../navigation/goToUnsourced';
import type { Command } from './command';

export const previousUnsourced: Command = {
  id: 'sourcemark.previousUnsourced',
  run: (services) => goToUnsourced(services, 'previous'),
};
