#!/usr/bin/env bash
# @geolonia/japanese-numeral answers 0 for a decimal, and finds numbers in words that have none.
# Expected: 一・五億 and 3.5億 are read, or refused as 万 alone is (with an error); 10^16 is 一京.
# Seen: both are 0. 第二四半期 holds the number 二四, 十分な the number 十, 数十億円 the number 十億. 10^16 is written ０千兆.
# Users: 1.5億円 would equal 0円; every quarter would be a figure.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts @geolonia/japanese-numeral@1.0.2
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['@geolonia/japanese-numeral'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import numeral from '@geolonia/japanese-numeral';
const { kanji2number, number2kanji, findKanjiNumbers } = numeral;
seen('一億二千万', kanji2number('一億二千万'), 120000000);
seen('一・五億', kanji2number('一・五億'), 0);
seen('3.5億', kanji2number('3.5億'), 0);
seen('第二四半期に143億ドル', findKanjiNumbers('第二四半期に143億ドル'), ['二四', '143億']);
seen('十分な資金で一億円', findKanjiNumbers('十分な資金で一億円'), ['十', '一億']);
seen('数十億円', findKanjiNumbers('数十億円'), ['十億']);
seen(1e16, number2kanji(1e16), '０千兆');
PROGRAM
node run.mjs
