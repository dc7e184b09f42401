let listening = false;

/** Lets a signal end this process by way of its `exit` listeners, which stop servers and remove folders. */
export function endOnSignal(): void {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}
