import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor } from '../../../src/core/anchoring/anchor';
import { anchorAll } from '../../../src/core/anchoring/anchorAll';
import { createLiveAnchors } from '../../../src/core/anchoring/createLiveAnchors';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import { suggestPlaces } from '../../../src/core/anchoring/suggestPlaces';
import type { Anchor, Target } from '../../../src/core/anchoring/target';
import { createRandom } from './generatedEdits';

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Takes «marks» out of a text. */
function unmark(marked: string) {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return { text: marked.replace('«', '').replace('»', ''), start, end };
}

function targetOf(marked: string): Target {
  const { text, start, end } = unmark(marked);
  return describeTarget(text, start, end);
}

/** The claim on the marked passage of `before` is looked for in `after`, without the old text and with it. */
function check(before: string, after: string, status: Anchor['status']): Anchor {
  const target = targetOf(before);
  const { text, start, end } = unmark(after);
  let answer: Anchor = { status: 'orphaned' };
  for (const options of [{}, { oldText: unmark(before).text }]) {
    answer = anchor(text, target, options);
    assert.equal(answer.status, status, JSON.stringify(answer));
    if ('range' in answer && start >= 0)
      assert.equal(text.slice(answer.range.start, answer.range.end), text.slice(start, end));
  }
  return answer;
}

describe('anchor', function () {
  this.timeout(20_000);
  const opening = '造船所は昨年、新しい船台を完成させた。';
  const claim = `${opening}建設には«143億円»を投じ、うち県が半分を負担した。操業は秋に始まる。`;

  it('knows a passage that has not changed', () => {
    check(claim, claim, 'exact');
  });
  it('follows a passage that was pushed down', () => {
    check(claim, `速報です。\n\n${claim}`, 'moved');
  });
  it('follows rewording around and inside', () => {
    check(
      '造船所は«最近、143億円を投資し»、船台の株式の一部を得た。',
      '造船所は«最近になって、143億円を投資し»、船台の株式の一部を得た。',
      'moved',
    );
    check(
      'The yard «spent $14.3 billion on docks» in 2024.',
      'The yard «spent $14.3 billion on new docks» in 2024.',
      'moved',
    );
  });
  it('takes another spelling of the same quantity for the same', () => {
    check(
      '売却額は«143億ドル»だったと同社は説明した。',
      '売却額は«14,300,000,000ドル»だったと同社は説明した。',
      'moved',
    );
    check('売却額は«143億ドル»だったと同社は説明した。', '売却額は«１４３億ドル»だったと同社は説明した。', 'moved');
  });
  it('reports a quantity that changed, with what it was and is', () => {
    const answer = check(claim, claim.replace('143', '145'), 'valueChanged');
    assert.ok(answer.status === 'valueChanged');
    assert.equal(answer.was[0]?.value, 143e8);
    assert.equal(answer.is[0]?.value, 145e8);
  });
  it('reports digits that changed places, and a figure that was replaced outright', () => {
    check(claim, claim.replace('143', '341'), 'valueChanged');
    check(claim, claim.replace('143億円', '98百万ドル'), 'valueChanged');
  });
  it('reports a change of exactness, even just outside of the quote', () => {
    const answer = check(claim, claim.replace('«143', '約«143'), 'valueChanged');
    assert.ok(answer.status === 'valueChanged');
    assert.equal(answer.was[0]?.approx, 'exact');
    assert.equal(answer.is[0]?.approx, 'about');
  });
  it('reads the figures behind a code block, a code span, a comment and a rule', () => {
    for (const before of [
      '本文。\n\n```js\nrun(1);\n```\n\n',
      '`a`と`b`のうち、',
      '<!--\n覚え書き\n-->\n',
      '~~~\nx\n~~~\n',
      '---\n',
    ])
      for (const changed of ['143億円', '約143億ドル', '二億ドル']) {
        const after = changed.replace('143', '«143').replace('二', '«二');
        check(
          `${before}港の改修費は«143億ドル»だった。\`c\`は別に払う。`,
          `${before}港の改修費は${after}»だった。\`c\`は別に払う。`,
          'valueChanged',
        );
      }
    check('```\n\n新しい船は«三割増»だった。', '```\n\n新しい船は«4割増»だった。', 'valueChanged');
    check('参考[1]: 港の改修費は«143億ドル»だった。', '参考[1]: 港の改修費は«143億円»だった。', 'valueChanged');
  });
  it('reports what was put before the first words of a text, or behind the last', () => {
    check('«143億ドル»を投じて船台を直す', '約«143億ドル»を投じて船台を直す', 'valueChanged');
    check('«半数»が賛成したと組合は話す', 'ほぼ«半数»が賛成したと組合は話す', 'valueChanged');
    check('港の改修に投じたのは«143億ドル»', '港の改修に投じたのは«143億ドル»超', 'valueChanged');
    check('«143億ドル»を投じて船台を直す', '速報です。\n\n«143億ドル»を投じて船台を直す', 'moved');
    check('港の改修に投じたのは«143億ドル»', '港の改修に投じたのは«143億ドル»。\n\n以上。', 'exact');
  });
  it('reports the other half of the day', () => {
    check('会議は«午後3時に始まり»、夜まで続いた。', '会議は«午前3時に始まり»、夜まで続いた。', 'valueChanged');
    check('会议«下午3点开始»，一直开到晚上。', '会议«上午3点开始»，一直开到晚上。', 'valueChanged');
    check('会議は«3時に始まり»、夜まで続いた。', '会議は午後«3時に始まり»、夜まで続いた。', 'moved');
  });
  it('reports a figure that grew over the edge of the quote', () => {
    check('会員は«43億»人に達したと協会は述べた。', '会員は1«43億»人に達したと協会は述べた。', 'valueChanged');
  });
  it('reports a code or a version that grew over the edge of the quote', () => {
    check('証券コードは«7203»で、東証に上場する。', '証券コードは«7203»1で、東証に上場する。', 'valueChanged');
    check('The «A320» was sold to two carriers.', 'The «A320»-200 was sold to two carriers.', 'valueChanged');
    check('Allowed are «Python-2.0», X11 and Zlib.', 'Allowed are «Python-2.0».1, X11 and Zlib.', 'valueChanged');
    check('The jet A3«20 was sold» to two carriers.', 'The jet B3«20 was sold» to two carriers.', 'exact');
  });
  it('does not grow over a figure of which the quote holds only part', () => {
    check(
      'The log says 21 December «2023 (fair), and then» the ink ran out.',
      'The log says 21 December «2023 (mild), and then» the ink ran out.',
      'moved',
    );
  });
  it('reports a figure that a passage lost or gained', () => {
    check(
      '会見の席で«県は143億円を投じて港を直す»と知事が述べた。',
      '会見の席で«県は投じて港を直す»と知事が述べた。',
      'valueChanged',
    );
    check(
      '会見の席で«県は資金を投じて港を直す»と知事が述べた。',
      '会見の席で«県は143億円の資金を投じて港を直す»と知事が述べた。',
      'valueChanged',
    );
  });

  const list = (shares: readonly string[]) =>
    ['東港', '西港', '南港', '北港', '中港', '外港']
      .map((name, at) => `${name}の荷の量は前の年と比べて${shares[at]}増えたと組合は話す。`)
      .join('\n');
  const six = Array.from({ length: 6 }, () => '49%');

  it('tells a figure that stands six times apart by its surroundings', () => {
    const text = list(six);
    for (let at = text.indexOf('49%'); at >= 0; at = text.indexOf('49%', at + 1)) {
      const target = describeTarget(text, at, at + 3);
      const pushed = `はじめに一言。\n${text}`;
      const answer = anchor(pushed, target);
      assert.deepEqual(answer, { status: 'moved', range: { start: at + 8, end: at + 11 } });
    }
  });
  it('does not go to a like figure when its own was changed or deleted', () => {
    const text = list(six);
    const third = text.indexOf('49%', text.indexOf('南港'));
    const target = describeTarget(text, third, third + 3);
    const changed = list(six.map((share, at) => (at === 2 ? '51%' : share)));
    assert.ok(['valueChanged', 'ambiguous'].includes(anchor(changed, target).status));
    assert.equal(anchor(changed, target, { oldText: text }).status, 'valueChanged');
    const deleted = text.replace(/南港.*\n/u, '');
    for (const options of [{}, { oldText: text }])
      assert.ok(['orphaned', 'ambiguous'].includes(anchor(deleted, target, options).status));
  });
  it('says so when it cannot tell places apart', () => {
    const answer = anchor('値上げ率は4%。\n値上げ率は4%。\n', { exact: '4%', prefix: '値上げ率は', suffix: '。\n' });
    assert.equal(answer.status, 'ambiguous');
    assert.ok(answer.status === 'ambiguous' && answer.ranges.length === 2);
  });
  it('does not tie a deleted passage to the same words elsewhere', () => {
    const elsewhere = '市場の屋根は古く、雨の日には水が漏れる。客は増えたが、店主は28人のままだ。';
    const before = `港の倉庫には«28人»が寝泊まりし、夜も荷を守る。\n\n${elsewhere}`;
    check(before, elsewhere, 'orphaned');
  });
  it('does not tie a passage that was reworded away to a near twin of its sentence', () => {
    const twin = 'When the pump meets no resistance, the valve that feeds the tank will send a `Go` to the panel. ';
    check(
      `${twin}When the pump meets some resistance, the valve «that feeds the tank» will send a \`Stop\` to the panel.`,
      `${twin}When the pump meets some resistance, the feeding valve will send a \`Stop\` to the panel.`,
      'orphaned',
    );
  });
  it('follows rows that were sorted and sentences that changed places, by the old text', () => {
    const head = '| 港 | 今年 | 昨年 |\n|---|---|---|\n';
    const rows = ['| 東港 | 120 | 130 |\n', '| 西港 | 80 | 90 |\n', '| 南港 | 60 | 75 |\n', '| 北港 | 55 | 50 |\n'];
    const orders = [
      [1, 0, 2, 3],
      [3, 2, 1, 0],
      [1, 2, 3, 0],
      [3, 0, 1, 2],
    ];
    const before = `${head}${rows.join('')}\n本文が続く。`;
    for (const order of orders) {
      const after = `${head}${order.map((at) => rows[at]).join('')}\n本文が続く。`;
      for (const figure of ['120', '80', '60', '55']) {
        const start = before.indexOf(figure);
        const answer = anchor(after, describeTarget(before, start, start + figure.length), { oldText: before });
        assert.ok(answer.status === 'exact' || answer.status === 'moved', `${order} ${figure} ${answer.status}`);
        assert.equal(answer.range.start, after.indexOf(figure));
      }
    }
    const told = 'Sales were $143 million. Profit was $5 million. Staff is 28.';
    const turned = 'Profit was $5 million. Sales were $143 million. Staff is 28.';
    const start = told.indexOf('$5');
    const answer = anchor(turned, describeTarget(told, start, start + 10), { oldText: told });
    assert.deepEqual(answer, { status: 'moved', range: { start: 11, end: 21 } });
  });
  it('does not follow a sentence that stood twice, or only part of a longer one', () => {
    const twice = '売上は5億円。\n利益は少ない。\n売上は5億円。\n';
    const target = describeTarget(twice, 3, 6);
    const changed = anchor('売上は6億円。\n利益は少ない。\n売上は5億円。\n', target, { oldText: twice });
    assert.equal(changed.status, 'valueChanged');
    const once = '売上は5億円。\n利益は少ない。\n';
    const longer = anchor('売上は6億円。\n利益は少なく、売上は5億円。\n', describeTarget(once, 3, 6), {
      oldText: once,
    });
    assert.equal(longer.status, 'valueChanged');
  });
  it('stays with its own words where a sentence that differs in a name took its place', () => {
    const told = [
      ['«トヨタは純利益が143億円だった。»', '«ホンダは純利益が143億円だった。»', ''],
      ['トヨタは«純利益が143億円»だった。', 'ホンダは«純利益が143億円»だった。', '\n'],
      ['トヨタは純利益が«143億円»だった。', 'ホンダは純利益が«143億円»だった。', '\n\n'],
      ['丰田的净利润为«143亿日元»。', '本田的净利润为«143亿日元»。', ''],
      ['Toyota posted a profit of «$143 million» in May.', 'Honda posted a profit of «$143 million» in May.', ' '],
      ['«Toyota posted a profit of $143 million.»', '«Honda posted a profit of $143 million.»', '\n'],
      ['| トヨタ | «143» | 12 |', '| ホンダ | «143» | 12 |', '\n'],
      ['- 東港: «143»隻', '- 西港: «143»隻', '\n'],
    ] as const;
    for (const [one, other, between] of told)
      for (const [head, tail] of [
        ['', ''],
        ['# 決算\n\n', '\n\n以上が主な決算だ。'],
      ])
        for (const [first, second] of [
          [one, other],
          [other, one],
        ] as const) {
          const plain = (marked: string) => marked.replace(/[«»]/gu, '');
          const before = head + first + between + plain(second) + tail;
          const after = head + plain(second) + between + first + tail;
          const target = targetOf(before);
          const { text, start, end } = unmark(after);
          const oldText = plain(before);
          const changes = [
            { start: head!.length, end: head!.length + plain(first).length, text: plain(second) },
            {
              start: oldText.length - tail!.length - plain(second).length,
              end: oldText.length - tail!.length,
              text: plain(first),
            },
          ];
          const live = createLiveAnchors(oldText, new Map([['it', target]]));
          live.apply(changes);
          assert.equal(live.text, text);
          for (const answer of [anchor(text, target), anchor(text, target, { oldText }), live.anchors.get('it')!])
            assert.deepEqual(answer, { status: 'moved', range: { start, end } }, JSON.stringify({ before, after }));
        }
  });
  it('keeps both ends of a passage however much was put into it', () => {
    const put = 'and all the other firms (among them two of the largest, as the mayor said on Monday) '.repeat(6);
    check(
      'On Friday «the city paid the builders for the new school» and left.',
      `On Friday «the city paid the builders and 35 other firms for the new school» and left.`,
      'valueChanged',
    );
    const [before, after] = [
      'On Friday «the city paid the builders for the new school» and left.',
      `On Friday «the city paid the builders ${put}for the new school» and left.`,
    ];
    const { text, start, end } = unmark(after);
    const answer = anchor(text, targetOf(before), { oldText: unmark(before).text });
    assert.deepEqual(answer, { status: 'moved', range: { start, end } });
    assert.equal(anchor(text, targetOf(before)).status, 'ambiguous');
    check(
      '金曜、«市は新しい学校の建設費を支払い»、工事は終わった。',
      '金曜、«市は新しい学校の建設費と、県内の35社が請け負った体育館とプールの改修にかかった費用の全額を支払い»、工事は終わった。',
      'valueChanged',
    );
  });
  it('begins and ends with whole words', () => {
    const cut = /^(?:\p{L}|\p{N})/u;
    fc.assert(
      fc.property(
        fc.constantFrom('harbor', 'rent', 'current', 'told', 'basin', 'lock'),
        fc.array(fc.constantFrom('harbor ', 'rent ', 'current ', 'told ', 'basin ', 'un', 'tol', 'lock, '), {
          maxLength: 9,
        }),
        (last, words) => {
          const before = `At noon the clerk of the port told us: «the ${last} is rent to the crew» until May.`;
          const after = `At noon the clerk of the port told us: ${words.join('')}the ${last} ${words.join('')}is rent to a crew until May.`;
          const target = targetOf(before);
          for (const options of [{}, { oldText: unmark(before).text }]) {
            const answer = anchor(after, target, options);
            if (!('range' in answer) || answer.range.start === answer.range.end) continue;
            const { start, end } = answer.range;
            assert.ok(
              !(cut.test(after.slice(start)) && /[\p{L}\p{N}]$/u.test(after.slice(0, start))),
              after.slice(start, end),
            );
            assert.ok(
              !(cut.test(after.slice(end)) && /[\p{L}\p{N}]$/u.test(after.slice(0, end))),
              after.slice(start, end),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  it('anchors nothing to an empty target, whatever the text', () => {
    assert.deepEqual(anchor('何か', { exact: '' }), { status: 'orphaned' });
    assert.deepEqual(anchor('', { exact: '何か', start: 7 }), { status: 'orphaned' });
  });

  it('counts UTF-16 code units, and never splits a pair', () => {
    const text = '🚢𠮷野家の𠮷田さん👨‍👩‍👧‍👦は、寄付金として143億円を託した🎏。';
    const start = text.indexOf('143');
    const target = describeTarget(text, start, start + 5);
    assert.equal(target.exact, '143億円');
    assert.deepEqual(anchor(`😀😀${text}`, target), {
      status: 'moved',
      range: { start: start + 4, end: start + 9 },
    });
    assert.notEqual(start, [...text.slice(0, start)].length);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.nat(text.length), (a, b, cut) => {
        const described = describeTarget(text, Math.min(a, b), Math.max(a, b));
        for (const part of [described.exact, described.prefix!, described.suffix!])
          assert.doesNotMatch(part, loneSurrogate);
        const answer = anchor(text.slice(0, cut) + text.slice(cut + 1), described);
        if ('range' in answer) assert.ok(answer.range.start >= 0 && answer.range.end <= text.length);
      }),
      { numRuns: 60 },
    );
  });
  it('never throws, and gives offsets within the text', () => {
    // Any code units, and so halves of characters too.
    const units = fc.array(fc.nat(0xffff), { maxLength: 160 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(
        units,
        units,
        fc.integer({ min: -3, max: 90 }),
        fc.integer({ min: -3, max: 90 }),
        (before, after, start, end) => {
          const target = describeTarget(before, start, end);
          for (const options of [{}, { oldText: before }]) {
            const answer = anchor(after, target, options);
            const ranges = 'range' in answer ? [answer.range] : answer.status === 'ambiguous' ? answer.ranges : [];
            for (const range of ranges)
              assert.ok(0 <= range.start && range.start <= range.end && range.end <= after.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  it('finds what was kept of a long text that was written anew, and ends in one that repeats itself', () => {
    const random = createRandom(7);
    const letters = [...'のはがをにで社長円億年月日新旧売上利益工場港船台建設投資開発計画会議発表、。'];
    const write = (length: number) => Array.from({ length }, () => random.pick(letters)).join('');
    const sentence = '船台の改修には143億円が要ると組合は見積もり、県の議会に補助を求めている。';
    const before = `${write(30_000)}。${sentence}${write(30_000)}`;
    const after = `${write(40_000)}。${sentence}${write(20_000)}`;
    const start = before.indexOf('143億円');
    const answer = anchor(after, describeTarget(before, start, start + 5), { oldText: before });
    assert.deepEqual(answer, {
      status: 'moved',
      range: { start: after.indexOf('143億円'), end: after.indexOf('143億円') + 5 },
    });
    const digits = '1'.repeat(100_000);
    assert.equal(anchor(digits, describeTarget(digits, 500, 50_000)).status, 'exact');
    const changed = `${digits.slice(0, 400)}x${digits.slice(401)}`;
    assert.ok(
      ['moved', 'valueChanged', 'ambiguous'].includes(anchor(changed, describeTarget(digits, 500, 90_000)).status),
    );
  });
  it('answers for many targets as for each', () => {
    const { text } = unmark(claim);
    const targets = [0, 5, 10].map((at) => describeTarget(text, at, at + 6));
    const changed = `前置き。${text}`;
    assert.deepEqual(
      anchorAll(changed, targets, { oldText: text }),
      targets.map((target) => anchor(changed, target, { oldText: text })),
    );
  });
});

describe('describe', () => {
  it('keeps more of the surroundings where they repeat', () => {
    const line = '同じ文がここに何度も続き、三十二字では区別できないほど長い長い行である。';
    const text = `始まり。${line}${line}${line}終わり。`;
    const start = 4 + line.length + 5;
    const target = describeTarget(text, start, start + 4);
    assert.ok(target.prefix!.length > 32 || target.suffix!.length > 32);
    assert.deepEqual(anchor(`x${text}`, target), { status: 'moved', range: { start: start + 1, end: start + 5 } });
  });
  it('keeps what tells a title from the same words below it, although nothing stands before it', () => {
    const title = '港湾公社が船台に143億円を投じ、県も半分を負担して来年の春に完成させる見通し';
    const text = `${title}\n\n編集部\n${title}\n\n公社は昨日、計画を明らかにした。`;
    const target = describeTarget(text, 8, 13);
    assert.equal(target.exact, '143億円');
    const corrected = anchor(text.replace('143', '262'), target);
    assert.ok(['valueChanged', 'ambiguous'].includes(corrected.status), JSON.stringify(corrected));
  });
  it('cuts offsets to the text', () => {
    assert.deepEqual(describeTarget('abc', -5, Number.NaN), { exact: '', prefix: '', suffix: 'abc', start: 0 });
    assert.equal(describeTarget('abc', 1, 99).exact, 'bc');
  });
});

describe('suggestPlaces', () => {
  it('offers the changed place and its like, best first, with what changed', () => {
    const text = '東港は49%増えた。西港は51%増えた。南港は53%増えた。';
    const places = suggestPlaces(text.replace('51', '50'), describeTarget(text, 13, 16));
    assert.equal(text.slice(13, 16), '51%');
    assert.deepEqual([places[0]!.start, places[0]!.end], [13, 16]);
    assert.equal(places[0]!.change?.is[0]?.value, 50);
    assert.ok(places.every((place, at) => at === 0 || places[at - 1]!.score >= place.score));
  });
});

describe('a target written by hand, without its surroundings', () => {
  const text = '買収額は190億ドルだった。後に190億ドルと報じられた。';
  it('is found where its words stand once', () => {
    assert.deepEqual(anchor(text, { exact: '買収額' }), { status: 'moved', range: { start: 0, end: 3 } });
  });
  it('asks where its words stand twice, unless its start tells', () => {
    const [first, second] = [
      { start: 4, end: 10 },
      { start: 16, end: 22 },
    ];
    assert.deepEqual(anchor(text, { exact: '190億ドル' }), { status: 'ambiguous', ranges: [first, second] });
    assert.deepEqual(anchor(text, { exact: '190億ドル', start: 3 }), { status: 'ambiguous', ranges: [first, second] });
    assert.deepEqual(anchor(text, { exact: '190億ドル', start: 16 }), { status: 'exact', range: second });
  });
});
