// Edits after which the figure is another one. Whatever the claim is tied to, it must not be said to stand there still.
import { pickTarget, withParts, withTexts } from './article.mjs';

const prefixes = ['k', 'M', 'G', 'T', 'P', 'm', 'µ', 'n', 'p', 'h', 'd', 'c', 'da', 'f', 'E', 'Z'];
const bases =
  't|W|Wh|Hz|Pa|eV|B|b|L|g|m|J|cal|Gy|Sv|Bq|mol|lx|V|A|Ω|F|H|Wb|N|K|cd|bar|yr|pc|Da|rpm|Gal|dpi|ppm|flops'.split('|');
const glued = '§¤₿₴₦₾฿₫‰‱ℓµΩ℉Ƀ₡₲₵ÐøßþæĦŁ'.split('');
const moneyWords = 'RM|Rs|R$|S$|NT$|HK$|CHF|SEK|ZAR|AED|KSh|QR|Bs.|MX$|kr|zł|Ft|Kč|₦|₱|₡|₴|₸|PLN|THB|VND|PHP|COP'.split(
  '|',
);
const sameMoney = [
  ['₱', 'PHP'],
  ['zł', 'PLN'],
];
const romans = 'I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII'.split('|');
const romanSigns = 'Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|Ⅶ|Ⅷ|Ⅸ|Ⅹ'.split('|');
const circled = '①②③④⑤⑥⑦⑧⑨⑩'.split('');
const signs = {
  ja: ['▲', '△', '-', '−', '－', '–', '±', 'マイナス', '(', '≒', '∓'],
  zh: ['▲', '△', '-', '−', '负', '±', '(', '≈', '负的'],
  en: ['-', '−', '–', '±', '(', 'minus ', 'negative ', '▼', '≈', '∓'],
};
const bounds = ['≦', '≧', '<', '>', '≤', '≥', '＜', '＞', '~', '〜', '≲', '⩾', '≪', '＞＝', '>='];
const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const letters = (random, count) => Array.from({ length: count }, () => random.pick(latin)).join('');

/** A kind of edit that puts other words into roles of the claim's sentence. `plan` gives { form, given, was, is }. */
function substitution(name, number, plan) {
  return {
    name,
    number,
    truth: 'other',
    make(maker) {
      const made = plan(maker.random, maker.language, maker);
      if (!made) return undefined;
      const { form = 'level', given, was = {}, is, target } = made;
      const article = maker.article(form, given && { number: maker.number(), ...given });
      const byRole = (words) =>
        new Map(
          article.own.filter((part) => Object.hasOwn(words, part.role)).map((part) => [part.id, words[part.role]]),
        );
      const texts = byRole(was);
      const changes = byRole(is);
      if (changes.size === 0) return undefined;
      const old = withTexts(article.blocks, texts);
      const own = article.own.map((part) => (texts.has(part.id) ? { ...part, text: texts.get(part.id) } : part));
      return { old, new: withTexts(old, changes), target: pickTarget(maker.random, own, target) };
    },
  };
}

const either = (random, role, word, given = {}) =>
  random.chance(0.5)
    ? { given: { ...given }, is: { [role]: word } }
    : { given: { ...given, [role]: word }, is: { [role]: '' } };

const changedDigits = (random, digits) => {
  const places = [...digits].flatMap((digit, at) => (/\d/.test(digit) ? [at] : []));
  const at = random.pick(places);
  const other = (Number(digits[at]) + random.between(1, 8)) % 10 || 9;
  const result = `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`;
  return result === digits ? `${digits}1` : result;
};

const unread = [
  substitution('prefix of a unit', 1, (random) => {
    const base = random.pick(bases);
    const [was, is] = random.two(prefixes);
    const gap = random.pick(['', ' ', ' ', '\u00a0']);
    return { given: { unit: `${gap}${was}${base}` }, is: { unit: `${gap}${is}${base}` } };
  }),
  substitution('another unit', 1, (random, language) => {
    const [was, is] = random.two(language.units);
    if (isSameCounter(was, is)) return undefined;
    return { given: { unit: was }, is: { unit: is } };
  }),
  substitution('random letters behind', 1, (random) => {
    const was = random.chance(0.3) ? '' : letters(random, random.between(1, 4));
    let is = letters(random, random.between(1, 4));
    // Case alone may be no change in prose.
    if (is.toLowerCase() === was.toLowerCase()) is = `${is}q`;
    return { given: { unit: was }, is: { unit: is } };
  }),
  substitution('random letters before', 1, (random) => {
    const was = random.chance(0.3) ? '' : letters(random, random.between(1, 3));
    let is = letters(random, random.between(1, 3));
    if (is.toLowerCase() === was.toLowerCase()) is = `${is}q`;
    return { given: { money: was }, is: { money: is } };
  }),
  substitution('random sign beside', 1, (random) => either(random, random.pick(['money', 'unit']), random.pick(glued))),
  substitution('another currency', 1, (random, language) => {
    const [was, is] = random.two(moneyWords);
    // One currency by its code and by its sign is no other.
    if (sameMoney.some((pair) => pair.includes(was) && pair.includes(is))) return undefined;
    const gap = /\w$/.test(was) && random.chance(0.5) ? ' ' : '';
    const scale = random.pick(language.scales);
    return { given: { money: was + gap, scale }, is: { money: is + gap } };
  }),
  substitution('currency word', 1, (random, language) => {
    const [was, is] = random.two(language.money.filter((money) => money.unit !== undefined));
    return { given: { scale: random.pick(language.scales), ...was }, is };
  }),
  substitution('scale', 1, (random, language) => {
    const same = (scale) =>
      scale.trim().replace(/^K$/, 'thousand').toLowerCase()[0] + (/d$|^K$/.test(scale) ? 'd' : '');
    const [was, is] = random.two(language.scales);
    if (language.name === 'en' && (same(was) === same(is) || [was, is].every((scale) => /mrd|^b| b/i.test(scale))))
      return undefined;
    if (language.name !== 'en' && sameScale(was, is)) return undefined;
    return { given: { scale: was, ...random.pick(language.money) }, is: { scale: is } };
  }),
  substitution('scale before a unit not read', 1, (random, language) => {
    if (language.name !== 'en') return undefined;
    const [was, is] = random.two(['M', 'B', 'K', 'T']);
    const unit = `-${random.pick(['member', 'acre', 'ticket', 'pixel', 'core', 'litre', 'page', 'token', 'mile'])}`;
    return { given: { scale: was, unit }, is: { scale: is } };
  }),
  substitution('Roman numeral', 1, (random, language) => {
    const [was, is] = random.two(random.chance(0.5) && language.name !== 'en' ? romanSigns : romans);
    const unit = language.name === 'en' ? '' : random.pick(['期', '部', '类', '種', '号', '型', '相']);
    const money = language.name === 'en' ? random.pick(['Phase ', 'Chapter ', 'Tier ', 'Annex ']) : '第';
    return { given: { money, number: was, unit }, is: { number: is } };
  }),
  substitution('circled numeral', 1, (random) => {
    const [was, is] = random.two(circled);
    return { given: { number: was }, is: { number: is } };
  }),
  substitution('spelled numeral', 1, (random, language) => {
    const [was, is] = random.shuffle(random.pick(language.spelled));
    return {
      given: { number: was, unit: language.name === 'en' ? random.pick(language.counters) : '' },
      is: { number: is },
    };
  }),
  substitution('fraction or power', 1, (random) => {
    const [was, is] = random.two(
      random.pick([
        ['½', '¼', '⅓', '¾', '⅝'],
        ['10³', '10⁶', '10⁹'],
        ['3e5', '3e6', '4e5'],
        ['1/3', '2/3', '3/4'],
        ['3:2', '3:1', '5:2'],
        ['2-0', '2-1', '3-1'],
        ['7×10^4', '7×10^5'],
      ]),
    );
    return { given: { number: was }, is: { number: is } };
  }),
];

function sameScale(was, is) {
  const values = {
    百: 1e2,
    千: 1e3,
    万: 1e4,
    十万: 1e5,
    百万: 1e6,
    千万: 1e7,
    亿: 1e8,
    億: 1e8,
    十億: 1e9,
    百億: 1e10,
    万亿: 1e12,
    兆: 1e12,
  };
  return values[was] === values[is];
}

const signsAndBounds = [
  substitution('sign', 2, (random, language) => {
    const sign = random.pick(signs[language.name]);
    const given = random.chance(0.4)
      ? { scale: random.pick(language.scales), ...random.pick(language.money) }
      : random.chance(0.5)
        ? { unit: random.pick(language.shares) }
        : {};
    if (sign !== '(') return either(random, 'sign', sign, given);
    const [open, close] = language.name === 'en' || random.chance(0.5) ? ['(', ')'] : ['（', '）'];
    return random.chance(0.5)
      ? { given, is: { sign: open, close } }
      : { given: { ...given, sign: open, close }, is: { sign: '', close: '' } };
  }),
  substitution('sign of a bound', 2, (random, language) =>
    either(
      random,
      'before',
      random.pick(bounds),
      random.chance(0.5) ? {} : { scale: random.pick(language.scales), ...random.pick(language.money) },
    ),
  ),
  substitution('word before', 2, (random, language) => {
    const given = random.chance(0.5) ? {} : { unit: random.pick(language.units) };
    return either(random, 'before', random.pick(language.before), given);
  }),
  substitution('word behind', 2, (random, language) => {
    const given = random.chance(0.3) ? {} : { unit: random.pick(language.units) };
    return either(random, 'after', random.pick(language.after), given);
  }),
  substitution('word behind a share', 2, (random, language) => ({
    form: 'change',
    ...either(random, 'after', random.pick(language.after), { unit: random.pick(language.shares) }),
  })),
  substitution('bound turned', 2, (random, language) => {
    const [was, is] = random.pick(
      {
        ja: [
          ['以上', '以下'],
          ['超', '未満'],
          ['強', '弱'],
          ['余り', '足らず'],
          ['以上', '前後'],
        ],
        zh: [
          ['以上', '以下'],
          ['有余', '不到'],
          ['以内', '开外'],
          ['左右', '以上'],
        ],
        en: [
          [' or more', ' or less'],
          [' at least', ' at most'],
          ['+', ''],
          [' or so', ' or fewer'],
        ],
      }[language.name],
    );
    return { given: { unit: random.pick(language.units), after: was }, is: { after: is } };
  }),
  substitution('exactness at a distance', 6, (random, language) => {
    const words = random.pick(language.distant);
    return random.chance(0.5)
      ? { form: random.pick(['level', 'change']), is: { distant: words } }
      : { was: { distant: words }, is: { distant: '' } };
  }),
];

const digits = [
  substitution('last digit of a long number', 3, (random, language) => {
    const length = random.between(10, 20);
    const first = `${random.between(1, 9)}${Array.from({ length: length - 2 }, () => random.below(10)).join('')}`;
    const [was, is] = random.two([...'0123456789']);
    const write = random.chance(0.5) ? (number) => number.replace(/\B(?=(\d{3})+$)/g, ',') : (number) => number;
    return { given: { number: write(first + was), ...random.pick(language.money) }, is: { number: write(first + is) } };
  }),
  substitution('last digit of a long decimal', 3, (random) => {
    const first = `${random.between(1, 9)}.${Array.from({ length: random.between(9, 16) }, () => random.below(10)).join('')}`;
    const [was, is] = random.two([...'123456789']);
    return { given: { number: first + was }, is: { number: first + is } };
  }),
  substitution('digit', 0, (random, language, maker) => {
    const number = maker.number();
    return { given: { number, unit: random.pick(language.units) }, is: { number: changedDigits(random, number) } };
  }),
  substitution('digit typed beside', 7, (random, language, maker) => {
    const number = maker.number('middle');
    const digit = random.between(1, 9);
    const is = random.pick([`${digit}${number}`, `${number}${digit}`, `${digit},${number}`, `${number}.${digit}`]);
    return { given: { number, unit: random.chance(0.5) ? random.pick(language.units) : '' }, is: { number: is } };
  }),
  substitution('digits exchanged', 0, (random, language) => {
    const [first, second] = random.two([...'123456789']);
    return {
      given: { number: `${first}${second}0`, unit: random.pick(language.units) },
      is: { number: `${second}${first}0` },
    };
  }),
];

const meaning = [
  substitution('per what, before', 6, (random, language) => {
    if (language.name === 'en') return undefined;
    const [was, is] = random.two(['', '', ...language.per]);
    return was === is ? undefined : { was: { per: was }, is: { per: is } };
  }),
  substitution('per what, behind', 6, (random, language) => {
    const [was, is] = random.two(['', '', ...language.perAfter]);
    if (was === is) return undefined;
    return { given: { ...random.pick(language.money), perAfter: was }, is: { perAfter: is } };
  }),
  substitution('per what, in words', 6, (random, language) => {
    if (language.name !== 'en') return undefined;
    const [was, is] = random.two(['', '', ...language.per]);
    return was === is
      ? undefined
      : { given: { unit: random.pick(language.units) }, was: { per: was }, is: { per: is } };
  }),
  substitution('over what time', 6, (random, language) => {
    const [was, is] = random.two(language.times);
    return { form: random.pick(['level', 'change', 'result', 'side']), was: { time: was }, is: { time: is } };
  }),
  substitution('of whom', 6, (random, language) => {
    const [was, is] = random.two(language.subjects);
    return { form: random.pick(['level', 'change', 'result', 'side']), was: { subject: was }, is: { subject: is } };
  }),
  ...['change', 'result', 'side'].map((form) =>
    substitution(
      { change: 'rise and fall', result: 'profit and loss', side: 'for and against' }[form],
      6,
      (random, language) => {
        const [was, is] = random.shuffle(random.pick(language.opposite[form]));
        return { form, was: { way: was }, is: { way: is } };
      },
    ),
  ),
  substitution('what is counted', 6, (random, language) => {
    const [was, is] = random.two(language.counted);
    return { form: 'level', was: { counted: was }, is: { counted: is } };
  }),
  substitution('counter', 6, (random, language) => {
    const [was, is] = random.two(language.counters);
    if (isSameCounter(was, is)) return undefined;
    return { form: 'side', given: { unit: was }, is: { unit: is } };
  }),
];

/** 人 and 名 count the same; 条 is 条线路 cut short. */
function isSameCounter(was, is) {
  return /^[人名]{2}$/.test(was + is) || was.startsWith(is) || is.startsWith(was);
}

/** Words with a new number in them, put inside of a passage. The claim has not seen the number. */
const inserted = {
  name: 'words with a number inside',
  number: 7,
  truth: 'other',
  make(maker) {
    const { random, language } = maker;
    const article = maker.article();
    const target = pickTarget(random, article.own, random.pick(['phrase', 'sentence']));
    const { own } = article;
    const inside = own.slice(own.indexOf(target.first), own.indexOf(target.last)).filter((part) => part.text !== '');
    // Between a number and its unit nobody puts words.
    const places = inside.filter((part) => !['money', 'sign', 'number', 'scale', 'before'].includes(part.role));
    if (places.length === 0) return undefined;
    const words = random.pick(language.inserted).replace('{n}', `${random.between(21, 98)}`);
    const place = random.pick(places);
    return {
      old: article.blocks,
      new: withParts(article.blocks, place.id, [maker.part('inserted', words)], true),
      target,
    };
  },
};

export const anotherFigure = [...unread, ...signsAndBounds, ...digits, ...meaning, inserted];
