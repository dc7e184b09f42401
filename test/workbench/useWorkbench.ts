import path from 'node:path';
import { openWorkbench, type WorkbenchOptions } from './openWorkbench';
import type { Workbench } from './workbench';

/**
 * One VS Code for all tests of a `describe`, opened before and closed after them. A test that fails leaves a picture of
 * what the window showed in out/workbench.
 */
export function useWorkbench(options: WorkbenchOptions = {}): { readonly current: Workbench } {
  let workbench: Workbench | undefined;
  before(async function () {
    this.timeout(180_000);
    workbench = await openWorkbench(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || !workbench) return;
    const name = this.currentTest.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
    console.log(`      see ${await workbench.screenshot(path.join('out', 'workbench', `${name}.png`))}`);
  });
  after(() => workbench?.close());
  return {
    get current() {
      if (!workbench) throw new Error('The workbench opens only when the tests run.');
      return workbench;
    },
  };
}
