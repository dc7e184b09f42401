import { goToUnsourced } from '../navigation/goToUnsourced';
import type { Command } from './command';

export const nextUnsourced: Command = {
  id: 'sourcemark.nextUnsourced',
  run: (services) => goToUnsourced(services, 'next'),
};
