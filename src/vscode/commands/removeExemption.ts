import { writeAnnotations } from '../citing/writeAnnotations';
import { findExemption } from '../repair/findExemption';
import type { Command } from './command';

/** Takes an `ExemptionReference`: the figure needs a source after all. */
export const removeExemption: Command = {
  id: 'sourcemark.removeExemption',
  async run(services, argument) {
    const found = findExemption(services, argument);
    if (!found) return false;
    await writeAnnotations(services, found, [{ type: 'removeExemption', id: found.exemption.id }]);
    return true;
  },
};
