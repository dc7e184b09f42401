import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { createLiveAnchors } from '../../../src/core/anchoring/createLiveAnchors';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';

/** What each layer says of the «claim» after marks were put around [[words]]: the status, and what it stands on. */
function mark(marked: string, open: string, close: string): readonly string[] {
  const from = marked.replace(/[«»]/g, '').indexOf('[[');
  const to = marked.replace(/[«»]|\[\[/g, '').indexOf(']]');
  const claimed = marked.replace(/\[\[|\]\]/g, '');
  const before = claimed.replace(/[«»]/g, '');
  const after = before.slice(0, from) + open + before.slice(from, to) + close + before.slice(to);
  const target = describeTarget(before, claimed.indexOf('«'), claimed.indexOf('»') - 1);
  const live = createLiveAnchors(before, new Map([['claim', target]]));
  live.apply([
    { start: from, end: from, text: open },
    { start: to, end: to, text: close },
  ]);
  return [anchor(after, target), anchor(after, target, { oldText: before }), live.anchors.get('claim')!].map(
    (answer) =>
      'range' in answer
        ? `${answer.status} ${after.slice(answer.range.start, answer.range.end)}`
        : `${answer.status} nothing`,
  );
}

describe('a passage into which markup was put', () => {
  const news = (sentence: string) => `港では船の出入りが続いた。\n\n${sentence}\n\n記録は書庫に残されている。\n`;
  const address = '](https://news.example.org/filings/2026/9573)';

  it('stands with the end that a long link parts from its figure', () => {
    const sentence = '先月、北浜市の事業で残ったのは«[[849匹]]だったと発表した»。専門家は慎重だった。';
    assert.deepEqual(new Set(mark(news(sentence), '[', address)), new Set([`moved 849匹${address}だったと発表した`]));
  });
  it('stands with the beginning that a tag parts from its figure', () => {
    const sentence = 'Donations at the bank «advanced by [[81%]]» in May, according to its report.';
    for (const answer of mark(`The rain stopped.\n\n${sentence} Ships came.\n`, '<span class="figure">', '</span>'))
      assert.match(answer, /^moved advanced by <span class="figure">81%(?:<\/span>)?$/);
  });
  it('stands with words on both sides of ruby', () => {
    const sentence = '西条県によると、この10年の通院者は«優に[[9692キロ]]内外»に達した。';
    const ruby = '<rp>(</rp><rt>かなざわ</rt><rp>)</rp></ruby>';
    assert.deepEqual(new Set(mark(news(sentence), '<ruby>', ruby)), new Set([`moved 優に<ruby>9692キロ${ruby}内外`]));
  });
  it('is another figure all the same where its number was changed with it', () => {
    const before = news('先月、北浜市の事業で残ったのは849匹だったと発表した。専門家は慎重だった。');
    const quote = '849匹だったと発表した';
    const start = before.indexOf(quote);
    const target = describeTarget(before, start, start + quote.length);
    const after = before.replace('849匹', `[846匹${address}`);
    for (const { status } of [anchor(after, target), anchor(after, target, { oldText: before })])
      assert.ok(status === 'valueChanged' || status === 'orphaned', status);
  });
  it('is not what stands elsewhere in the same words and marks, when both do', () => {
    const sentence = '先月、北浜市の事業で残ったのは849匹だったと発表した。';
    const before = news(`${sentence}専門家は慎重だった。`);
    const quote = '849匹だったと発表した';
    const start = before.indexOf(quote);
    const target = describeTarget(before, start, start + quote.length);
    const linked = sentence.replace('849匹', `[849匹${address}`);
    const after = `会議は終わった。${linked}窓口が開いた。\n\n広報は休んだ。${linked}工場は静かだった。\n`;
    assert.ok(['ambiguous', 'orphaned', 'valueChanged'].includes(anchor(after, target).status));
  });
  it('reads an English sentence in Japanese quotation marks alone', () => {
    const sentence = '[[Orders at the mill rose by «15%» in the morning.]]';
    for (const answer of mark(`A spokeswoman did not return calls. ${sentence}\n\nExperts waited.\n`, '「', '」'))
      assert.equal(answer, 'moved 15%');
    for (const answer of mark(`## Ground\n\n${sentence} A spokeswoman did not return calls.\n`, '「', '」'))
      assert.equal(answer, 'moved 15%');
  });
});
