#!/usr/bin/env bash
# nzh reads Chinese numerals only as it writes them itself: everything else is another number, not an error.
# Expected: 两千 (two thousand, as newspapers write it) is 2000, or an error.
# Seen: 两千 is 0, 一亿两千万 is 100 million, 廿三 is 3, 二〇二五 is 225, and 1.5亿 with digits is 0; 二千 is 2000.
# Users: a Chinese figure would be another one, and nothing would say so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts nzh@1.0.14
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['nzh'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import nzh from 'nzh';
const read = (text) => nzh.cn.decodeS(text);
seen('二千', read('二千'), 2000);
seen('两千', read('两千'), 0);
seen('一亿两千万', read('一亿两千万'), 100000000);
seen('廿三', read('廿三'), 3);
seen('二〇二五', read('二〇二五'), 225);
seen('1.5亿', read('1.5亿'), 0);
PROGRAM
node run.mjs
