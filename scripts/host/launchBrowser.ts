import { type Browser, chromium } from 'playwright-core';
import { installBrowser } from './findBrowser';

/** Starts a headless Chromium, fetched first if that is possible. */
export async function launchBrowser(say: (message: string) => void): Promise<Browser> {
  const executablePath = installBrowser(say);
  return chromium.launch({
    executablePath,
    args: [
      // Chromium's sandbox refuses to run for root, which containers and build machines are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
    ],
  });
}
