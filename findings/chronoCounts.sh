#!/usr/bin/env bash
# chrono-node takes counts of people for days and hours, and Japanese years of two digits for years of antiquity.
# Expected: "May 5 people" is no day, 25年 is 2025, the end of 8月15日〜20日 is read as English ranges are.
# Seen: "May 5" is a day, "5 to 6 people" the time from five to six, 25年6月12日 is in the year 25, 20日 is not read.
# Users: figures would be taken for dates and left unsourced; a check of dates would speak of the year 25.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['chrono-node'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import * as chrono from 'chrono-node';
const asOf = new Date('2026-11-30T00:00:00Z');
const read = (language, text) =>
  chrono[language].parse(text, asOf).map(({ text, start, end }) => [
    text,
    [start.get('year'), start.get('month'), start.get('day'), start.get('hour')],
    end ? [end.get('day'), end.get('hour')] : null,
  ]);
seen('May 5 people died', read('en', 'May 5 people died'), [['May 5', [2027, 5, 5, 12], null]]);
seen('5 to 6 people', read('en', '5 to 6 people'), [['5 to 6', [2026, 11, 30, 5], [30, 6]]]);
seen('25年6月12日', read('ja', '25年6月12日'), [['25年6月12日', [25, 6, 12, 12], null]]);
seen('8月15日〜20日', read('ja', '8月15日〜20日'), [['8月15日', [2026, 8, 15, 12], null]]);
seen('10 to 12 June 2025', read('en', '10 to 12 June 2025'), [['10 to 12 June 2025', [2025, 6, 10, 12], [12, 12]]]);
seen('令和七年六月十二日', read('ja', '令和七年六月十二日'), []);
PROGRAM
node run.mjs
