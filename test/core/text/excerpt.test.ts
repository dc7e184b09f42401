import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { excerpt } from '../../../src/core/text/excerpt';

const around = (text: string, words: string) => {
  const start = text.indexOf(words);
  return excerpt(text, { start, end: start + words.length });
};

describe('an excerpt', () => {
  it('cuts no word of what stands around, in any script', () => {
    assert.equal(
      around('The committee and OpenAI raised a total of $6 billion in a financing round.', '$6 billion'),
      '…raised a total of 【$6 billion】 in a financing…',
    );
    assert.equal(
      around(
        '同社はスーパーインテリジェンスの研究所へ143億ドルを投じ、競争力の回復をめざして人材を集めた。',
        '143億ドル',
      ),
      '…スーパーインテリジェンスの研究所へ【143億ドル】を投じ、競争力の回復をめざして人材…',
    );
  });

  it('cuts a word that has no end in sight, but no character', () => {
    const endless = '𠮷'.repeat(60);
    assert.equal(around(`${endless}5億円${endless}`, '5億円'), `…${'𠮷'.repeat(16)}【5億円】${'𠮷'.repeat(16)}…`);
    assert.equal(around(`${endless}a5億円a${endless}`, '5億円'), `…${'𠮷'.repeat(16)}a【5億円】a${'𠮷'.repeat(16)}…`);
  });

  it('is one line, and whole where the text is short', () => {
    assert.equal(around('# 決算\n\n- 35億円\n', '35億円'), '# 決算 - 【35億円】');
  });
});
