#!/usr/bin/env bash
# tabletojson spreads a cell over the rows that it spans, but not over the columns.
# Expected: colspan is treated as rowspan is.
# Seen: in a row that begins with a cell of two columns, the next value goes to the column before its own: the total
# for 2025 is told as that for 2024. A head over two columns moves the names of all columns behind it in the same way.
# Users: a figure under another year. A cell of a source has to be read with the grid of its table.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts tabletojson@4.1.15
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['tabletojson'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import { Tabletojson } from 'tabletojson';
const head = '<tr><th>社</th><th>2024</th><th>2025</th></tr>';
const row = '<tr><td>甲</td><td>1,430</td><td>▲12</td></tr>';
const total = '<tr><td colspan=2>計</td><td>7</td></tr>';
seen('colspan', Tabletojson.convert(`<table>${head}${row}${total}</table>`)[0], [
  { 社: '甲', 2024: '1,430', 2025: '▲12' },
  { 社: '計', 2024: '7' },
]);
const rows = '<tr><td rowspan=2>甲</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>';
seen('rowspan', Tabletojson.convert(`<table>${head}${rows}</table>`)[0], [
  { 社: '甲', 2024: '1', 2025: '2' },
  { 社: '甲', 2024: '3', 2025: '4' },
]);
PROGRAM
node run.mjs
