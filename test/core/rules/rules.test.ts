import assert from 'node:assert/strict';
import { describe as describePassage } from '../../../src/core/anchoring/describe';
import { sha256 } from '../../../src/core/model/gitBlobId';
import { judgedHash } from '../../../src/core/model/judgedHash';
import type { Verdict } from '../../../src/core/model/schema';
import { ruleIds } from '../../../src/core/rules/rule';
import { allRules, checkWorkspace } from '../../../src/core/rules/runRules';
import { check, makeWorkspace } from './checkRule';

const nyt = { nyt: { title: 'Meta invests in Scale AI' } };
const cited = (exact?: string) => [{ source: 'nyt', ...(exact !== undefined && { exact }) }];
const verdict = (kind: Verdict['verdict'], of: string): Verdict => ({
  by: 'ken',
  at: '2025-06-14T09:00:00Z',
  verdict: kind,
  of,
});

describe('figure/unsourced', () => {
  it('flags each figure that nothing covers, with what it was read as', () => {
    const [first] = check('figure/unsourced', 'メタは«143億ドル»を投じ、«49%»を得た。');
    assert.match(first ?? '', /143億ドル.*14\.3 billion/);
  });
  it('is content with a cited claim, an exemption, or a citation in the sentence', () => {
    const room = {
      sources: nyt,
      claims: { 'c-1': { on: '143億ドル', citations: cited() } },
      exemptions: { 'e-1': { on: '28歳' } },
    };
    check('figure/unsourced', 'メタは143億ドルを投じた。ワン氏は28歳。持ち分は49%[@nyt]。残りは«51%»。', room);
  });
  it('takes a citation after the full stop for the sentence before it', () => {
    check('figure/unsourced', 'It paid $5 million. [@nyt] It earned «$6 million».', { sources: nyt });
  });
  it('leaves a claim without a citation to claim/uncited', () => {
    const room = { claims: { 'c-1': { on: '143億ドル' } } };
    check('figure/unsourced', 'メタは143億ドルを投じた。', room);
    check('claim/uncited', 'メタは«143億ドル»を投じた。', room);
  });
  it('quotes a passage of several lines in one', () => {
    const [said] = check('claim/uncited', 'It paid «$5 million\r\n  in cash».', {
      claims: { 'c-1': { on: '$5 million\r\n  in cash' } },
    });
    assert.match(said ?? '', /“\$5 million in cash”/);
  });
  it('flags only the kinds the team chose', () => {
    check('figure/unsourced', '28歳のワン氏が«143億ドル»を得た。', { config: { figures: { kinds: ['money'] } } });
  });
  it('returns when an exemption has ended', () => {
    const exemptions = { 'e-1': { on: '28歳', until: '2025-06-01' } };
    check('figure/unsourced', 'ワン氏は«28歳»。', { exemptions });
    check('exemption/expired', 'ワン氏は«28歳»。', { exemptions });
    check('exemption/expired', 'ワン氏は28歳。', { exemptions: { 'e-1': { on: '28歳', until: '2025' } } });
  });
});

describe('figure/differs-from-source', () => {
  const differs = (marked: string, on: string, exact: string) =>
    check('figure/differs-from-source', marked, { sources: nyt, claims: { 'c-1': { on, citations: cited(exact) } } });
  it('agrees across languages, scripts and rounding', () => {
    differs('メタは143億ドルを投じた。', '143億ドルを投じた', 'Meta is investing $14.3 billion in the company');
    differs('メタは約140億ドルを投じた。', '約140億ドル', 'Meta is investing $14.3 billion');
    differs('The stake is 49 per cent.', '49 per cent', '49%の株式を取得した');
  });
  it('names the slip of ten', () => {
    const [text] = differs('メタは«14.3億ドル»を投じた。', '14.3億ドル', 'Meta is investing $14.3 billion');
    assert.match(text ?? '', /10億/);
  });
  it('blames no translation where nothing was translated', () => {
    const said = [
      differs('予算は«970億円»だ。', '970億円', '総額は97億円'),
      differs('予算は«97万円»だ。', '97万円', '総額は97億円'),
      differs('It cost «$143 billion».', '$143 billion', 'a price of $14.3 billion'),
      differs('It cost «$143 million».', '$143 million', 'a price of $143 billion'),
    ].map(([text]) => text?.replace(/^.*: /, ''));
    assert.deepEqual(said, [
      '10 times off. A digit may be missing or doubled.',
      '10000 times off. The scale may be mistaken for another.',
      '10 times off. A digit may be missing or doubled.',
      '1000 times off. The scale may be mistaken for another.',
    ]);
  });
  it('flags another value', () => {
    differs('メタは«145億ドル»を投じた。', '145億ドル', 'Meta is investing $14.3 billion');
  });
  it('says nothing where nothing can be compared', () => {
    differs('メタは143億ドルを投じた。', '143億ドル', 'Meta is investing heavily');
  });
  it('compares only figures of one kind', () => {
    differs('創業した時は19歳だった。', '19歳', 'He founded it in 2016, after six years of work');
  });
  it('is content when one of two citations agrees', () => {
    check('figure/differs-from-source', 'The price was $22 billion.', {
      sources: { ...nyt, sec: {} },
      claims: {
        'c-1': {
          on: '$22 billion',
          citations: [...cited('$19 billion'), { source: 'sec', exact: 'about $22 billion' }],
        },
      },
    });
  });
});

describe('figure/conflicts', () => {
  const measure = { of: 'meta', name: 'price of stake', period: '2025-06' };
  it('sets two values of one measure against each other, not a rounded one', () => {
    const claims = { 'c-1': { on: '143億ドル', measure }, 'c-2': { on: '140億3000万ドル', measure } };
    const [said] = check('figure/conflicts', '«143億ドル»を投じた。表では«140億3000万ドル»。', { claims });
    assert.match(said ?? '', /“140億3000万ドル” elsewhere in this article/);
    check('figure/conflicts', '143億ドルを投じた。見出しでは約140億ドル。', {
      claims: { 'c-1': { on: '143億ドル', measure }, 'c-2': { on: '約140億ドル', measure } },
    });
  });
});

describe('figure/conversion', () => {
  it('flags a conversion that no rate can explain', () => {
    const [said] = check('figure/conversion', '«100億ドル(約150億円»)を投じた。');
    assert.match(said ?? '', /that would be 1\.5 yen for 1 US dollar,/);
    check('figure/conversion', '100億ドル（約1兆5000億円）を投じた。');
  });
  it('holds to the rate of the team', () => {
    const rates = [{ from: 'USD', to: 'JPY', rate: 144.5 }];
    check('figure/conversion', '100億ドル(約1.5兆円)を投じた。', { config: { rates } });
    check('figure/conversion', '«100億ドル(約1兆円»)を投じた。', { config: { rates } });
    check('figure/conversion', '100億ドル(約1兆円)を投じた。', {
      config: { rates: [...rates, { from: 'USD', to: 'JPY', rate: 105 }] },
    });
  });
});

describe('claims that lost their place', () => {
  const text = 'メタは145億ドルを投じ、株式を得た。';
  const target = describePassage('メタは143億ドルを投じ、株式を得た。', 3, 8);
  it('claim/value-changed shows both values', () => {
    const [message] = check('claim/value-changed', 'メタは«145億ドル»を投じ、株式を得た。', {
      claims: { 'c-1': { target, citations: cited() } },
    });
    assert.match(message ?? '', /14\.3.*14\.5/);
  });
  it('claim/value-changed says where the figure is gone', () => {
    const [message] = check('claim/value-changed', 'メタは«資金を投じ»、株式を得た。', {
      claims: { 'c-1': { target: { exact: '143億ドルの資金を投じ', prefix: 'メタは', suffix: '、株式を得た。' } } },
    });
    assert.match(message ?? '', /it was 14\.3 billion.*, now it is no figure\./);
  });
  it('claim/value-changed is not told a second time as unsourced', () => {
    check('figure/unsourced', text, { claims: { 'c-1': { target, citations: cited() } } });
  });
  it('claim/orphaned is told in the store', () => {
    check('claim/orphaned', '別の記事である。', { claims: { 'c-1': { target } }, elsewhere: ['c-1'] });
  });
  it('names a passage of several lines by its beginning, on one line', () => {
    const exact = `一行目の売上は\n${'𠮷'.repeat(90)}`;
    const [gone] = check('claim/orphaned', '別の記事である。', {
      claims: { 'c-1': { target: { exact } } },
      elsewhere: ['c-1'],
    });
    assert.equal(gone, `“一行目の売上は ${'𠮷'.repeat(52)}…” no longer stands in articles/a.md.`);
  });
  it('claim/ambiguous offers the places', () => {
    const line = '出資比率は49%である。\n';
    const [message] = check('claim/ambiguous', `出資比率は«49%»である。\n${line.repeat(3)}`, {
      claims: { 'c-1': { target: { exact: '49%', prefix: '出資比率は', suffix: 'である。' } } },
    });
    assert.match(message ?? '', /4/);
  });
  it('a detached claim is silent', () => {
    const detached = { by: 'ken', at: '2025-06-14T09:00:00Z' };
    const workspace = makeWorkspace('別の記事である。', { claims: { 'c-1': { target, detached } } });
    assert.deepEqual(
      checkWorkspace(workspace).map(({ rule }) => rule),
      [],
    );
  });
});

describe('patterns of the config', () => {
  const never = Array.from({ length: 200 }, (_, i) => `${i}号室`);
  const config = { figures: { never } };
  it('are all used or, in an article that is too long for them, none, and the config says so at its place', () => {
    const short = '鍵は7号室にある。\n';
    const long = `${short}${'港は静かだ。\n'.repeat(10_000)}`;
    check('store/schema', short, { config });
    check('figure/unsourced', short, { config: { figures: { never: ['7号室'] } } });
    assert.deepEqual(check('store/schema', long, { config, elsewhere: ['figures'] }), [
      'articles/a.md is too long for these patterns (200): none of them is used in it.',
    ]);
    assert.deepEqual(
      check('store/schema', long, { config, files: { 'articles/b.md': long }, elsewhere: ['figures'] }),
      ['articles/a.md and other articles (1) are too long for these patterns (200): none of them is used there.'],
    );
  });
});

describe('review', () => {
  it('claim/stale-verdict speaks of a verdict on what was there before', () => {
    const on = '143億ドル';
    const text = 'メタは143億ドルを投じた。';
    const citations = cited('$14.3 billion');
    const of = judgedHash({ target: { exact: on }, citations });
    const room = (hash: string) => ({
      sources: nyt,
      claims: { 'c-1': { on, citations, verdicts: [verdict('verified', hash)] } },
    });
    check('claim/stale-verdict', text, room(of));
    check('claim/stale-verdict', 'メタは«143億ドル»を投じた。', room('000000000000'));
    const config = { people: { ken: { name: '森健' } } };
    const [said] = check('claim/stale-verdict', 'メタは«143億ドル»を投じた。', { ...room('000000000000'), config });
    assert.match(said ?? '', /after 森健 reviewed it/);
  });
  it('claim/disputed says who disputes a claim as it is, and why', () => {
    const on = '143億ドル';
    const text = 'メタは143億ドルを投じた。';
    const marked = 'メタは«143億ドル»を投じた。';
    const citations = cited('$14.3 billion');
    const of = judgedHash({ target: { exact: on }, citations });
    const room = (...verdicts: Verdict[]) => ({
      sources: nyt,
      claims: { 'c-1': { on, citations, verdicts } },
      config: { people: { ken: { name: '森健' } } },
    });
    const dispute = { ...verdict('disputed', of), note: 'It is\n15 billion.' };
    assert.deepEqual(check('claim/disputed', marked, room(dispute)), [
      '“143億ドル” is disputed by 森健: It is 15 billion.',
    ]);
    assert.deepEqual(check('claim/disputed', marked, room(verdict('disputed', of))), [
      '“143億ドル” is disputed by 森健.',
    ]);
    // A colleague's approval does not end a dispute; the reviewer's own later word does, and so does a change of the claim.
    check('claim/disputed', marked, room(dispute, { ...verdict('verified', of), by: 'maria' }));
    check('claim/disputed', text, room(dispute, { ...verdict('verified', of), at: '2025-06-15T09:00:00Z' }));
    check('claim/disputed', text, room({ ...dispute, of: '000000000000' }));
    check('claim/disputed', text, room(verdict('question', of)));
  });
  it('a fresh verdict of the same person replaces a stale one', () => {
    const on = '143億ドル';
    const citations = cited();
    const of = judgedHash({ target: { exact: on }, citations });
    const verdicts = [verdict('disputed', 'old'), { ...verdict('verified', of), at: '2025-06-15T09:00:00Z' }];
    check('claim/stale-verdict', 'メタは143億ドルを投じた。', {
      sources: nyt,
      claims: { 'c-1': { on, citations, verdicts } },
    });
  });
});

describe('sources', () => {
  const text = 'メタは143億ドルを投じた。';
  const marked = 'メタは«143億ドル»を投じた。';
  const claims = { 'c-1': { on: '143億ドル', citations: cited('Meta pays $14.3 billion') } };
  const copy = 'The company said Meta pays\n$14.3 billion for it.';
  it('claim/contested when a source was retracted or its text changed', () => {
    check('claim/contested', marked, { claims, sources: { nyt: { custom: { status: 'retracted' } } } });
    const withCopy = (hash: string) => ({
      claims,
      sources: { nyt: { custom: { text: 'sources/nyt.md', sha256: hash } } },
      files: { 'sources/nyt.md': copy },
    });
    check('claim/contested', text, withCopy(sha256(copy)));
    check('claim/contested', marked, withCopy(sha256('before')));
  });
  it('source/quote-not-found looks into the copy, and is silent without one', () => {
    const sources = { nyt: { custom: { text: 'sources/nyt.md' } } };
    check('source/quote-not-found', text, { claims, sources, files: { 'sources/nyt.md': copy } });
    check('source/quote-not-found', text, { claims, sources });
    check('source/quote-not-found', text, {
      claims,
      sources,
      files: { 'sources/nyt.md': 'Nothing.' },
      elsewhere: ['Meta pays $14.3 billion'],
    });
  });
  it('source/unknown in the store and in the text', () => {
    check('source/unknown', 'メタは143億ドルを投じた[@«wsj»]。', { claims, sources: {}, elsewhere: ['nyt'] });
  });
  it('source/unused', () => {
    check('source/unused', text, { claims, sources: { ...nyt, wsj: {} }, elsewhere: ['wsj'] });
    check('source/unused', 'It paid $5 [@wsj].', { sources: { wsj: {} } });
  });
});

describe('entities', () => {
  it('entity/unknown', () => {
    const claims = { 'c-1': { on: '49%', entities: ['meta', 'scale'], measure: { of: 'scale', name: 'x' } } };
    check('entity/unknown', '持ち分は49%。', {
      claims,
      entities: { meta: { names: { en: 'Meta' } } },
      elsewhere: ['scale', 'scale'],
    });
  });
  it('entity/ambiguous-name, once for a name', () => {
    const entities = {
      facebook: { names: { en: 'Facebook' } },
      meta: { names: { en: 'Meta' }, aliases: ['Facebook'] },
    };
    check('entity/ambiguous-name', '«Facebook» was renamed. Facebook is old.', { entities });
  });
});

describe('exemption/unused', () => {
  it('is told when the figure is sourced by now', () => {
    const exemptions = { 'e-1': { on: '49%' } };
    check('exemption/unused', '持ち分は49%。', { exemptions });
    check('exemption/unused', '持ち分は49%[@nyt]。', { exemptions, sources: nyt });
    const claims = { 'c-1': { on: '49%', citations: cited() } };
    check('exemption/unused', '持ち分は49%。', { exemptions, claims, sources: nyt, elsewhere: ['e-1'] });
  });
});

describe('the store', () => {
  it('store/syntax and store/schema stand at their place, and the rest is read', () => {
    const files = {
      '.sourcemark/sources/bad.yaml': 'nyt: { type: report\n',
      '.sourcemark/entities/odd.yaml':
        'meta:\n  type: club\n  names: { en: Meta }\nscale:\n  type: organization\n  names: { en: Scale }\n  colour: red\n',
    };
    const workspace = makeWorkspace('Meta bought 49% of Scale.', { files });
    const rules = checkWorkspace(workspace).map(({ rule, level, file }) => `${rule} ${level} ${file.split('/').pop()}`);
    assert.ok(rules.includes('store/syntax error bad.yaml'), rules.join('\n'));
    assert.ok(rules.includes('store/schema error odd.yaml'), rules.join('\n'));
    assert.ok(rules.includes('store/schema warning odd.yaml'), rules.join('\n'));
    assert.deepEqual([...workspace.library.entities.keys()], ['scale']);
  });
  it('an id defined twice is told at the second', () => {
    const files = {
      '.sourcemark/sources/a.yaml': 'nyt: { type: report }\n',
      '.sourcemark/sources/b.yaml': 'nyt: { type: book }\n',
    };
    check('store/schema', 'Nothing.', { files, elsewhere: ['nyt'] });
  });
});

describe('levels', () => {
  it('come from the config', () => {
    const rules = { 'figure/unsourced': 'off', 'claim/uncited': 'error' } as const;
    const workspace = makeWorkspace('It paid $5 million for 49%.', {
      config: { rules },
      claims: { 'c-1': { on: '49%' } },
    });
    assert.deepEqual(
      checkWorkspace(workspace).map(({ rule, level }) => `${rule} ${level}`),
      ['claim/uncited error'],
    );
  });
  it('every id has a rule and every rule an id', () => {
    assert.deepEqual([...new Set(allRules.map(({ id }) => id))].sort(), [...ruleIds].sort());
  });
});
