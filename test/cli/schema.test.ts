import { execFileSync } from 'node:child_process';

describe('media/schema', () => {
  it('is what the schemas of the store say', function () {
    this.timeout(30_000);
    execFileSync(process.execPath, ['scripts/schema.mjs', '--check'], { stdio: 'pipe' });
  });
});
