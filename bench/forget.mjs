// Measures what a workspace keeps of what is gone: 300 articles of 200,000 characters, opened, checked and deleted.
import { createHash } from 'node:crypto';

const CHARACTERS = 200_000;
const CLAIMS = 20;
/** Every article quotes its own source and one that its neighbors quote, too. */
const SHARED = 10;

/** @returns the bytes that are in use above the start, after everything that was told is gone again. */
export function measureForgetting(core, count, { heap, print, megabytes }) {
  // What is made once and kept by right, as the tables of a language, is no part of it.
  fillAndEmpty(core, new core.Workspace('2026-11-22'), 1, 'warm', heap);
  const workspace = new core.Workspace('2026-11-22');
  const start = heap();
  const full = fillAndEmpty(core, workspace, count, 'piece', heap);
  const left = heap();
  print(`  at the start ${megabytes(start)}, with all of them ${megabytes(full)}, without them ${megabytes(left)}`);
  // Not before this: a workspace that may be collected keeps nothing.
  if (workspace.articles.length > 0) throw new Error('Some articles are still there.');
  return left - start;
}

function fillAndEmpty(core, workspace, count, name, heap) {
  const { articleStorePath, checkArticle } = core;
  workspace.setFile('.sourcemark/config.yaml', 'version: 1\narticles: ["articles/**/*.md"]\n');
  for (let number = 0; number < count; number++) {
    const { article, store, old, sources } = makeArticle(core, number, name);
    for (const { record, recordText, file, text } of sources) {
      workspace.setFile(record, recordText);
      workspace.setFile(file, text);
    }
    const path = pathOf(name, number);
    workspace.setFile(articleStorePath(path), store);
    workspace.setFile(path, article);
    workspace.setOldText(core.gitBlobId(old), old);
    checkArticle(workspace, path);
    // One that was typed in is read by its lines.
    workspace.setFile(path, `${article}。`);
    checkArticle(workspace, path);
    const { claims } = workspace.article(path);
    if (claims.some(({ range, citations }) => !range || citations.some(({ passage }) => passage.status !== 'found')))
      throw new Error(`A claim of ${path} was not found.`);
  }
  for (const path of workspace.articles) if (!workspace.knownSummary(path)) checkArticle(workspace, path);
  const full = heap();
  for (const path of [...workspace.paths].filter((path) => path !== '.sourcemark/config.yaml'))
    workspace.setFile(path, undefined);
  void workspace.library;
  return full;
}

function pathOf(name, number) {
  return `articles/${name}-${number}.md`;
}

function makeArticle({ describe, gitBlobId }, number, name) {
  const isJapanese = number % 2 === 0;
  const claims = [];
  let old = isJapanese ? `# 長い記事 ${name} ${number}\n\n` : `# A long piece ${name} ${number}\n\n`;
  const own = [];
  const shared = [];
  for (let paragraph = 0; old.length < CHARACTERS; paragraph++) {
    const amount = 1000 + ((number * 7919 + paragraph * 104729) % 90_000);
    const words = isJapanese ? `売上高は${amount}万ドル` : `sales of $${amount} million`;
    const lead = isJapanese ? `第${paragraph}工場の` : `Plant ${paragraph} reported `;
    if (paragraph < CLAIMS) {
      const quote = `Plant ${paragraph} of report ${paragraph % 2 ? number % SHARED : `${name} ${number}`} told of sales of ${amount} ${isJapanese ? 'ten thousand' : 'million'} dollars`;
      (paragraph % 2 ? shared : own).push(quote);
      claims.push({ start: old.length + lead.length, end: old.length + lead.length + words.length, quote });
    }
    old += lead + words + (isJapanese ? 'だった。関係者は安堵した。\n\n' : ', and nobody there was surprised.\n\n');
  }
  const article = `${isJapanese ? '加筆した。' : 'Updated.'}\n\n${old}`;
  const record = (id) =>
    `${id}:\n  type: report\n  title: Report ${id}\n  custom: { kind: primary, status: active, text: texts/${id}.md }\n`;
  const ownId = `report-of-${name}-${number}`;
  const sharedId = `shared-report-${name}-${number % SHARED}-${number}`;
  const sourceOf = (id, quotes) => ({
    record: `.sourcemark/sources/${id}.yaml`,
    recordText: record(id),
    file: `texts/${id}.md`,
    text: `${quotes.join('.\n')}.\n${fill(id)}`,
  });
  const lines = [`article: ${pathOf(name, number)}`, `text: ${gitBlobId(old)}`, 'claims:'];
  for (const [index, { start, end, quote }] of claims.entries()) {
    const target = describe(old, start, end);
    lines.push(
      `  c-${number}x${index}:`,
      `    target: ${JSON.stringify(target)}`,
      `    citations: [${JSON.stringify({ source: index % 2 ? sharedId : ownId, exact: quote })}]`,
    );
  }
  return {
    article,
    old,
    store: `${lines.join('\n')}\n`,
    sources: [sourceOf(ownId, own), sourceOf(sharedId, shared)],
  };
}

/** The rest of a source's text, another for each. */
function fill(id) {
  let text = '';
  for (let line = 0; text.length < 20_000; line++)
    text += `${createHash('sha1').update(`${id} ${line}`).digest('hex')} was the code of the day, and ${line} people came.\n`;
  return text;
}
