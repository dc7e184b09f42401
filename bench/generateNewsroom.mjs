// Writes a made-up newsroom of any size: articles in Japanese and English, sources with texts, entities, claims.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = 400;
const ENTITIES = 200;
const companies = ['Aster', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Fjord', 'Grove', 'Harbor'];

/** @returns what was written; the same for the same numbers, so that runs can be compared. */
export function generateNewsroom(root, articleCount, claimsEach, { describe, gitBlobId, sha256 }) {
  const random = createRandom(articleCount * 31 + claimsEach);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const between = (low, high) => low + Math.floor(random() * (high - low));
  const write = (file, text) => {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return Buffer.byteLength(text);
  };
  const name = (entity) => `${companies[entity % companies.length]} ${entity}`;

  write('.sourcemark/config.yaml', 'version: 1\narticles: ["articles/**/*.md"]\n');
  const quotes = [];
  for (let source = 0; source < SOURCES; source++) {
    const sentences = Array.from({ length: 30 }, () => `${name(between(0, ENTITIES))} said sales came to $${between(11, 990)} million, up ${between(2, 80)}% from a year before.`);
    quotes.push(sentences);
    const text = `${sentences.join('\n')}\n`;
    write(`sources/wire-${source}.md`, text);
    write(`.sourcemark/sources/wire-${source}.yaml`, `wire-${source}:\n  type: article-newspaper\n  title: Wire report ${source}\n  custom: { kind: secondary, status: active, text: sources/wire-${source}.md, sha256: ${sha256(text)} }\n`);
  }
  for (let entity = 0; entity < ENTITIES; entity++)
    write(`.sourcemark/entities/company-${entity}.yaml`, `company-${entity}:\n  type: organization\n  names: { en: ${name(entity)}, ja: ${companies[entity % companies.length]}社${entity} }\n`);

  const paths = [];
  let textBytes = 0;
  let storeBytes = 0;
  for (let number = 0; number < articleCount; number++) {
    const isJapanese = number % 2 === 0;
    const file = `articles/desk-${number % 50}/${isJapanese ? '記事' : 'story'}-${number}.md`;
    const marks = [];
    let text = `# ${isJapanese ? '決算のまとめ' : 'Results in brief'} ${number}\n\n`;
    for (let sentence = 0; sentence < claimsEach * 2; sentence++) {
      const company = between(0, ENTITIES);
      const amount = between(11, 990);
      const lead = isJapanese ? `${companies[company % companies.length]}社${company}の${between(2001, 2025)}年の` : `In ${between(2001, 2025)} ${name(company)} reported `;
      const words = isJapanese ? `売上高は${amount}億円` : `sales of $${amount} million`;
      const tail = isJapanese ? `だった。${pick(['前の年を上回り、', '予想に届かず、', '過去最高で、'])}社員は${between(100, 9000)}人いる。` : `${pick([', more than analysts expected', ', short of its own forecast'])}. It employs ${between(100, 9000)} people. `;
      if (sentence % 2 === 0) marks.push({ start: text.length + lead.length, end: text.length + lead.length + words.length, company });
      text += lead + words + tail + (sentence % 4 === 3 ? '\n\n' : '');
    }
    textBytes += write(file, text);
    const lines = [`article: ${file}`, `text: ${gitBlobId(text)}`, 'claims:'];
    for (const [index, { start, end, company }] of marks.entries()) {
      const target = describe(text, start, end);
      const source = between(0, SOURCES);
      lines.push(
        `  c-${number.toString(36)}x${index}:`,
        `    target: { exact: ${JSON.stringify(target.exact)}, prefix: ${JSON.stringify(target.prefix)}, suffix: ${JSON.stringify(target.suffix)}, start: ${target.start} }`,
        '    citations:',
        `      - source: wire-${source}`,
        `        exact: ${JSON.stringify(pick(quotes[source]))}`,
        `        locator: { page: ${between(1, 40)} }`,
        `    entities: [company-${company}]`,
        ...(index === 0 ? [`    measure: { of: company-${company}, name: sales, period: ${between(2001, 2025)} }`] : []),
        '    by: aiko',
        '    at: 2026-11-21T09:00:00Z',
        ...(index % 3 === 0 ? ['    verdicts:', '      - { by: ken, at: 2026-11-21T10:00:00Z, verdict: verified, of: 3fa9c1d2e3f4 }'] : []),
      );
    }
    storeBytes += write(`.sourcemark/articles/${file}.yaml`, `${lines.join('\n')}\n`);
    paths.push(file);
  }
  return { paths, claims: articleCount * claimsEach, textBytes, storeBytes };
}

function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
