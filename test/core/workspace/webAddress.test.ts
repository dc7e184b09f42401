import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkDestination, webAddress } from '../../../src/core/workspace/webAddress';

describe('an address of the web', () => {
  it('is as it was written, whatever is escaped in it and whatever is not', () => {
    for (const address of [
      'https://example.org/a%2Cb?at=12%3A30&n=1,234#:~:text=1%2C234%20people,%2Dcut',
      'http://example.org',
      'HTTPS://EXAMPLE.ORG:8080/A',
      'https://example.org?q=1',
      'https://example.org/記事/143億ドル?語=関税',
      'https://日本.example/%E8%A8%98%E4%BA%8B',
      'https://[2001:db8::1]/x',
      'https://example.org/100%/%zz/%252C',
      'https://example.org/a b|c"d\'e(f)[g]{h}^i`j*k_l~m$n<o>',
    ]) {
      assert.equal(webAddress(address), address);
      assert.equal(webAddress(` ${address}\n`), address);
    }
  });

  it('is none of another scheme, without a host, or one that could mislead', () => {
    for (const text of [
      '',
      'example.org',
      '//example.org/a',
      'command:workbench.action.quit',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/hosts',
      'vscode://settings',
      'mailto:a@example.org',
      'https:',
      'https://',
      'https:///path',
      'https://?q',
      'https:\\\\example.org',
      'https://example.org\\@example.com/',
      'https://example.org /',
      'see https://example.org',
      'https://example.org/a\nb',
      'https://example.org/a\tb',
      'https://example.org/\u202egro',
      'https://example.org/\u0000',
      `https://example.org/${'a'.repeat(20_000)}`,
    ])
      assert.equal(webAddress(text), undefined, JSON.stringify(text));
  });

  it('is the same in a link, but for what no address holds', () => {
    for (const [address, destination = address] of [
      ['https://example.org/a%2Cb?at=12%3A30#:~:text=1%2C234,%2Dcut'],
      ["https://example.org/a_(b)_*c*~d~|e[f]!g&h=1&copy=2;'i'%252C"],
      ['https://example.org/記事?語=関税'],
      ['https://example.org/a b\u3000c', 'https://example.org/a%20b%E3%80%80c'],
      ['https://example.org/"a"<img>`b`', 'https://example.org/%22a%22%3Cimg%3E%60b%60'],
      ['https://example.org/$(trash)$a', 'https://example.org/%24(trash)$a'],
    ] as const)
      assert.equal(linkDestination(webAddress(address)!), destination);
  });

  it('cannot leave the brackets of a link, whatever it holds, and leads to the same page', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<', '>', '](', ')', '"', '`', '$(x)', '%2C', '%', '&lt;', '#', '?', ' ', '記', '|', '\\'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const address = webAddress(`https://example.org/${parts.join('')}`);
        fc.pre(address !== undefined && !/\p{Cs}/u.test(address));
        const destination = linkDestination(address!);
        assert.doesNotMatch(destination, /[\s<>"`\\]|\$\(/);
        // A grave accent and a dollar sign are the same escaped, though only some parts of an address escape them.
        const page = (text: string) => new URL(text).href.replaceAll('%24', '$').replaceAll('%60', '`');
        assert.equal(page(destination), page(address!));
      }),
    );
  });
});
