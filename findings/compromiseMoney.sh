#!/usr/bin/env bash
# compromise finds numbers in English prose, but not the scale that journalists write.
# Expected: $10-12 million is a range of millions, $14.3bn 14.3 billion, two dozen 24.
# Seen: the range is one million, without its ends; bn and m are kept as words, so the value is 14.3 and 35, and money()
# has no value at all; a dozen counts for nothing.
# Users: a figure would be a thousand million times too small, and agree with others that are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts compromise@14.17.0
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['compromise'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import nlp from 'compromise';
const read = (text) => nlp(text).numbers().get();
seen('It cost $10-12 million.', read('It cost $10-12 million.'), [1000000]);
seen('It cost 10 to 12 million dollars.', read('It cost 10 to 12 million dollars.'), [10, 12000000]);
seen('It paid $14.3bn for a 49% stake.', read('It paid $14.3bn for a 49% stake.'), [14.3, 49]);
seen('a loss of £35m', read('a loss of £35m'), [35]);
seen('nearly two dozen firms', read('nearly two dozen firms'), [2]);
PROGRAM
node run.mjs
