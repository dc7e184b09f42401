#!/usr/bin/env bash
# sentence-splitter, textlint's own, ends a sentence at the decimal point of a full-width number.
# Expected: １．５億円 is one number, as 1.5億円 is.
# Seen: a full-width point always ends a sentence, between full-width and half-width digits alike.
# Users: a rule that reads sentence by sentence reads 売上高は１． and ５億円だった。: a figure of 5億円 in place of 1.5.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts sentence-splitter@5.0.1
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['sentence-splitter'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import { split } from 'sentence-splitter';
const read = (text) => split(text).filter(({ type }) => type === 'Sentence').map(({ raw }) => raw);
seen('売上高は１．５億円だった。', read('売上高は１．５億円だった。'), ['売上高は１．', '５億円だった。']);
seen('比率は3．5％。', read('比率は3．5％。'), ['比率は3．', '5％。']);
seen('売上高は1.5億円だった。', read('売上高は1.5億円だった。'), ['売上高は1.5億円だった。']);
PROGRAM
node run.mjs
