import { isDate } from '../../core/model/schema';
import { readShown, writeAnnotations } from '../citing/writeAnnotations';
import { askForEndDate } from '../repair/askForEndDate';
import { type ExemptionReference, findExemption } from '../repair/findExemption';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

export interface ExtendExemptionArgument extends ExemptionReference {
  /** The last day it holds, as `YYYY-MM-DD`; empty for no end. */
  readonly until?: string;
}

/** Lets an exemption hold longer. */
export const extendExemption: Command = {
  id: 'sourcemark.extendExemption',
  async run(services, argument) {
    const given = readArgument<ExtendExemptionArgument>(argument);
    const found = findExemption(services, given);
    if (!found) return false;
    const shown = readShown(found);
    const until = given.until ?? (await askForEndDate(nextYear(found.session.workspace.today)));
    if (until === undefined) return false;
    const { id } = found.exemption;
    await writeAnnotations(services, found, [{ type: 'setUntil', id, ...(until && { until }) }], shown);
    return true;
  },
};

/** The same day a year later. What is not in that year, 29 February, is the day before. */
function nextYear(today: string): string {
  const [year, month, day] = today.split('-');
  const later = `${Number(year) + 1}-${month}-${day}`;
  return isDate(later) ? later : `${Number(year) + 1}-02-28`;
}
