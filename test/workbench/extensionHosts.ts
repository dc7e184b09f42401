import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends the Node extension hosts of the servers that this process started, as a crash would.
 * @returns how many there were.
 */
export function killExtensionHosts(): number {
  const ours = findHosts();
  for (const id of ours) process.kill(id, 'SIGKILL');
  return ours.length;
}

/**
 * Has the extension hosts do nothing meanwhile, as on a busy machine, while the window goes on taking keys.
 * @returns how many there were.
 */
export async function pauseExtensionHosts(meanwhile: () => Promise<void>): Promise<number> {
  const ours = findHosts();
  for (const id of ours) process.kill(id, 'SIGSTOP');
  try {
    await meanwhile();
  } finally {
    for (const id of ours) process.kill(id, 'SIGCONT');
  }
  return ours.length;
}

/** The Node extension hosts of the servers that this process started. Reads what Linux tells of processes. */
function findHosts(): readonly number[] {
  const parents = new Map<number, number>();
  const hosts: number[] = [];
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]));
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=extensionHost')) hosts.push(Number(name));
    } catch {
      // It ended while we looked.
    }
  }
  const isOurs = (id: number | undefined): boolean =>
    id !== undefined && id > 1 && (id === process.pid || isOurs(parents.get(id)));
  return hosts.filter(isOurs);
}
