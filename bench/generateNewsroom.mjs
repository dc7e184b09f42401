// Writes a made-up newsroom of any size: articles in Japanese and English, sources with texts, entities, claims.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = 400;
const ENTITIES = 200;
const companies = ['Aster', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Fjord', 'Grove', 'Harbor'];

/** @returns what was written; the same for the same numbers, so that runs can be compared. */
export function generateNewsroom(root, articleCount, claimsEach, { describe, gitBlobId, judgedHash, sha256 }) {
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
  const reports = [];
  for (let source = 0; source < SOURCES; source++) {
    const own = Array.from({ length: 30 }, () => {
      const [company, amount, year] = [between(0, ENTITIES), between(11, 990), between(2001, 2025)];
      return {
        source,
        company,
        amount,
        year,
        exact: `${name(company)} said sales in ${year} came to ${amount} million dollars`,
      };
    });
    reports.push(...own);
    const text = own.map(({ exact }) => `${exact}, up ${between(2, 80)}% from a year before.\n`).join('');
    write(`sources/wire-${source}.md`, text);
    write(
      `.sourcemark/sources/wire-${source}.yaml`,
      `wire-${source}:\n  type: article-newspaper\n  title: Wire report ${source}\n  custom: { kind: secondary, status: active, text: sources/wire-${source}.md, sha256: ${sha256(text)} }\n`,
    );
  }
  for (let entity = 0; entity < ENTITIES; entity++)
    write(
      `.sourcemark/entities/company-${entity}.yaml`,
      `company-${entity}:\n  type: organization\n  names: { en: ${name(entity)}, ja: ${companies[entity % companies.length]}社${entity} }\n`,
    );

  const paths = [];
  let textBytes = 0;
  let storeBytes = 0;
  for (let number = 0; number < articleCount; number++) {
    const isJapanese = number % 2 === 0;
    const file = `articles/desk-${number % 50}/${isJapanese ? '記事' : 'story'}-${number}.md`;
    const marks = [];
    let text = `# ${isJapanese ? '決算のまとめ' : 'Results in brief'} ${number}\n\n`;
    for (let sentence = 0; sentence < claimsEach * 2; sentence++) {
      const report = pick(reports);
      const { company, amount, year } = report;
      const lead = isJapanese
        ? `${companies[company % companies.length]}社${company}の${year}年の`
        : `In ${year} ${name(company)} reported `;
      const words = isJapanese ? `売上高は${amount * 100}万ドル` : `sales of $${amount} million`;
      const remark = pick(
        isJapanese
          ? ['前の年を上回り、関係者は安堵した。', '予想に届かなかった。']
          : ['more than expected. ', 'short of its forecast. '],
      );
      if (sentence % 2 === 1) {
        text += isJapanese
          ? `市場の反応は分かれ、${remark}社員は${between(100, 9000)}人いる。\n\n`
          : `Analysts were split. It was ${remark}It employs ${between(100, 9000)} people.\n\n`;
        continue;
      }
      marks.push({ start: text.length + lead.length, end: text.length + lead.length + words.length, report });
      text += lead + words + (isJapanese ? `だった。${remark}` : `, ${remark}`);
    }
    textBytes += write(file, text);
    const lines = [`article: ${file}`, `text: ${gitBlobId(text)}`, 'claims:'];
    for (const [index, { start, end, report }] of marks.entries()) {
      const target = describe(text, start, end);
      const citation = { source: `wire-${report.source}`, exact: report.exact, locator: { page: between(1, 40) } };
      const of = judgedHash({ target, citations: [citation] });
      lines.push(
        `  c-${number.toString(36)}x${index}:`,
        `    target: { exact: ${JSON.stringify(target.exact)}, prefix: ${JSON.stringify(target.prefix)}, suffix: ${JSON.stringify(target.suffix)}, start: ${target.start} }`,
        '    citations:',
        `      - source: ${citation.source}`,
        `        exact: ${JSON.stringify(citation.exact)}`,
        `        locator: { page: ${citation.locator.page} }`,
        `    entities: [company-${report.company}]`,
        ...(index === 0 ? [`    measure: { of: company-${report.company}, name: sales, period: ${report.year} }`] : []),
        '    by: aiko',
        '    at: 2026-11-21T09:00:00Z',
        ...(index % 3 === 0
          ? [
              '    verdicts:',
              `      - { by: ken, at: 2026-11-21T10:00:00Z, verdict: verified, of: ${isNumber(of) ? `"${of}"` : of} }`,
            ]
          : []),
      );
    }
    storeBytes += write(`.sourcemark/articles/${file}.yaml`, `${lines.join('\n')}\n`);
    paths.push(file);
  }
  return { paths, claims: articleCount * claimsEach, textBytes, storeBytes };
}

/** Whether YAML would read some hexadecimal digits as a number; the program writes those in quotation marks. */
function isNumber(digits) {
  return /^\d+(e\d+)?$/.test(digits);
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
