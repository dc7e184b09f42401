import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { asks, follows } from './meaningEdits';

describe('what leaves a figure what it is', () => {
  it('another word for the same time, at the head of the sentence too', () =>
    follows([
      ['今年の受注は«88件»だった。', '今年', '本年'],
      ['昨年の受注は«88件»だった。', '昨年', '去年'],
      ['先週の受注は«88件»だった。', '先週', '前週'],
    ]));

  it('markup around it, and between it and its bound', () =>
    follows([
      ['寄付は«610億円»に達した。', '610億円', '[610億円](https://example.com/a/b?c=d)'],
      ['寄付は«610億円に達»した。', '610億円', '610億円[@s1]'],
      ['寄付は«610億円»超だった。', '610億円', '610億円[^3]'],
      ['寄付は«610億円»超だった。', '610億円', '**610億円**'],
      ['寄付は約«610億円»だった。', '610億円', '｜610億円《ろっぴゃくじゅうおくえん》'],
      ['寄付は約«610億円»だった。', '610億円', '<ruby>610億円<rt>ろっぴゃく</rt></ruby>'],
      ['寄付は約«610億円»だった。', '寄付', '> 寄付'],
      ['寄付は約«610億円»だった。', '寄付', '- 寄付'],
      ['寄付は約«610億円»だった。', '610億円', '<Num>610億円</Num>'],
      ['寄付は約«610億円»だった。', '610億円', '610億円<!-- 要確認 -->'],
      ['The bill was over «$610 million» then.', '$610 million', '[$610 million](https://example.com/)'],
      ['The bill was over «$610 million» then.', 'over $610 million', '*over* $610 million'],
      ['The bill was «$610 million» or more then.', '$610 million', '$610 million [@wire-3, p. 4]'],
      ['捐款达到«610亿元»以上。', '610亿元', '[610亿元](https://example.com/)'],
    ]));
  it('a name with a title or a first name, or this for it', () =>
    follows([
      ['全县有«61所»小学。', '全县有', '该县共有'],
      ['山本氏は«61億円»を集めた。', '山本氏', '山本健一会長'],
      ['李先生捐了«61万元»。', '李先生', '李建国先生'],
      ['Mr. Lee gave «$61,000» to the school.', 'Mr. Lee', 'Tom Lee'],
    ]));
  it('small words that are said of another number, or say the same', () =>
    follows([
      ['The bank lent «$2 billion» to farmers.', 'to farmers', 'to farmers before the harvest'],
      ['It shipped «61 tons» to ports abroad.', 'to ports', 'into ports'],
      ['Output rose «6%» from a year earlier.', 'a year earlier', 'the previous year'],
      ['Sales rose «6%» to over $61 million.', 'over $61', 'under $61'],
      ['会议在«6月1日»前召开。', '前召开', '之前召开'],
      ['三年内将投资«61亿元»。', '三年内', '三年之内'],
    ]));
  it('other words, spelling and politeness', () =>
    follows([
      ['寄付は«610億円»だった。', 'だった', 'でした'],
      ['寄付は«610億円»だった。', '寄付は', '寄付は、'],
      ['寄付は、企業から«610億円»が集まった。', '集まった', '寄せられた'],
      ['マルヨシは純利益が«610億円»だった。', 'マルヨシ', '同社'],
      ['マルヨシは純利益が«610億円»だった。', 'マルヨシ', 'マルヨシ工業'],
      ['寄付は«610億円»増加した。', '増加した', '増えた'],
      ['寄付は約«610億円»だった。', '約610億円', '610億円ほど'],
      ['The council counted «61 empty shops» there.', 'empty shops', 'large empty shops'],
      ['Sales rose «6.1%» in May, it said.', 'rose', 'climbed'],
      ['The yard will spend «$61 million» on docks.', 'on docks', 'on new docks'],
      ['The guide earns «$61» a day, she said.', ' a day', ' per day'],
      ['The yard spent «$61 million» in May.', 'spent', 'quietly spent'],
      ['捐款达到«610亿元»。', '捐款', '捐款总共'],
      ['会議は«07月»に開く。', '07月', '7月'],
      ['会議は«09:30»に開く。', '09:30', '9:30'],
      ['The fair opens on «April 6».', 'April 6', 'April 06'],
      ['炉の光は«28213540カンデラ»だった。', '28213540', '28,213,540'],
      [
        'Sales rose «6.1%» in May, officials said.',
        'Sales rose 6.1% in May, officials said',
        'In a note, officials said sales rose 6.1% in May',
      ],
      ['The yard spent «$61 million» on the dredger.', 'dredger', 'dredgers'],
      ['The trust put plaques in May at «61 euros», it said.', 'plaques', 'the brass plaques'],
      ['The trust put plaques in May at «61 euros», documents show.', 'documents show', 'records showed'],
      ['会場には«61人»の大工が集まった。', '大工', '若い大工'],
      ['寄付は«610億円»だった。後日まとめる。', '。後日まとめる。', '．後日まとめる．'],
    ]));
  it('but not what strikes it out', () => asks([['寄付は«610億円»だった。', '610億円', '~~610億円~~6100億円']]));

  it('what stands beyond the few words that a person copied around it', () => {
    const text =
      'The yard built 4,210 boats last year, its keeper said.\nEach paid 310 euros on average, not a cent less.\n';
    for (const [exact, prefix, suffix, start] of [
      ['4,210 boats', 'The yard built ', ' last year', 15],
      ['4,210 boats', 'built ', undefined, undefined],
      ['310 euros', 'Each paid ', ' on average', undefined],
      ['310 euros', undefined, ' on', undefined],
    ] as const) {
      const target = { exact, ...(prefix && { prefix }), ...(suffix && { suffix }), ...(start && { start }) };
      const answer = anchor(text, target);
      assert.equal(answer.status, start === undefined ? 'moved' : 'exact', JSON.stringify([target, answer]));
    }
  });

  it('words that only look like a rate', () =>
    follows([
      ['The fee was «$310» last year.', ' last year', ' last year, its keeper said'],
      ['The fee was «$310» last year.', 'The', 'For a person of means, the'],
      ['The fee was «$310» last year.', 'The', 'On a day of storms, the'],
    ]));
  it('not the numbers of items, of names in code and of numbers told off', () =>
    follows([
      ['1. 雨どいを直す。\n\n«2.» 窓の作用を確かめる。', '作用', '効果'],
      ['Here we say that `k2` was *moved*\n«into `k3`. So what happens» looks like this.', 'say that', 'see how'],
      ['The old baker said «0,» 2, 4, 6, 8 and stopped.', 'baker', 'miller'],
      ['该店表示将停业。这意味着 **Sail «2» 在 2023 年到期**。', ' 在 2023', ' 已在 2023'],
      ['Does this mean «40 ships» must wait at the lock?', 'Does this mean', 'It may be that'],
      ['The Proxies keep «40 lists» of all ships in the bay.', 'Proxies', 'Proxy'],
    ]));
  it('notes of its writer in brackets', () =>
    follows([
      ['会場には«8千人»以上が来た。', '8千人', '8千人（※1）'],
      ['会場には約«8千人»が来た。', '8千人', '8千人(注2)'],
    ]));
});
