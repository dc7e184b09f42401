import { describe as describePassage } from '../../../src/core/anchoring/describe';
import { gitBlobId } from '../../../src/core/model/gitBlobId';
import { articleStorePath } from '../../../src/core/model/storePaths';
import type { FileSystem, FileText } from '../../../src/core/ports';
import type { YamlValue } from '../../../src/core/store/toData';
import type { Dice } from '../store/oddYaml';
import { toOddYaml } from '../store/oddYaml';

/** Files of one folder by path, as `loadWorkspace` reads them, and what git has of their past. */
export interface OddNewsroom {
  readonly files: Map<string, FileText>;
  readonly blobs: Map<string, string>;
}

const ARTICLES = ['a.md', 'b.md', 'desk/c.md', 'desk/d.md', 'desk/deep/e.md', 'ニュース/f.md', 'notes/g.txt', 'h.md'];
const SOURCES = ['wire', 'memo', 'wire-2', 'nobody', '通信'];
const ENTITIES = ['meta', 'scale-ai', 'メタ'];
const MEASURES = ['price', 'Price ', 'staff: all', '売上高'];
const by = { by: 'aiko', at: '2026-11-21T09:00:00Z' };

/**
 * Makes a small newsroom in which much is not as it should be: articles that were moved, rewritten or are gone, store
 * files in every spelling of YAML and some that are none, measures that articles share and disagree on, sources that
 * nobody cites, files that cannot be read.
 */
export function createOddNewsroom(dice: Dice): OddNewsroom {
  const files = new Map<string, FileText>();
  const blobs = new Map<string, string>();
  const write = (path: string, text: string) => files.set(path, { text });
  if (!dice.chance(5)) write('.sourcemark/config.yaml', oddConfig(dice));
  for (const id of SOURCES) if (!dice.chance(5)) addSource(id);
  for (const id of ENTITIES)
    if (!dice.chance(4))
      write(`.sourcemark/entities/${id}.yaml`, toOddYaml({ [id]: { type: 'organization', names: { en: id } } }, dice));
  for (const article of ARTICLES) if (!dice.chance(6)) addArticle(article);
  for (const path of files.keys())
    if (dice.chance(60))
      files.set(path, { missing: dice.pick(['unreadable', 'tooLarge', 'link', 'notText'] as const) });
  return { files, blobs };

  function addSource(id: string): void {
    const text = dice.chance(8) ? dice.pick(ARTICLES) : `sources/${id}.md`;
    const custom = dice.chance(2) ? { text, ...(dice.chance(4) && { sha256: '0'.repeat(64) }) } : {};
    const source: YamlValue = { type: 'report', title: `On ${dice.pick(ENTITIES)}`, custom };
    write(`.sourcemark/sources/${dice.pick([id, 'all'])}.yaml`, withDamage(toOddYaml({ [id]: source }, dice), dice));
    if (!dice.chance(3)) write(`sources/${id}.md`, 'It paid $14.3 billion, and ¥320 billion more.\n');
  }

  function addArticle(article: string): void {
    const marked: { words: string; start: number }[] = [];
    let text = `# ${dice.pick(ENTITIES)}\n\n`;
    for (let left = 1 + dice.below(5); left > 0; left--) {
      const words = dice.pick(['$14.3 billion', '143億ドル', '$15 billion', '70,000 employees', '約半数']);
      text += dice.pick(['In May it paid ', `${dice.pick(ENTITIES)}は`, 'It has ']);
      marked.push({ words, start: text.length });
      text += `${words}${dice.pick(['. ', 'だった。', ' [@memo].', `, said ${dice.pick(ENTITIES)}.\n`])}`;
    }
    const now = dice.chance(4) ? text.replace('5', '6').replace('paid', 'had paid') : text;
    const moved = dice.chance(5) ? `moved/${article.replace('/', '-')}` : article;
    if (!dice.chance(8)) write(moved, now);
    if (dice.chance(4)) return;
    blobs.set(gitBlobId(text), text);
    const claims = marked.flatMap(({ words, start }, i) => {
      const id = `c-${i}`;
      if (dice.chance(4)) return [];
      const target = describePassage(text, start, start + words.length);
      return [[id, { target, ...oddClaim(dice, words), ...by }] as const];
    });
    const stored = {
      article: dice.chance(12) ? dice.pick(ARTICLES) : article,
      ...(!dice.chance(3) && { text: gitBlobId(text) }),
      claims: Object.fromEntries(claims),
    };
    const place = articleStorePath(article).replace(/yaml$/, dice.chance(8) ? 'yml' : 'yaml');
    write(place, withDamage(toOddYaml(stored as unknown as Record<string, YamlValue>, dice), dice));
  }
}

/** A folder that holds these files. Notes each file that is read. */
export function toFileSystem({ files }: OddNewsroom, read: Set<string> = new Set()): FileSystem {
  return {
    readFile: async (path) => {
      read.add(path);
      return files.get(path) ?? { missing: 'notFound' };
    },
    findFiles: async (wanted, enter) => {
      const entered = (path: string) => {
        const folders = path.split('/').slice(0, -1);
        return folders.every((_, i) => enter(folders.slice(0, i + 1).join('/')));
      };
      return { files: [...files.keys()].filter((path) => entered(path) && wanted(path)).sort(), unread: [] };
    },
  };
}

function oddClaim(dice: Dice, words: string): Record<string, YamlValue> {
  const citation = (): YamlValue => ({
    source: dice.pick(SOURCES),
    ...(dice.chance(2) && { exact: dice.pick([words, '$14.3 billion', 'nowhere to be found']) }),
  });
  return {
    ...(!dice.chance(3) && { citations: Array.from({ length: dice.below(3) }, citation) }),
    ...(dice.chance(2) && { entities: [dice.pick(ENTITIES)] }),
    ...(!dice.chance(3) && { measure: { of: dice.pick(ENTITIES), name: dice.pick(MEASURES), period: '2025' } }),
    ...(dice.chance(5) && { note: 'a measure of: doubt' }),
    ...(dice.chance(6) && {
      verdicts: [{ ...by, verdict: 'verified', of: dice.pick(['3fa9c1d20b77', '123456789012']) }],
    }),
  };
}

function oddConfig(dice: Dice): string {
  const config: Record<string, YamlValue> = { version: 1 };
  if (dice.chance(2)) config.articles = dice.pick([['**/*.md'], ['desk/**', '*.md'], ['**/*.{md,txt}']]);
  if (dice.chance(3)) config.exclude = ['desk/deep/**'];
  if (dice.chance(3))
    config.rules = { 'figure/unsourced': 'off', 'figure/conflicts': 'error', 'source/unused': 'hint' };
  return toOddYaml(config, dice);
}

/** What a hand or a merge may leave. */
function withDamage(yaml: string, dice: Dice): string {
  if (!dice.chance(10)) return yaml;
  const at = dice.below(yaml.length);
  const bit = dice.pick([
    '<<<<<<< ours\n=======\n>>>>>>> theirs\n',
    '"',
    '  x: y\n',
    'measure',
    '\n\n',
    '\\u0061',
    '{',
  ]);
  const from = dice.chance(2) ? at : yaml.lastIndexOf('\n', at) + 1;
  return yaml.slice(0, from) + bit + yaml.slice(from);
}
