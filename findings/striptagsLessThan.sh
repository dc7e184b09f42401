#!/usr/bin/env bash
# striptags takes a less-than sign for the start of a tag, up to the next greater-than sign or to the end.
# Expected: < before a digit begins no tag, in HTML neither; string-strip-html leaves it.
# Seen: the words between the signs are gone, and what is left may be another figure: of 1<2億円、3>1 only 11 is left.
# Users: text of a page about bounds (p<0.05, 増加率<5%) would lose its figures, or gain some.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts striptags@3.2.0 string-strip-html@13.7.6
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['striptags', 'string-strip-html'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import striptags from 'striptags';
import { stripHtml } from 'string-strip-html';
const strip = striptags.striptags ?? striptags.default ?? striptags;
seen('増加率<5%だった。利益>3億円', strip('増加率<5%だった。利益>3億円'), '増加率3億円');
seen('1<2億円、3>1', strip('1<2億円、3>1'), '11');
seen('p<0.05', strip('p<0.05'), 'p');
seen('増加率<5%だった。利益>3億円', stripHtml('増加率<5%だった。利益>3億円').result, '増加率<5%だった。利益>3億円');
PROGRAM
node run.mjs
