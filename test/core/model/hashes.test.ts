import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/core/model/canonicalJson';
import { gitBlobId, sha256 } from '../../../src/core/model/gitBlobId';
import { judgedHash } from '../../../src/core/model/judgedHash';

describe('gitBlobId and sha256', () => {
  it('are those of git and of every other program, for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        const bytes = Buffer.from(text, 'utf8');
        const blob = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
        assert.equal(gitBlobId(text), blob);
        assert.equal(sha256(text), createHash('sha256').update(bytes).digest('hex'));
      }),
    );
    assert.equal(gitBlobId(''), 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
    assert.equal(gitBlobId('\ud800𠮷\udc00'), gitBlobId('\ufffd𠮷\ufffd'));
  });
});

describe('judgedHash', () => {
  const claim = { target: { exact: '143億ドル', start: 5 }, citations: [{ source: 'nyt', exact: '$14.3 billion' }] };
  const hash = judgedHash(claim);

  it('is short and stays when only the place or a note changes', () => {
    assert.match(hash, /^[0-9a-f]{12}$/);
    const moved = {
      target: { ...claim.target, start: 90, prefix: 'x' },
      citations: [{ ...claim.citations[0]!, note: 'n' }],
    };
    assert.equal(judgedHash(moved), hash);
  });

  it('changes with the words and the citations', () => {
    assert.notEqual(judgedHash({ ...claim, target: { exact: '145億ドル' } }), hash);
    assert.notEqual(judgedHash({ target: claim.target }), hash);
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    assert.equal(canonicalJson({ b: 1, a: [undefined, { d: null, c: 'x' }] }), '{"a":[null,{"c":"x","d":null}],"b":1}');
    assert.notEqual(canonicalJson(Number.NaN), canonicalJson(null));
  });
});
