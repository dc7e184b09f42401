#!/usr/bin/env bash
# numeral answers a number for nearly every text with a digit in it; numbro, its successor, for some.
# Expected: what is no number is null, as three dots or a Japanese number in full width are.
# Seen: numeral joins the digits of a range, a score or a time (2-1 is -21, 10-12 million is -1012, 3 to 1 is 31, 12:30 is
# 750), drops a scale that it does not know (14.3bn is 14.3, 143億 is 143), and loses the sign U+2212. In both, t is a
# trillion: 7 t of steel are 7,000,000,000,000. numbro reads 1.430,5 as 1.4305.
# Users: two figures would be compared that nobody wrote.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts numeral@2.0.6 numbro@2.5.0
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['numeral', 'numbro'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import numbro from 'numbro';
import numeral from 'numeral';
const cases = [
  ['2-1', -21, null], ['10-12 million', -1012, null], ['3 to 1', 31, null], ['12:30', 750, null],
  ['14.3bn', 14.3, null], ['143億', 143, null], ['\u22123.5', 3.5, null], ['7 t', 7e12, 7e12], ['5M', 5, null],
];
/** NaN and undefined are no answer either. */
const read = (answer) => (Number.isFinite(answer) ? answer : null);
for (const [text, byNumeral, byNumbro] of cases)
  seen(text, [read(numeral(text).value()), read(numbro.unformat(text))], [byNumeral, byNumbro]);
seen('1.430,5', numbro.unformat('1.430,5'), 1.4305);
PROGRAM
node run.mjs
