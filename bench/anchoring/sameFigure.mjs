// Edits after which the figure is what it was: markup, typography, rewording around it, work elsewhere in the article.
import { figureEnds, partsOf, pickTarget, sentenceForms, withParts, withTexts } from './article.mjs';

function cosmetic(name, change, { form, given, truth = 'same' } = {}) {
  return {
    name,
    number: 5,
    truth,
    make(maker) {
      const chosen = form ?? maker.random.pick(sentenceForms);
      const article = maker.article(chosen, { ...maker.randomFigure(chosen), ...given?.(maker) });
      const target = pickTarget(maker.random, article.own);
      const after = change(article, maker, target);
      return after && after !== article.blocks ? { old: article.blocks, new: after, target } : undefined;
    },
  };
}

const part = (parts, role) => parts.find((other) => other.role === role);
const bounded = ({ random, language }) =>
  random.pick([{}, { before: random.pick(language.before) }, { after: random.pick(language.after) }]);

/** Puts marks around a figure, a figure with its bounds, or a sentence. */
function wrapping(name, open, close, reach = ['figure', 'bounded', 'sentence']) {
  return cosmetic(
    name,
    ({ blocks, own }, maker) => {
      const kind = maker.random.pick(reach);
      const said = own.filter((other) => other.text !== '');
      let { first, last } = figureEnds(own);
      if (kind === 'bounded') {
        const roles = ['before', 'money', 'sign', 'number', 'scale', 'unit', 'close', 'perAfter', 'after'];
        const all = said.filter((other) => roles.includes(other.role));
        [first, last] = [all[0], all.at(-1)];
      }
      if (kind === 'sentence') [first, last] = [said[0], said.at(-1)];
      const words = (mark) => (typeof mark === 'function' ? mark(maker.random) : mark);
      // English words in front of a figure end with a space; the mark stands behind it.
      const inner = withParts(blocks, last.id, [maker.part('mark', words(close), true)], true);
      const lead = /^ /.test(first.text) ? undefined : maker.part('mark', words(open), true);
      return lead && withParts(inner, first.id, [lead]);
    },
    { given: bounded },
  );
}

/** Puts a mark behind the figure, behind its bound, or at the sentence's end. */
function noting(name, mark) {
  return cosmetic(
    name,
    ({ blocks, own }, maker) => {
      const { last } = figureEnds(own);
      const after = part(own, 'after');
      const stop = part(own, 'stop');
      const bound = after.text === '' ? last : after;
      // Nobody puts a note between "70 percent" and its "-odd".
      const figure = after.text.startsWith('-') ? after : last;
      const place = maker.random.pick([figure, figure, bound, stop]);
      return withParts(blocks, place.id, [maker.part('mark', mark(maker.random), true)], true);
    },
    { given: bounded },
  );
}

const address = (random) =>
  `https://example.${random.pick(['com', 'org', 'jp', 'cn'])}/${random.pick(['a', 'news', 'ir', '資料'])}/${random.between(1, 9999)}`;
const identifier = (random) => `${random.pick(['wire', 'filing', 'press', 's', 'yearbook'])}-${random.between(1, 99)}`;

const markup = [
  wrapping('link', '[', (random) => `](${address(random)})`),
  wrapping(
    'link with a title',
    '[',
    (random) => `](${address(random)} "${random.pick(['決算短信', 'Filing', '年报'])}")`,
  ),
  wrapping('link by reference', '[', (random) => `][${identifier(random)}]`),
  wrapping('link in HTML', (random) => `<a href="${address(random)}">`, '</a>'),
  wrapping('strong', '**', '**'),
  wrapping('emphasis', '*', '*'),
  wrapping('strong in HTML', '<strong>', '</strong>'),
  wrapping('span', '<span class="num">', '</span>'),
  wrapping('mark', '<mark>', '</mark>'),
  wrapping('struck and underlined', '<u>', '</u>'),
  wrapping('quotation marks', '「', '」', ['sentence']),
  wrapping('ruby in HTML', '<ruby>', '<rp>(</rp><rt>かなざわ</rt><rp>)</rp></ruby>', ['figure']),
  wrapping('ruby of Aozora', '｜', '《ほんねん》', ['figure']),
  wrapping('ruby in braces', '{', '|よみ}', ['figure']),
  wrapping('component', '<Num>', '</Num>', ['figure', 'bounded']),
  noting('footnote', (random) => `[^${random.pick(['a', 'n', 'source', 'fn'])}${random.between(1, 30)}]`),
  noting('our citation', (random) => random.pick([`[@${identifier(random)}]`, ` [@${identifier(random)}]`])),
  noting('citation with a page', (random) => `[@${identifier(random)}, p. ${random.between(1, 90)}]`),
  noting('note mark', (random) => random.pick(['※', '†', '‡', '*', '＊', '<sup>※</sup>'])),
  noting('note in HTML', (random) => `<sup>${random.between(1, 30)}</sup>`),
  noting('comment', (random) => random.pick(['<!-- 要確認 -->', '<!-- checked by the desk -->', '<!-- 待核 -->'])),
  cosmetic('quoted', ({ blocks, own }, maker) =>
    blocks.map((block) =>
      block.parts.includes(own[0]) ? { ...block, parts: [maker.part('mark', '> ', true), ...block.parts] } : block,
    ),
  ),
  cosmetic('callout', ({ blocks, own }, maker) =>
    blocks.flatMap((block) => {
      if (!block.parts.includes(own[0])) return [block];
      const name = maker.random.pick(['Callout', 'Note', 'Aside', 'Box']);
      return [
        maker.block('html', [maker.part('mark', `<${name} type="info">`)]),
        block,
        maker.block('html', [maker.part('mark', `</${name}>`)]),
      ];
    }),
  ),
  cosmetic('made an item', ({ blocks, own }, maker) =>
    blocks.map((block) =>
      block.parts.includes(own[0])
        ? { ...block, parts: [maker.part('mark', maker.random.pick(['- ', '* ', '1. ', '・']), true), ...block.parts] }
        : block,
    ),
  ),
];

const wide = (text) => text.replace(/[0-9A-Za-z%,.]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const ofFigure = (own) => own.filter((other) => ['number', 'unit', 'scale', 'money'].includes(other.role));

const typography = [
  cosmetic('full-width digits', ({ blocks, own }) => {
    const number = part(own, 'number');
    return withTexts(blocks, new Map([[number.id, wide(number.text)]]));
  }),
  cosmetic('full-width figure', ({ blocks, own, language }) =>
    language.name === 'en'
      ? undefined
      : withTexts(blocks, new Map(ofFigure(own).map((other) => [other.id, wide(other.text)]))),
  ),
  cosmetic(
    'thousands separated',
    ({ blocks, own }, { random }) => {
      const number = part(own, 'number');
      const mark = random.pick([',', ',', '\u202f', '\u00a0']);
      return withTexts(blocks, new Map([[number.id, number.text.replace(/\B(?=(\d{3})+$)/g, mark)]]));
    },
    {
      form: 'level',
      given: ({ random, language }) => ({
        number: `${random.between(10000, 99999999)}`,
        unit: random.pick(language.units),
      }),
    },
  ),
  cosmetic(
    'space beside',
    ({ blocks, own, language }, { random }) => {
      if (language.name === 'en') return undefined;
      const number = part(own, 'number');
      const space = random.pick([' ', '\u00a0', '\u2009']);
      return withTexts(
        blocks,
        new Map([
          [
            number.id,
            random.pick([`${space}${number.text}${space}`, `${space}${number.text}`, `${number.text}${space}`]),
          ],
        ]),
      );
    },
    { form: 'level', given: ({ random, language }) => ({ unit: random.pick(language.counters) }) },
  ),
  cosmetic(
    'no-break space',
    ({ blocks, own, language }) => {
      if (language.name !== 'en') return undefined;
      const unit = part(own, 'unit');
      return unit.text.startsWith(' ')
        ? withTexts(blocks, new Map([[unit.id, `\u00a0${unit.text.slice(1)}`]]))
        : undefined;
    },
    { form: 'level', given: ({ random, language }) => ({ unit: random.pick(language.counters) }) },
  ),
  cosmetic('rewrapped', ({ blocks, own, language }, { random }) => {
    const home = blocks.find((block) => block.parts.includes(own[0]));
    const texts = new Map();
    for (const other of home.parts) {
      if (other.role === 'break' || other.text === '') continue;
      if (language.name === 'en' && random.chance(0.5)) texts.set(other.id, other.text.replace(' ', '\n'));
      if (language.name !== 'en' && other.role === 'glue' && random.chance(0.3)) texts.set(other.id, `${other.text}\n`);
    }
    return texts.size > 0 ? withTexts(blocks, texts) : undefined;
  }),
  cosmetic('punctuation', ({ blocks, language }, { random }) => {
    const pairs =
      language.name === 'en'
        ? [
            ["'", '’'],
            [' - ', ' – '],
          ]
        : [
            ['、', '，'],
            ['。', '．'],
            ['，', '、'],
          ];
    const [from, to] = random.pick(pairs);
    const changed = partsOf(blocks).filter(
      (other) => ['glue', 'stop', 'filler'].includes(other.role) && other.text.includes(from),
    );
    return changed.length > 0
      ? withTexts(blocks, new Map(changed.map((other) => [other.id, other.text.replaceAll(from, to)])))
      : undefined;
  }),
  cosmetic('leading zero', ({ blocks, own }) => {
    const time = part(own, 'time');
    return /^\d月/.test(time.text) ? withTexts(blocks, new Map([[time.id, `0${time.text}`]])) : undefined;
  }),
  cosmetic(
    'an article before the number',
    ({ blocks, own, language }, maker) =>
      language.name === 'en'
        ? withParts(blocks, figureEnds(own).first.id, [maker.part('mark', 'the ', true)])
        : undefined,
    { form: 'side' },
  ),
  cosmetic('line ends of Windows', ({ blocks }) =>
    withTexts(
      blocks,
      new Map(
        partsOf(blocks)
          .filter((other) => other.role === 'break')
          .map((other) => [other.id, other.text.replaceAll('\n', '\r\n')]),
      ),
    ),
  ),
];

const sentencesElsewhere = (blocks, own) => {
  const numbers = partsOf(blocks).filter((other) => other.role === 'number' && !own.includes(other));
  return numbers;
};

const elsewhere = [
  cosmetic('paragraphs reordered', ({ blocks }, { random }) => [blocks[0], ...random.shuffle(blocks.slice(1))]),
  cosmetic('paragraph added', ({ blocks }, maker) =>
    blocks.toSpliced(
      1 + maker.random.below(blocks.length),
      0,
      maker.paragraph(maker.random.chance(0.5) ? maker.sentence() : undefined),
    ),
  ),
  cosmetic('paragraph deleted', ({ blocks, own }, { random }) => {
    const others = blocks.filter((block) => block.kind === 'paragraph' && !block.parts.includes(own[0]));
    return others.length > 0 ? blocks.filter((block) => block !== chosen(random, others)) : undefined;
  }),
  cosmetic('sentence before', ({ blocks, own }, maker) =>
    withParts(blocks, own[0].id, [...maker.sentence(), maker.part('between', maker.language.space)]),
  ),
  cosmetic('sentence behind', ({ blocks, own }, maker) =>
    withParts(blocks, own.at(-1).id, [maker.part('between', maker.language.space), ...maker.sentence()], true),
  ),
  cosmetic('filler before', ({ blocks, own }, maker) =>
    withParts(blocks, own[0].id, [...maker.filler(), maker.part('between', maker.language.space)]),
  ),
  cosmetic('figure elsewhere changed', ({ blocks, own }, maker) => {
    const numbers = sentencesElsewhere(blocks, own);
    return numbers.length > 0
      ? withTexts(blocks, new Map([[maker.random.pick(numbers).id, maker.number()]]))
      : undefined;
  }),
  cosmetic('subject elsewhere changed', ({ blocks, own, language }, { random }) => {
    const names = partsOf(blocks).filter((other) => other.role === 'subject' && !own.includes(other));
    return names.length > 0
      ? withTexts(blocks, new Map([[random.pick(names).id, random.pick(language.subjects)]]))
      : undefined;
  }),
  cosmetic('direction elsewhere changed', ({ blocks, own, language }, { random }) => {
    const ways = partsOf(blocks).filter((other) => other.role === 'way' && !own.includes(other));
    if (ways.length === 0) return undefined;
    const way = random.pick(ways);
    const pair = Object.values(language.opposite)
      .flat()
      .find((words) => words.includes(way.text));
    return pair && withTexts(blocks, new Map([[way.id, pair.find((word) => word !== way.text)]]));
  }),
  cosmetic('fillers reworded', ({ blocks, language }, { random }) => {
    const fillers = partsOf(blocks).filter((other) => other.role === 'filler');
    return fillers.length > 0
      ? withTexts(blocks, new Map(fillers.map((other) => [other.id, random.pick(language.fillers)])))
      : undefined;
  }),
  cosmetic('heading reworded', ({ blocks, language }, { random }) => {
    const heading = partsOf(blocks).find((other) => other.role === 'heading');
    return withTexts(blocks, new Map([[heading.id, random.pick(language.headings)]]));
  }),
  cosmetic('reworded in the sentence', ({ blocks, own, language }, { random }) => {
    const said = part(own, 'neutral');
    const words = language.neutral.find((list) => list.includes(said.text));
    return withTexts(blocks, new Map([[said.id, random.pick(words.filter((word) => word !== said.text))]]));
  }),
  cosmetic('clause added', ({ blocks, own, language }, maker) =>
    withParts(blocks, own[0].id, [maker.part('mark', maker.random.pick(language.clauses), true)]),
  ),
  cosmetic(
    'sentence copied elsewhere',
    ({ blocks, own }, maker) => {
      const copy = own.map((other) => maker.part(other.role, other.text));
      const home = blocks.findIndex((block) => block.parts.includes(own[0]));
      return blocks.toSpliced(home + 1 + maker.random.below(blocks.length - home), 0, maker.block('paragraph', copy));
    },
    { truth: 'placed' },
  ),
  cosmetic('twin added', ({ blocks, own, language }, maker) => {
    const subject = part(own, 'subject').text;
    const twin = own.map((other) =>
      maker.part(
        other.role,
        other.role === 'subject' ? maker.random.pick(language.subjects.filter((name) => name !== subject)) : other.text,
      ),
    );
    return blocks.toSpliced(1 + maker.random.below(blocks.length), 0, maker.block('paragraph', twin));
  }),
];

function chosen(random, list) {
  return list[random.below(list.length)];
}

export const sameFigure = [...markup, ...typography, ...elsewhere];
