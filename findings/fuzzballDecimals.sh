#!/usr/bin/env bash
# fuzzball's scores by tokens do not see signs, decimal points or the order of digits around them.
# Expected: 3.5% and 5.3% are two figures; tokens are words.
# Seen: everything but letters and digits is a space first, so 3.5% is the tokens 3 and 5, and sorted they are those of
# 5.3%: 100 of 100. 「▲12億円」 and 「12億円」 are the same as well. In a list of candidates the wrong figure comes first.
# Users: a passage would be tied to one with another figure. Compare figures as quantities, never as tokens.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts fuzzball@2.2.6
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['fuzzball'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import * as fuzzball from 'fuzzball';
seen(['3.5%', '5.3%'], fuzzball.token_sort_ratio('3.5%', '5.3%'), 100);
seen(['$14.3 billion', '3.14 billion'], fuzzball.token_set_ratio('$14.3 billion', '3.14 billion'), 100);
seen(['▲12億円', '12億円'], fuzzball.token_set_ratio('▲12億円', '12億円'), 100);
seen(['3.5%', '5.3%', 'ratio'], fuzzball.ratio('3.5%', '5.3%'), 33);
const best = fuzzball.extract('rose 3.5%', ['rose 5.3%', 'rose 3.5 %'], { scorer: fuzzball.token_sort_ratio });
seen('rose 3.5%', best.map(([words, score]) => [words, score]), [['rose 5.3%', 100], ['rose 3.5 %', 100]]);
PROGRAM
node run.mjs
