/**
 * The processor time that a run takes at the least, in milliseconds. What else the machine does is not counted, and what
 * it costs to be interrupted shows in no more than a few of the runs.
 * @param isEnough ends the runs early.
 */
export function leastTime(run: () => void, isEnough: (least: number) => boolean = () => false): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5 && !isEnough(least); round++) {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
