import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PatternMatcher } from '../../../src/core/figures/patternMatcher';
import {
  compilePattern,
  LONGEST_PATTERN,
  type Pattern,
  patternFault,
  type Step,
} from '../../../src/core/figures/patterns';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';
import { MOST_PATTERNS } from '../../../src/core/figures/teamPatterns';

/** Where the matches end that begin at a place, by trying every way. */
function ends(steps: readonly Step[], text: string, at: number): Set<number> {
  const [step, ...rest] = steps;
  if (!step) return new Set([at]);
  const all = new Set<number>();
  const go = (to: number, further: readonly Step[] = rest) => {
    for (const end of ends(further, text, to)) all.add(end);
  };
  const character = text[at] ?? '';
  if (step.type === 'run' || step.type === 'space') {
    go(at);
    if (step.type === 'run' ? character !== '' && character !== '\n' : /[ \n]/.test(character)) go(at + 1, steps);
  } else if (step.type === 'digits') {
    const part = /^(?:\d|(?<=\d)[.,](?=\d))+/.exec(text.slice(at))?.[0] ?? '';
    const isSeparator = /[.,]/.test(character) && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
    const whole = isSeparator ? `${character}${/^(?:\d|(?<=\d)[.,](?=\d))+/.exec(text.slice(at + 1))?.[0]}` : part;
    if (whole !== '') go(at + whole.length);
  } else if (character !== '' && (step.type === 'any' || text.charCodeAt(at) === step.code)) go(at + 1);
  return all;
}

function expected(steps: readonly Step[], text: string) {
  const found: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    const end = Math.max(-1, ...ends(steps, text, start));
    if (end <= start) continue;
    found.push({ start, end });
    start = end - 1;
  }
  return found;
}

function find(pattern: Pattern, text: string) {
  const matcher = new PatternMatcher([pattern]);
  const codes = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return matcher.find(pattern, matcher.read(codes, codes.length));
}

describe('PatternMatcher', () => {
  it('finds what every way of matching finds: leftmost, then longest', () => {
    const written = fc.array(fc.constantFrom('a', 'b', '1', '*', '?', '#', ' ', 'ab', 'a*', '# '), { maxLength: 6 });
    const text = fc.array(fc.constantFrom('a', 'b', '1', '2', ',', '.', ' ', '\n', 'ab'), { maxLength: 14 });
    fc.assert(
      fc.property(written, text, (parts, letters) => {
        const pattern = compilePattern(parts.join(''));
        const line = letters.join('');
        if (!pattern) return;
        assert.deepEqual(find(pattern, line), expected(pattern.steps, line), JSON.stringify([parts.join(''), line]));
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 400) },
    );
  });

  it('finds patterns of more steps than fit into a word', () => {
    for (const length of [30, 31, 32, 33, 63, 64, 65, 128, 190]) {
      const word = 'abcdefgh'.repeat(24).slice(0, length);
      for (const [written, line, range] of [
        [word, `x${word}x`, [1, length + 1]],
        [`${word}*#`, `x${word} and 1,234.5x`, [1, length + 13]],
        [`#${word} z`, `1${word}z`, [0, length + 2]],
      ] as const) {
        const pattern = compilePattern(written);
        assert.ok(pattern, written);
        assert.deepEqual(find(pattern, line), [{ start: range[0], end: range[1] }]);
      }
    }
  });
});

describe('patternFault', () => {
  it('says why a pattern is not used, and nothing of one that is', () => {
    assert.equal(patternFault('*行'), undefined);
    assert.equal(patternFault('a'.repeat(LONGEST_PATTERN)), undefined);
    assert.match(patternFault('a'.repeat(LONGEST_PATTERN + 1))?.text ?? '', /too long/);
    for (const written of ['*', '? *', ' **?']) assert.match(patternFault(written)?.text ?? '', /everything/, written);
    assert.match(patternFault('  ')?.text ?? '', /empty/);
  });
});

describe('never', () => {
  const checkable = (text: string, never: readonly string[]) =>
    recognizeFigures(text, { never, format: 'plaintext' })
      .filter((figure) => figure.checkable)
      .map(({ start, end }) => text.slice(start, end));

  it('takes a figure whole where the pattern is open', () => {
    assert.deepEqual(checkable('原稿は25行で、5人が書いた。', []), ['25行', '5人']);
    assert.deepEqual(checkable('原稿は25行で、5人が書いた。', ['*行']), ['5人']);
    assert.deepEqual(checkable('It paid $5 million for 300 pages.', ['* pages']), ['$5 million']);
    assert.deepEqual(checkable('It paid $5 million for 300 pages.', ['$*']), ['300 pages']);
    assert.deepEqual(checkable('原稿は25行で、5人が書いた。', ['行']), ['25行', '5人']);
  });

  it('leaves alone what an open pattern does not touch', () => {
    assert.deepEqual(checkable('5人が銀行で3億円を払った。', ['*行']), ['5人', '3億円']);
  });

  it('uses as many patterns as the config may have', () => {
    const others = Array.from({ length: MOST_PATTERNS - 1 }, (_, index) => `語${index}`);
    assert.deepEqual(checkable('原稿は25行だ。', [...others, '*行']), []);
    assert.deepEqual(checkable('原稿は25行だ。', [...others, '語', '*行']), ['25行']);
  });
});
