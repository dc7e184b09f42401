import assert from 'node:assert/strict';
import { createLiveAnchors } from '../../../src/core/anchoring/createLiveAnchors';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import { trackEdits } from '../../../src/core/anchoring/trackEdits';

const article = '市は港の改修に143億円を充てる。\n工事は三年続き、船の出入りは夜に限られる。\n';

/** A document with one claim in it, edited as a person would. */
function open(words: string, text = article) {
  const start = text.indexOf(words);
  const live = createLiveAnchors(text, new Map([['claim', describeTarget(text, start, start + words.length)]]));
  const status = () => live.anchors.get('claim')!.status;
  const standing = () => {
    const anchor = live.anchors.get('claim')!;
    return 'range' in anchor ? live.text.slice(anchor.range.start, anchor.range.end) : undefined;
  };
  const replace = (old: string, fresh: string) => {
    const at = live.text.indexOf(old);
    assert.ok(at >= 0, old);
    live.apply([{ start: at, end: at + old.length, text: fresh }]);
  };
  const insert = (before: string, fresh: string) => {
    const at = live.text.indexOf(before);
    live.apply([{ start: at, end: at, text: fresh }]);
  };
  return { live, status, standing, replace, insert };
}

describe('trackEdits', () => {
  const track = (edit: [number, number, string]) => {
    const [range] = trackEdits([{ start: 10, end: 20 }], [{ start: edit[0], end: edit[1], text: edit[2] }]);
    return [range!.start, range!.end];
  };
  it('leaves what is typed at the edges outside', () => {
    assert.deepEqual(track([10, 10, 'ab']), [12, 22]);
    assert.deepEqual(track([20, 20, 'ab']), [10, 20]);
  });
  it('takes what is typed or replaced within', () => {
    assert.deepEqual(track([15, 15, 'ab']), [10, 22]);
    assert.deepEqual(track([10, 13, 'x']), [10, 18]);
    assert.deepEqual(track([17, 20, 'x']), [10, 18]);
    assert.deepEqual(track([10, 20, 'x']), [10, 11]);
  });
  it('loses what is deleted over an edge, and empties', () => {
    assert.deepEqual(track([5, 12, '']), [5, 13]);
    assert.deepEqual(track([18, 25, '']), [10, 18]);
    assert.deepEqual(track([5, 25, '']), [5, 5]);
  });
  it('follows many edits at once, in any order', () => {
    const edits = [
      { start: 30, end: 31, text: '' },
      { start: 12, end: 12, text: 'abc' },
      { start: 0, end: 4, text: '' },
    ];
    assert.deepEqual(trackEdits([{ start: 10, end: 20 }], edits), [{ start: 6, end: 19, touched: true }]);
  });
});

describe('createLiveAnchors', () => {
  it('rides along with typing before, inside and at the edges', () => {
    const { status, standing, insert } = open('143億円を充てる');
    insert('市は', '先月、');
    assert.equal(status(), 'moved');
    insert('を充てる', '余さず');
    assert.equal(standing(), '143億円余さずを充てる');
    insert('143', '全部で');
    assert.equal(standing(), '143億円余さずを充てる');
  });
  it('reports a new value while it is typed, and forgets it when that is undone', () => {
    const { live, status, standing, replace } = open('143億円');
    replace('143', '145');
    assert.equal(status(), 'valueChanged');
    assert.equal(standing(), '145億円');
    replace('145', '143');
    assert.equal(status(), 'exact');
    replace('143億円', '9');
    const at = live.text.indexOf('9') + 1;
    live.apply([{ start: at, end: at, text: '8億円' }]);
    assert.equal(status(), 'valueChanged');
    assert.equal(standing(), '98億円');
  });
  it('reports 約 typed before the passage', () => {
    const { status, insert, replace } = open('143億円');
    insert('143', '約');
    assert.equal(status(), 'valueChanged');
    replace('約143', '143');
    assert.equal(status(), 'exact');
  });
  it('finds a cut passage where it is pasted', () => {
    const { live, status, standing, replace } = open('143億円を充てる');
    replace('市は港の改修に143億円を充てる。\n', '');
    assert.equal(status(), 'orphaned');
    const end = live.text.length;
    live.apply([{ start: end, end, text: '市は港の改修に143億円を充てる。\n' }]);
    assert.equal(status(), 'moved');
    assert.equal(standing(), '143億円を充てる');
  });
  it('finds a passage dragged in one change', () => {
    const { live, status, standing } = open('143億円を充てる');
    const line = article.slice(0, article.indexOf('\n') + 1);
    live.apply([
      { start: 0, end: line.length, text: '' },
      { start: article.length, end: article.length, text: line },
    ]);
    assert.equal(status(), 'moved');
    assert.equal(standing(), '143億円を充てる');
  });
  it('is not drawn away by a copy', () => {
    const { live, status } = open('143億円を充てる');
    live.apply([{ start: article.length, end: article.length, text: article }]);
    assert.equal(status(), 'exact');
  });
  it('restores what undo restores, whole or in part, and redo takes', () => {
    const { live, status, standing } = open('143億円を充てる');
    const at = article.indexOf('143');
    const cut = (from: number, length: number) => live.apply([{ start: from, end: from + length, text: '' }]);
    const undo = (from: number, text: string) => live.apply([{ start: from, end: from, text }]);
    cut(at, 9);
    assert.equal(status(), 'orphaned');
    undo(at, '143億円を充てる');
    assert.equal(status(), 'exact');
    cut(at + 5, 4);
    assert.equal(standing(), '143億円');
    undo(at + 5, 'を充てる');
    assert.equal(standing(), '143億円を充てる');
    cut(0, article.length);
    assert.equal(status(), 'orphaned');
    undo(0, article);
    assert.equal(status(), 'exact');
  });
  it('follows a replacement everywhere', () => {
    const { live, standing, status } = open('船の出入り');
    const edits = [...article.matchAll(/の/gu)].map((match) => ({
      start: match.index,
      end: match.index + 1,
      text: 'ノ',
    }));
    live.apply(edits);
    assert.equal(live.text, article.replaceAll('の', 'ノ'));
    assert.equal(standing(), '船ノ出入り');
    assert.equal(status(), 'moved');
  });
  it('follows a formatter that replaces the whole document', () => {
    const { live, standing, status } = open('143億円を充てる');
    live.apply([{ start: 0, end: article.length, text: `# 港\n\n${article.replaceAll('。\n', '。\n\n')}` }]);
    assert.equal(standing(), '143億円を充てる');
    assert.equal(status(), 'moved');
  });
  it('gives up a passage that is written over with other words', () => {
    const { status, replace } = open('船の出入りは夜に限られる');
    replace('船の出入りは夜に限られる', 'まだ決まっていない');
    assert.equal(status(), 'orphaned');
    replace('まだ決まっていない', '船の出入りは夜に限られる');
    assert.equal(status(), 'exact');
  });
  it('takes new claims and lets go of old ones', () => {
    const { live } = open('143億円');
    assert.equal(live.set('other', describeTarget(article, 0, 2)).status, 'exact');
    live.delete('claim');
    assert.deepEqual([...live.anchors.keys()], ['other']);
  });
});

describe('an edge at which words of the passage were just taken out', () => {
  it('takes in what is typed there in their stead, and judges it', () => {
    const { live, replace, insert, status, standing } = open(
      '共有673位，负责人公布',
      '港口称，共有673位，负责人公布。\n',
    );
    replace('公布', '');
    for (const letter of '披露') insert('。', letter);
    assert.equal(standing(), '共有673位，负责人披露');
    assert.equal(status(), 'moved');
    const at = live.text.indexOf('673');
    live.apply([{ start: at, end: at + 3, text: '' }]);
    for (const [index, letter] of [...'763'].entries())
      live.apply([{ start: at + index, end: at + index, text: letter }]);
    assert.equal(standing(), '共有763位，负责人披露');
    assert.equal(status(), 'valueChanged');
  });
  it('holds a number at the head of the passage that is typed anew', () => {
    const { live, replace, status, standing } = open('49152353 Gt', 'The pits gave 49152353 Gt of salt.\n');
    replace('49152353', '');
    for (const letter of '49,152,353') {
      const at = live.text.indexOf(' Gt');
      live.apply([{ start: at, end: at, text: letter }]);
    }
    assert.equal(standing(), '49,152,353 Gt');
    assert.equal(status(), 'moved');
  });
  it('is closed by an edit elsewhere, and by a new line', () => {
    const { live, replace, insert, standing } = open('共有673位，负责人公布', '港口称，共有673位，负责人公布。\n');
    replace('公布', '');
    live.apply([{ start: 0, end: 0, text: '今' }]);
    insert('。', '披露');
    assert.equal(standing(), '共有673位，负责人');
    replace('人', '');
    insert('披露', '\n');
    assert.equal(standing(), '共有673位，负责');
  });
});

describe('words typed anew at the end of a passage', () => {
  it('are taken in again with another space before them', () => {
    const { insert, replace, status, standing } = open(
      '649 million barges',
      'The port counted 649 million barges, it said.\n',
    );
    replace(' barges', '');
    for (const letter of '\u00a0barges') insert(', it', letter);
    assert.equal(status(), 'moved');
    assert.equal(standing(), '649 million\u00a0barges');
  });
});

describe('a paragraph that changes places with another, one replacement after the other', () => {
  const own = 'Pemberton Bank put rents in the 1990s at 58 billion baht, it was said.';
  const others = [
    'A long line formed at the counter.',
    'In April, 29 barges passed the trial at the bank, it was said.',
  ];

  for (const other of others)
    for (const words of ['58 billion baht', own])
      it(`comes back with its own words: ${words} for ${other}`, () => {
        const far = 'Ships kept coming and going at the harbor.\n\n'.repeat(9);
        const { replace, status, standing, live } = open(words, `${own}\n\n${far}${other}\n`);
        const last = live.text.length - other.length - 1;
        replace(own, other);
        assert.ok(status() === 'orphaned' || status() === 'valueChanged', status());
        const at = last + other.length - own.length;
        live.apply([{ start: at, end: at + other.length, text: own }]);
        assert.equal(status(), 'moved');
        assert.equal(standing(), words);
      });
  it('does not come back with its figure alone, nor with another one', () => {
    const { replace, status, insert } = open('58 billion baht', `${own}\n\nShips came.\n`);
    replace(own, others[1]!);
    insert('Ships came.', 'Quillon put rents in the 1990s at 58 billion baht, it was said. ');
    assert.ok(status() === 'orphaned' || status() === 'valueChanged', status());
    insert('Ships came.', 'Pemberton Bank put rents in the 1990s at 53 billion baht, it was said. ');
    assert.ok(status() === 'orphaned' || status() === 'valueChanged', status());
  });
});
