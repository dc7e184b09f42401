#!/usr/bin/env bash
# natural's tokenizers cut figures, and its likeness of names holds 341億ドル to be nearly 143億ドル.
# Expected: a token is a number or a word; another figure is less like than one with a space in it.
# Seen: TokenizerJa makes a token of each digit and drops commas and points; WordTokenizer leaves 億ドル out; SentenceTokenizer
# cuts U.S. in three; Jaro-Winkler gives 0.967 to another figure.
# Users: a search by such tokens finds 1 4 3 in 1,430; a threshold of 0.95 ties a claim to another value.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts natural@8.1.1
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['natural'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import natural from 'natural';
seen('メタは143億ドル、1,400人', new natural.TokenizerJa().tokenize('メタは143億ドル、1,400人'), [
  'メタ', 'は', '1', '4', '3', '億', 'ドル', '1', '4', '0', '0', '人',
]);
seen('$14.3bn と 143億ドル', new natural.WordTokenizer().tokenize('$14.3bn と 143億ドル'), ['14', '3bn', '143']);
const said = 'U.S. sales rose 3.5 percent.';
seen(said, new natural.SentenceTokenizer([]).tokenize(said), ['U.', 'S.', 'sales rose 3.5 percent.']);
const likeness = natural.JaroWinklerDistance('143億ドルを投じた', '341億ドルを投じた');
seen('143億ドルを投じた, 341億ドルを投じた', Number(likeness.toFixed(3)), 0.967);
PROGRAM
node run.mjs
