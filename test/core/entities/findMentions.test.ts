import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createMentionFinder } from '../../../src/core/entities/findMentions';
import type { Entity } from '../../../src/core/model/schema';
import { leastTime } from '../leastTime';
import { sharedFile } from '../sharedData';

const newsroom = entities({
  meta: ['Meta', 'メタ', 'Facebook'],
  'scale-ai': ['Scale AI', 'スケールAI', 'Scale', 'スケール'],
  google: ['Google'],
  'google-deepmind': ['Google DeepMind'],
  'alexandr-wang': ['Alexandr Wang', 'アレクサンドル・ワン', 'Wang'],
  'grace-wang': ['Grace Wang', 'Wang'],
  openai: ['OpenAI', 'オープンAI'],
  taiwan: ['台湾'],
  'new-taipei': ['新北市'],
  usa: ['米', '米国'],
  europe: ['欧'],
  hayashi: ['林'],
  sakura: ['さくら'],
  b2: ['B-2'],
  arm: ['Arm'],
  deko: ['デコ'],
  yoshinoya: ['𠮷野家'],
  naver: ['네이버'],
  'character-ai': ['Character.AI'],
});

function entities(names: Record<string, readonly string[]>): Map<string, Entity> {
  return new Map(
    Object.entries(names).map(([id, [name, ...aliases]]) => [id, { type: 'other', names: { und: name! }, aliases }]),
  );
}

/** Marks show what is to be found: «text|id», or «text|id id» where a name is two entities'. */
function check(marked: string): void {
  const expected: { start: number; end: number; entities: string[] }[] = [];
  let text = '';
  for (const part of marked.split(/(«[^»]*»)/)) {
    const mark = /^«([^|]*)\|(.*)»$/su.exec(part);
    if (mark) {
      expected.push({ start: text.length, end: text.length + mark[1]!.length, entities: mark[2]!.split(' ') });
      text += mark[1];
    } else {
      text += part;
    }
  }
  const found = createMentionFinder(newsroom).find(text);
  assert.deepEqual(
    found.map(({ start, end, entities }) => ({ start, end, entities })),
    expected,
    `${marked}\n${JSON.stringify(found.map(({ start, end }) => text.slice(start, end)))}`,
  );
}

describe('mentions of entities', () => {
  it('finds names in every language beside particles, titles and punctuation', () => {
    check('«Meta|meta»は「«メタ|meta»」とも書く。«Meta|meta»社、«メタ|meta»社。');
    check('«Meta|meta»’s stake in «Scale AI|scale-ai», (formerly «Facebook|meta»)');
    check('«台湾|taiwan»政界と«新北市|new-taipei»、全«台湾|taiwan»');
    check('«네이버|naver»는 «Google|google»과');
    check('«Character.AI|character-ai» and «𠮷野家|yoshinoya»へ');
  });

  it('prefers the longest name and never overlaps', () => {
    check('«Google DeepMind|google-deepmind» and «Google|google»');
    check('«Scale AI|scale-ai»と«Scale|scale-ai»と«スケールAI|scale-ai»、«スケール|scale-ai»');
  });

  it('leaves longer words alone', () => {
    check('Metaphor, Metadata, Meta_id, xMeta, Meta4, Metaé; but non-«Meta|meta» and «Meta|meta»-like');
    check('メタン、メタバース、アメタ、スケールメリット、フルスケール');
    check('B-21 is not a «B-2|b2», nor is AB-2');
    check('さくらんぼではなく«さくら|sakura»は咲く');
  });

  it('goes by case, but for names all in capitals', () => {
    check(
      'meta and scale are words; «META|meta» and «OPENAI|openai» are headlines; openai is not; ARM is another word',
    );
    check('«Arm|arm» it is');
  });

  it('does not mind widths, decomposed letters and white space', () => {
    check('«Ｍｅｔａ|meta»と«ﾒﾀ|meta»と«ｽｹｰﾙAI|scale-ai»の«ﾃﾞｺ|deko»、«\u30c6\u3099\u30b3|deko»。');
    check('«Scale  AI|scale-ai», «Scale\u00a0AI|scale-ai», «Google\n  DeepMind|google-deepmind»');
    check('«Google|google»\n\nDeepMind');
    check('«スケール AI|scale-ai»、«オープン AI|openai»');
  });

  it('says so when a name is two entities’', () => {
    check('«Alexandr Wang|alexandr-wang» met «Grace Wang|grace-wang»; «Wang|alexandr-wang grace-wang» smiled');
  });

  it('takes a kanji alone for a name only where nothing else leans on it', () => {
    check('«米|usa»、«欧|europe»と協議 «米|usa»«欧|europe»が反発 «米国|usa»は 新米を炊く 欧州 炊いた米を食べる');
    check('«林|hayashi»氏は語った。森林は減る。小林氏。林業。');
  });

  it('reads no entity, empty names and names that are no text', () => {
    const odd = createMentionFinder(entities({ empty: ['', '  '], broken: ['\ud842'], long: ['あ'.repeat(300)] }));
    assert.deepEqual(odd.find(`Meta ${'あ'.repeat(400)} \ud842\udfb7 `), []);
    assert.deepEqual(createMentionFinder(new Map()).find('Meta'), []);
  });

  it('gives a name a written form before one in capitals', () => {
    const finder = createMentionFinder(entities({ word: ['Visa Card'], card: ['VISA CARD'] }));
    assert.deepEqual(
      finder.find('VISA CARD, Visa Card').map((mention) => mention.entities),
      [['card'], ['word']],
    );
  });

  it('answers with whole characters, in order, whatever the text', () => {
    const finder = createMentionFinder(newsroom);
    const pieces = [
      'Meta',
      'メタ',
      'ﾒﾀ',
      'ﾞ',
      '\u3099',
      ' ',
      '\n',
      '米',
      '氏',
      '𠮷',
      '\ud842',
      '😀',
      'Scale',
      'AI',
      'ー',
      'さくら',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, entities: ids } of finder.find(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.ok(ids.every((id) => newsroom.has(id)));
          for (const at of [start, end]) assert.ok(!splitsPair(text, at));
          last = end;
        }
      }),
    );
  });

  it('takes no longer for each character of a long hostile text', () => {
    const finder = createMentionFinder(entities({ a: ['米'], b: ['米米米米 米'], c: ['a b'], d: ['Scale AI'] }));
    for (const unit of ['米', 'a ', 'a', 'Scale ', '米     ', 'ﾒﾀ']) {
      const short = leastTime(() => void finder.find(unit.repeat(4000 / unit.length)));
      const long = leastTime(() => void finder.find(unit.repeat(40_000 / unit.length)));
      assert.ok(long < 10 * short * 3 + 20, `${unit}: ${short} ms for 4,000 units, ${long} ms for 40,000`);
    }
  });

  it('finds the names that people marked in real articles', function () {
    const gold = sharedFile('gold/entities.jsonl');
    if (!gold) {
      this.test!.title += ' (skipped: the articles are not here)';
      return this.skip();
    }
    const { expected, found, right } = scoreMentions(gold);
    assert.ok(right / expected >= 0.98, `recall ${right} of ${expected}`);
    assert.ok(right / found >= 0.95, `precision ${right} of ${found}`);
    return undefined;
  });
});

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
}

interface GoldEntity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly { readonly file: string; readonly start: number; readonly end: number }[];
}

function scoreMentions(gold: string): { expected: number; found: number; right: number } {
  const records = readFileSync(gold, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldEntity);
  const finder = createMentionFinder(entities(Object.fromEntries(records.map((e) => [e.id, [e.name, ...e.aliases]]))));
  const expected = new Set(
    records.flatMap(({ id, mentions }) => mentions.map((m) => `${m.file} ${m.start} ${m.end} ${id}`)),
  );
  const found = new Set<string>();
  for (const file of new Set(records.flatMap(({ mentions }) => mentions.map((m) => m.file)))) {
    const text = readFileSync(sharedFile(`corpus/${file}`)!, 'utf8');
    for (const { start, end, entities: ids } of finder.find(text))
      for (const id of ids) found.add(`${file} ${start} ${end} ${id}`);
  }
  if (process.env.SOURCEMARK_MISSES) {
    console.log(
      'missed',
      [...expected].filter((key) => !found.has(key)),
    );
    console.log(
      'invented',
      [...found].filter((key) => !expected.has(key)),
    );
  }
  return { expected: expected.size, found: found.size, right: [...expected].filter((key) => found.has(key)).length };
}
