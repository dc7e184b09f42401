import assert from 'node:assert/strict';
import { countFigures } from '../../../src/core/articles/figureState';
import { sha256 } from '../../../src/core/model/gitBlobId';
import { judgedHash } from '../../../src/core/model/judgedHash';
import type { Citation, Claim, Config, Source } from '../../../src/core/model/schema';
import { articlePath, makeWorkspace, type Newsroom } from '../rules/checkRule';

const sourceText = 'The company is investing $14.3 billion for a 49 per cent stake, the wire said.\n';
const wire: Partial<Source> = { custom: { text: 'sources/wire.md' } };
const files = { 'sources/wire.md': sourceText };
const quote = 'investing $14.3 billion for a 49 per cent stake';

/** Each checkable figure of an article with its state and the reason for it. */
function states(text: string, room: Newsroom = {}): string[] {
  const view = makeWorkspace(text, { files, ...room }).article(articlePath);
  return view.coverage.map(({ figure, ...standing }) => {
    const why = 'reason' in standing ? ` ${standing.reason}` : '';
    const of = standing.state === 'repeated' ? ` ${text.slice(standing.of.start, standing.of.end)}` : '';
    return `${text.slice(figure.start, figure.end)} ${standing.state}${why}${of}`;
  });
}

/** The state of 143億ドル in a claim with these citations. */
function cited(citations: readonly Citation[], sources: Newsroom['sources'] = { wire }, claim: Partial<Claim> = {}) {
  return states('メタは143億ドルを投じた。', {
    sources,
    claims: { 'c-1': { on: '143億ドル', citations: [...citations], ...claim } },
  });
}

describe('the state of a figure', () => {
  it('is supported only by an active source whose words stand and agree', () => {
    assert.deepEqual(cited([{ source: 'wire', exact: quote }]), ['143億ドル supported']);
    const active = { wire: { custom: { ...wire.custom, status: 'active' as const, sha256: sha256(sourceText) } } };
    assert.deepEqual(cited([{ source: 'wire', exact: quote }], active), ['143億ドル supported']);
  });

  it('is unchecked, and says why, where there was nothing to compare', () => {
    assert.deepEqual(cited([{ source: 'wire' }]), ['143億ドル unchecked noQuote']);
    assert.deepEqual(cited([{ source: 'nobody', exact: quote }]), ['143億ドル unchecked unknownSource']);
    assert.deepEqual(cited([{ source: 'wire', exact: quote }], { wire: {} }), ['143億ドル unchecked noText']);
    const unread = { wire: { custom: { text: 'sources/gone.md' } } };
    assert.deepEqual(cited([{ source: 'wire', exact: quote }], unread), ['143億ドル unchecked noText']);
    assert.deepEqual(cited([{ source: 'wire', exact: 'The company' }]), ['143億ドル unchecked noFigure']);
    assert.deepEqual(cited([{ source: 'wire', exact: '49 per cent stake' }]), ['143億ドル unchecked noFigure']);
  });

  it('is contested where it says what a lost claim said, and the nearest of several is', () => {
    const lost = (exact: string, start: number) => ({ target: { exact, start }, citations: [{ source: 'wire' }] });
    const text = '売却額は143億ドルとされる。買収額も143億ドルだ。別に40人が残る。';
    const claims = { 'c-1': lost('米国の新会社に約束していた143億ドルの出資枠', 18) };
    const said = ['143億ドル unsourced', '143億ドル contested lost', '40人 unsourced'];
    assert.deepEqual(states(text, { sources: { wire }, claims }), said);
    // Two claims are not about one figure; another quantity is no sign of either, nor is one of one digit.
    const two = {
      'c-1': lost('米国の新会社に約束していた143億ドルの出資枠', 0),
      'c-2': lost('融資枠の上限が143億ドルへ広がり', 0),
    };
    assert.deepEqual(states(text, { sources: { wire }, claims: two }).slice(0, 2), [
      '143億ドル contested lost',
      '143億ドル contested lost',
    ]);
    const other = {
      'c-1': lost('米国の新会社に約束していた144億ドルの出資枠', 0),
      'c-2': lost('港の検査官ら40人前後を送り込む', 0),
    };
    assert.deepEqual(states(text, { sources: { wire }, claims: other }), [
      '143億ドル unsourced',
      '143億ドル unsourced',
      '40人 unsourced',
    ]);
    // What has a source of its own is not in doubt.
    const own = { ...claims, 'c-3': { on: '143億ドル', citations: [{ source: 'wire', exact: quote }] } };
    assert.equal(states('買収額は143億ドルだ。', { sources: { wire }, files, claims: own })[0], '143億ドル supported');
  });

  it('is contested where what is cited does not hold', () => {
    for (const status of ['retracted', 'superseded'] as const) {
      const fallen = { wire: { custom: { ...wire.custom, status } } };
      assert.deepEqual(cited([{ source: 'wire', exact: quote }], fallen), [`143億ドル contested ${status}`]);
      assert.deepEqual(cited([{ source: 'wire' }], fallen), [`143億ドル contested ${status}`]);
    }
    const changed = { wire: { custom: { ...wire.custom, sha256: '0'.repeat(64) } } };
    assert.deepEqual(cited([{ source: 'wire', exact: quote }], changed), ['143億ドル contested textChanged']);
    assert.deepEqual(cited([{ source: 'wire', exact: 'a price of $14.3 billion' }]), [
      '143億ドル contested quoteNotFound',
    ]);
    const other = { 'sources/wire.md': 'It paid $15 billion.' };
    assert.deepEqual(
      states('メタは143億ドルを投じた。', {
        files: other,
        sources: { wire },
        claims: { 'c-1': { on: '143億ドル', citations: [{ source: 'wire', exact: 'It paid $15 billion' }] } },
      }),
      ['143億ドル contested differs'],
    );
    assert.deepEqual(cited([{ source: 'wire', exact: 'It paid $15 billion' }], { wire: {} }), [
      '143億ドル contested differs',
    ]);
  });

  it('is contested by a reviewer, whatever the source says', () => {
    const target = { target: { exact: '143億ドル', start: 3 }, citations: [{ source: 'wire', exact: quote }] };
    const said = { by: 'ken', at: '2025-06-14T09:00:00Z', of: judgedHash(target as Claim) };
    const judged = (verdict: 'disputed' | 'verified', of = said.of) =>
      states('メタは143億ドルを投じた。', {
        sources: { wire },
        claims: { 'c-1': { ...target, verdicts: [{ ...said, verdict, of }] } },
      });
    assert.deepEqual(judged('disputed'), ['143億ドル contested disputed']);
    assert.deepEqual(judged('disputed', 'of something else'), ['143億ドル supported']);
    assert.deepEqual(judged('verified'), ['143億ドル supported']);
  });

  it('does not grow by a verdict: what nobody can compare stays unchecked', () => {
    const target = { target: { exact: '143億ドル', start: 3 }, citations: [{ source: 'wire', exact: quote }] };
    const verified = { by: 'ken', at: '2025-06-14T09:00:00Z', verdict: 'verified' as const };
    const claim = { ...target, verdicts: [{ ...verified, of: judgedHash(target as Claim) }] };
    assert.deepEqual(states('メタは143億ドルを投じた。', { sources: { wire: {} }, claims: { 'c-1': claim } }), [
      '143億ドル unchecked noText',
    ]);
  });

  it('is contested where the value changed or the place is not known', () => {
    const changed = { exact: '143億ドルを投じた', prefix: 'メタは', suffix: '。', start: 3 };
    const citations = [{ source: 'wire', exact: quote }];
    assert.deepEqual(
      states('メタは341億ドルを投じた。', { sources: { wire }, claims: { 'c-1': { target: changed, citations } } }),
      ['341億ドル contested valueChanged'],
    );
    assert.deepEqual(
      states('143億ドルだ。143億ドルだ。', {
        sources: { wire },
        claims: { 'c-1': { target: { exact: '143億ドル' }, citations } },
      }),
      ['143億ドル contested ambiguous', '143億ドル contested ambiguous'],
    );
  });

  it('is that of the best citation of a claim, unless a source fell', () => {
    const good = { source: 'wire', exact: quote };
    const memo = { ...wire, custom: { ...wire.custom, status: 'retracted' as const } };
    assert.deepEqual(cited([{ source: 'nobody' }, good]), ['143億ドル supported']);
    assert.deepEqual(cited([{ source: 'wire', exact: 'not these words' }, good]), ['143億ドル supported']);
    assert.deepEqual(cited([{ source: 'wire', exact: 'not these words' }, { source: 'wire' }]), [
      '143億ドル contested quoteNotFound',
    ]);
    assert.deepEqual(cited([{ source: 'memo' }, good], { wire, memo }), ['143億ドル contested retracted']);
  });

  it('is that of the worst of several claims', () => {
    const text = 'メタは143億ドルを投じた。';
    const claims = (first: string, second: string) => ({
      'c-1': { on: '143億ドル', citations: [{ source: 'wire', exact: first }] },
      'c-2': { on: 'メタは143億ドルを投じた', citations: [{ source: 'wire', exact: second }] },
    });
    const room = { sources: { wire } };
    assert.deepEqual(states(text, { ...room, claims: claims(quote, 'not these words') }), [
      '143億ドル contested quoteNotFound',
    ]);
    assert.deepEqual(states(text, { ...room, claims: claims('The company', quote) }), ['143億ドル supported']);
  });

  it('is each figure’s own in a claim with several', () => {
    const claims = {
      'c-1': { on: '143億ドルで60%を得た', citations: [{ source: 'wire', exact: quote }] },
      'c-2': { on: '28歳', citations: [{ source: 'wire', exact: quote }] },
    };
    assert.deepEqual(states('メタは143億ドルで60%を得た。社長は28歳。残りは3%。', { sources: { wire }, claims }), [
      '143億ドル supported',
      '60% contested differs',
      '28歳 unchecked noFigure',
      '3% unsourced',
    ]);
  });

  it('is exempt where nothing is cited, though a claim changed or is disputed', () => {
    const exemptions = { 'e-1': { on: '28歳' } };
    assert.deepEqual(states('社長は28歳。', { exemptions }), ['28歳 exempt']);
    const claims = { 'c-1': { on: '28歳', citations: [{ source: 'wire' }] } };
    assert.deepEqual(states('社長は28歳。', { exemptions, claims, sources: { wire } }), ['28歳 unchecked noQuote']);
  });

  it('is no claim’s that cites nothing or was taken off the text', () => {
    const by = { by: 'ken', at: '2025-06-14T09:00:00Z' };
    const citations = [{ source: 'wire', exact: quote }];
    assert.deepEqual(cited([]), ['143億ドル unsourced']);
    assert.deepEqual(cited(citations, { wire }, { detached: by }), ['143億ドル unsourced']);
  });

  it('is counted once for each figure', () => {
    const view = makeWorkspace('143億ドルと3%と4%。').article(articlePath);
    const none = { contested: 0, unsourced: 0, unchecked: 0, repeated: 0, exempt: 0, supported: 0 };
    assert.deepEqual(countFigures(view.coverage), { ...none, unsourced: 3 });
    assert.deepEqual(countFigures([]), none);
  });
});

describe('citations in the text', () => {
  const page = { page: { URL: 'https://www.example.org/results?utm_source=mail', DOI: '10.1000/ABC' } };
  const under = (textCitations: Config['textCitations'], text: string, sources: Newsroom['sources'] = page) =>
    states(text, { sources, ...(textCitations && { config: { textCitations } }) });
  const known = [
    'It paid $15 million [@page].',
    'It paid $15 million [see @page, p. 30].',
    'It paid $15 million.[^1]\n\n[^1]: See @page, p. 3.',
    'It paid $15 million.[^1]\n\n[^1]: http://example.org/results/',
    'It paid $15 million ([results](https://example.org/results#top)).',
    'It paid [$15 million](https://www.example.org/results/?utm_campaign=x&fbclid=1 "Results").',
    'It paid $15 million ([results][r]).\n\n[r]: https://EXAMPLE.org/results',
    'It paid $15 million, <a class="x" href="https://example.org/results">it said</a>.',
    'It paid $15 million (https://example.org/results).',
    'It paid $15 million (https://doi.org/10.1000/abc).',
    '[The company](https://example.org/results) paid $15 million.',
    'It paid $15 million. [Results](https://example.org/results)',
  ];
  const others = [
    'It paid $15 million ([about us](https://example.org/about)).',
    'It paid $15 million ([shop](https://shop.example/results?id=3)).',
    'It paid $15 million.[^1]\n\n[^1]: A filing.',
    'It paid $15 million [@nobody].',
    'It paid $15 million (https://example.org/).',
  ];
  const never = [
    'It paid $15 million ([about us](/about)).',
    'It paid $15 million ([mail](mailto:info@example.org)).',
    'It paid $15 million ([run](command:workbench.action.quit)).',
    'It paid $15 million ([above](#top)).',
    'It paid $15 million ![chart](https://example.org/results).',
  ];

  it('count where they name a source of the store, by any spelling of its address', () => {
    for (const text of known) assert.deepEqual(under('known', text), ['$15 million unchecked citedInText'], text);
    for (const text of [...others, ...never]) assert.deepEqual(under('known', text), ['$15 million unsourced'], text);
  });

  it('count without a policy where the address could be a source, and are never more than unchecked', () => {
    for (const policy of [undefined, 'any'] as const) {
      for (const text of [...known, ...others])
        assert.deepEqual(under(policy, text), ['$15 million unchecked citedInText'], text);
      for (const text of never) assert.deepEqual(under(policy, text), ['$15 million unsourced'], text);
    }
  });

  it('never count where the team says so', () => {
    for (const text of [...known, ...others, ...never])
      assert.deepEqual(under('none', text), ['$15 million unsourced'], text);
  });

  it('name a source by the file of its text, from where the article lies', () => {
    const sources = { wire };
    assert.deepEqual(under('known', 'It paid $15 million ([notes](../sources/wire.md)).', sources), [
      '$15 million unchecked citedInText',
    ]);
    assert.deepEqual(under('known', 'It paid $15 million ([notes](sources/wire.md)).', sources), [
      '$15 million unsourced',
    ]);
  });

  it('are contested with their source', () => {
    const sources = { page: { ...page.page, custom: { status: 'retracted' as const } } };
    for (const policy of ['any', 'known'] as const)
      assert.deepEqual(under(policy, known[4]!, sources), ['$15 million contested retracted']);
  });

  it('follow the store: a source that is added counts at once', () => {
    const workspace = makeWorkspace(known[4]!, { config: { textCitations: 'known' }, sources: { other: {} } });
    const count = () => workspace.summary(articlePath).coverage;
    assert.equal(count().unsourced, 1);
    workspace.setFile('.sourcemark/sources/page.yaml', JSON.stringify({ page: { type: 'report', ...page.page } }));
    assert.equal(count().unchecked, 1);
    workspace.setFile('.sourcemark/sources/page.yaml', undefined);
    assert.equal(count().unsourced, 1);
  });
});
