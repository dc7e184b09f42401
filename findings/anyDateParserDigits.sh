#!/usr/bin/env bash
# any-date-parser reads a numeric date that fits none of its forms as one that begins in the middle of a number.
# Expected: a date of 13 June 2025 written day first, or year first with two digits, is read or refused.
# Seen: the first digit is left out and the rest is read in another order: 13/06/2025 becomes 6 March 2025, and
# 25/06/12 becomes 6 May 2012. Both are real dates, so nothing shows that they are wrong.
# Users: the day on which a source was published would be wrong without a word. Sourcemark takes ISO dates alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts any-date-parser@2.2.4
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['any-date-parser'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import parser from 'any-date-parser';
const read = (text) => parser.fromString(text).toISOString().slice(0, 10);
seen('13/06/2025', read('13/06/2025'), '2025-03-06');
seen('25/06/12', read('25/06/12'), '2012-05-06');
seen('31/12/25', read('31/12/25'), '2025-01-12');
seen('2025年6月12日', read('2025年6月12日'), '2025-06-12');
PROGRAM
node run.mjs
