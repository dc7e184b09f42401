#!/usr/bin/env bash
# wikibase-sdk simplifies a quantity of Wikidata to a bare number, and a month or a decade to a day.
# Expected: a simplified claim says less, not something else.
# Seen: 14,300,000,000 US dollars is 14300000000 without its unit (kept only with keepRichValues),
# 49.0 percent is 49, 20 digits are rounded; June 2025 is 2025-06-01T00:00:00.000Z, and the twentieth century the year 1900
# even in the form that leaves unknown parts out.
# Users: an entity's facts taken from Wikidata would agree with figures in another currency, and with other years.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >init.log
npm install --silent --no-audit --no-fund --ignore-scripts wikibase-sdk@11.6.6
cat >run.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['wikibase-sdk'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

/** Prints what was seen and fails if it is no longer what this file says. */
function seen(asked, is, was) {
  console.log(`${JSON.stringify(asked)} -> ${JSON.stringify(is)}`);
  assert.deepEqual(is, was);
}

import { simplifyClaim, wikibaseTimeToISOString, wikibaseTimeToSimpleDay } from 'wikibase-sdk';
const claim = (amount, unit) => ({
  mainsnak: {
    snaktype: 'value', property: 'P2139', datatype: 'quantity',
    datavalue: { type: 'quantity', value: { amount, unit, upperBound: '+14400000000', lowerBound: '+14200000000' } },
  },
  type: 'statement', id: 'Q1$1', rank: 'normal',
});
const dollars = 'http://www.wikidata.org/entity/Q4917';
seen('+14300000000 Q4917', simplifyClaim(claim('+14300000000', dollars)), 14300000000);
const rich = simplifyClaim(claim('+14300000000', dollars), { keepRichValues: true });
seen('keepRichValues', [rich.amount, rich.unit, rich.upperBound], [14300000000, 'Q4917', 14400000000]);
seen('+49.0', simplifyClaim(claim('+49.0', '1')), 49);
seen('+12345678901234567890', String(simplifyClaim(claim('+12345678901234567890', '1'))), '12345678901234567000');
const month = { time: '+2025-06-00T00:00:00Z', precision: 10 };
seen('June 2025', wikibaseTimeToISOString(month), '2025-06-01T00:00:00.000Z');
seen('20th century', wikibaseTimeToSimpleDay({ time: '+1900-00-00T00:00:00Z', precision: 7 }), '1900');
PROGRAM
node run.mjs
