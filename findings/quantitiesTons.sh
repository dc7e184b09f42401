#!/usr/bin/env bash
# Libraries of units read the same letters as other things: kt, ton, M and mil.
# Expected: 279 kt is 279,000 tonnes beside 12 t and 12 Mt, which js-quantities reads as mass; 12 ton in news is metric.
# Seen: js-quantities has t, kt and Mt, but kt is the knot: 279 kt is a speed. 12 ton is the short ton in both, 10,886 kg.
# In js-quantities 5 M is a molar concentration and 12 mil a length.
# Users: a conversion in an article (12万トン) would be ten percent off; tonnes would be compared with knots.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts js-quantities@1.8.0 mathjs@15.2.0
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['js-quantities', 'mathjs'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import Qty from 'js-quantities';
import { unit } from 'mathjs';
seen('12 t', Qty('12 t').kind(), 'mass');
seen('12 Mt', Qty('12 Mt').kind(), 'mass');
seen('279 kt', [Qty('279 kt').kind(), unit('279 kt').toNumber('kg')], ['speed', 279000000]);
seen('12 ton', [Math.round(Qty('12 ton').to('kg').scalar), Math.round(unit('12 ton').toNumber('kg'))], [10886, 10886]);
seen('5 M', Qty('5 M').kind(), 'molar_concentration');
seen('12 mil', Qty('12 mil').kind(), 'length');
PROGRAM
node run.mjs
