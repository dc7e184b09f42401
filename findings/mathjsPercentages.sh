#!/usr/bin/env bash
# mathjs takes the sign of a percentage that a plus or minus follows for the remainder of a division.
# Expected: 100 - 10% - 10% is 81 (each of what is left) or 80 (each of the hundred): 100 - 10% alone is 90.
# Seen: 100, because "10% - 10" is the remainder of 10 by -10, nothing; 200 - 10% + 5% is 200, and 10% + 100 is 10. With
# brackets around each step it is 81. There is no error and no warning.
# Users: a check whether the parts of a sentence add up would be wrong. Shares are to be reckoned one by one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts mathjs@15.2.0
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['mathjs'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import { evaluate } from 'mathjs';
seen('100 - 10%', evaluate('100 - 10%'), 90);
seen('100 - 10% - 10%', evaluate('100 - 10% - 10%'), 100);
seen('(100 - 10%) - 10%', evaluate('(100 - 10%) - 10%'), 81);
seen('200 - 10% + 5%', evaluate('200 - 10% + 5%'), 200);
seen('10% + 100', evaluate('10% + 100'), 10);
PROGRAM
node run.mjs
