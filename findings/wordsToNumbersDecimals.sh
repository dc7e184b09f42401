#!/usr/bin/env bash
# words-to-numbers gives NaN for a spelled decimal with a scale, and adds a half to the wrong end.
# Expected: "fourteen point three billion" is 14.3 billion; "a million and a half" 1.5 million, or both are left alone.
# Seen: NaN, and "1000001 half": the article a is taken for one and added. A year in words is two numbers, and the range
# "ten to twelve million" begins at ten.
# Users: figures in quoted speech would be lost, or off by one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts words-to-numbers@1.5.1
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['words-to-numbers'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import module from 'words-to-numbers';
const { wordsToNumbers } = module;
seen('fourteen point three billion', wordsToNumbers('fourteen point three billion'), NaN);
seen('a million and a half', wordsToNumbers('a million and a half'), '1000001 half');
seen('half a billion dollars', wordsToNumbers('half a billion dollars'), 'half 1000000000 dollars');
seen('ten to twelve million', wordsToNumbers('ten to twelve million'), '10 to 12000000');
seen('two hundred and five', wordsToNumbers('two hundred and five'), 205);
PROGRAM
node run.mjs
