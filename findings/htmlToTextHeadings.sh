#!/usr/bin/env bash
# html-to-text writes headings in capitals, and with them the units of the figures in them.
# Expected: the text of a page has the letters of the page.
# Seen: in headings, and in heads of data tables, 5m is 5M, kW is KW, and Mt and mt cannot be told apart.
# Users: a quote from a headline is not found in its page, and a unit is another one. Sourcemark would have to turn
# `uppercase` off for each kind of heading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts html-to-text@10.0.1
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['html-to-text'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import { convert } from 'html-to-text';
seen('h2', convert('<h2>12 kW, 5m users, 3 mt</h2>'), '12 KW, 5M USERS, 3 MT');
seen('p', convert('<p>12 kW, 5m users, 3 mt</p>'), '12 kW, 5m users, 3 mt');
const table = '<table><tr><th>sales (m)</th></tr><tr><td>143 kt</td></tr></table>';
const asTable = { selectors: [{ selector: 'table', format: 'dataTable' }] };
seen('table', convert(table, asTable), 'SALES (M)\n143 kt');
const plain = { selectors: [{ selector: 'h2', options: { uppercase: false } }] };
seen('uppercase: false', convert('<h2>12 kW</h2>', plain), '12 kW');
PROGRAM
node run.mjs
