#!/usr/bin/env bash
# Two ranges written with ~ in one paragraph are mark-up to Markdown tools, and the second figure of the first is joined.
# Expected: strikethrough is ~~ on both sides; 3~4億円 is text.
# Seen: remark-gfm strikes out everything from the first ~ to the second, markdown-it-sub lowers it, and remove-markdown
# takes both signs away: 3~4億円と5~6億円 becomes 34億円と56億円, two figures nobody wrote. One range alone stays as it is.
# Users: ranges in Japanese copy are often written so. docs/figures.md says what is read; write 〜 or – in Markdown.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts remark@15.0.1 remark-gfm@4.0.1 remark-rehype@11.1.2 rehype-stringify@10.0.1 markdown-it@15.0.3 markdown-it-sub@2.0.0 remove-markdown@0.7.0
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['remark', 'remark-gfm', 'remark-rehype', 'rehype-stringify', 'markdown-it', 'markdown-it-sub', 'remove-markdown'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import MarkdownIt from 'markdown-it';
import sub from 'markdown-it-sub';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import removeMarkdown from 'remove-markdown';
const said = '3~4億円と5~6億円';
const gfm = remark().use(remarkGfm).use(remarkRehype).use(rehypeStringify);
seen(said, String(await gfm.process(said)), '<p>3<del>4億円と5</del>6億円</p>');
seen('3~4億円', String(await gfm.process('3~4億円')), '<p>3~4億円</p>');
seen(said, new MarkdownIt().use(sub).renderInline('3~4億円と5~6億円'), '3<sub>4億円と5</sub>6億円');
const strip = removeMarkdown.default ?? removeMarkdown;
seen(said, strip(said), '34億円と56億円');
seen('5*3*2', strip('5*3*2'), '532');
PROGRAM
node run.mjs
