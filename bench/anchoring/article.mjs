// A made-up article as a list of blocks of parts, so that an edit can be made to one part and it is known what it means.
// A part: { id, role, text, block, isMark }. Marks are what a passage may or may not take in at its ends: links, notes.
import { en } from './languages/en.mjs';
import { ja } from './languages/ja.mjs';
import { zh } from './languages/zh.mjs';

export const languages = [ja, en, zh];
export const sentenceForms = ['change', 'result', 'side', 'level'];
/** What a bare figure consists of; the words for bounds stand beside it. */
const figureRoles = ['money', 'sign', 'number', 'scale', 'unit', 'close'];

/** Builds one article. `id`s are counted up in it, the same for the same random numbers. */
export class ArticleMaker {
  constructor(random, language) {
    this.random = random;
    this.language = language;
    this.nextId = 0;
    this.numbers = new Set();
  }

  part(role, text, isMark = false) {
    return { id: this.nextId++, role, text, isMark };
  }

  /** A number that stands nowhere else in the article. */
  number(shape = this.random.pick(['small', 'small', 'middle', 'decimal', 'large'])) {
    for (;;) {
      const { random } = this;
      const digits =
        shape === 'small'
          ? `${random.between(11, 99)}`
          : shape === 'middle'
            ? `${random.between(101, 999)}`
            : shape === 'decimal'
              ? `${random.between(1, 98)}.${random.between(1, 9)}`
              : `${random.between(1000, 9899)}`;
      if (this.numbers.has(digits)) continue;
      this.numbers.add(digits);
      return digits;
    }
  }

  /** The parts of a figure; what is not given is empty. */
  figure(given) {
    const roles = ['before', ...figureRoles, 'perAfter', 'after'];
    return roles.map((role) => [role, given[role] ?? '']);
  }

  randomFigure(form) {
    const { random, language } = this;
    const number = this.number();
    if (form === 'change') return { number, unit: random.pick(language.shares.slice(0, 3)) };
    if (form === 'side') return { number, unit: random.pick(language.counters) };
    if (form === 'result' || random.chance(0.4))
      return { number, scale: random.pick(language.scales.slice(1, 3)), ...random.pick(language.money) };
    return { number, unit: random.pick(language.units) };
  }

  sentence(form = this.random.pick(sentenceForms), given = this.randomFigure(form)) {
    const parts = this.language.sentence(form, this.random, this.figure(given));
    return parts.map(([role, text]) => this.part(role, text));
  }

  filler() {
    return [this.part('filler', this.random.pick(this.language.fillers))];
  }

  block(kind, parts) {
    return { id: this.nextId++, kind, parts: [...parts, this.part('break', kind === 'item' ? '\n' : '\n\n')] };
  }

  /** A paragraph of some sentences; `own` is put among them, and its first words stay its first words. */
  paragraph(own) {
    const { random, language } = this;
    const sentences = Array.from({ length: random.between(own ? 0 : 1, 2) }, () =>
      random.chance(0.5) ? this.sentence() : this.filler(),
    );
    if (own) sentences.splice(random.below(sentences.length + 1), 0, own);
    const parts = [];
    for (const sentence of sentences) {
      if (parts.length > 0) parts.push(this.part('between', language.space));
      parts.push(...sentence);
    }
    return this.block('paragraph', parts);
  }

  heading() {
    return this.block('heading', [
      this.part('mark', '## '),
      this.part('heading', this.random.pick(this.language.headings)),
    ]);
  }

  item(sentence, marker = '- ') {
    return this.block('item', [this.part('mark', marker), ...sentence]);
  }

  /** An article with a claim's sentence in it: { blocks, own, language }. */
  article(form, given, { twin = false, asItem = false } = {}) {
    const { random } = this;
    const chosen = form ?? random.pick(sentenceForms);
    const own = this.sentence(chosen, given ?? this.randomFigure(chosen));
    const blocks = [this.heading()];
    const count = random.between(2, 5);
    for (let at = 0; at < count; at++) blocks.push(this.paragraph());
    const place = 1 + random.below(count);
    if (asItem) {
      const items = [this.item(this.filler()), this.item(own), this.item(this.filler())];
      items.push(this.block('paragraph', this.filler()));
      blocks.splice(place, 0, ...items);
    } else blocks.splice(place, 0, this.paragraph(own));
    const article = { blocks, own, language: this.language };
    if (twin) {
      const names = this.language.subjects.filter((name) => name !== textOf(own, 'subject'));
      const other = random.pick(names);
      article.twin = own.map((part) => this.part(part.role, part.role === 'subject' ? other : part.text));
      article.twinBlock = this.block('paragraph', article.twin);
      blocks.splice(1 + random.below(blocks.length), 0, article.twinBlock);
    }
    return article;
  }
}

function textOf(parts, role) {
  return parts.find((part) => part.role === role)?.text;
}

export function partsOf(blocks) {
  return blocks.flatMap((block) => block.parts);
}

/** The text of an article and where each of its parts stands in it. */
export function write(blocks) {
  let text = '';
  const places = new Map();
  const parts = partsOf(blocks);
  for (const part of parts) {
    places.set(part.id, { start: text.length, end: text.length + part.text.length });
    text += part.text;
  }
  return { text, places, parts };
}

/** The same blocks with some parts' texts replaced: `texts` is by id. */
export function withTexts(blocks, texts) {
  return blocks.map((block) =>
    block.parts.some((part) => texts.has(part.id))
      ? {
          ...block,
          parts: block.parts.map((part) => (texts.has(part.id) ? { ...part, text: texts.get(part.id) } : part)),
        }
      : block,
  );
}

/** The same blocks with parts put in before the part with an id, or behind it. */
export function withParts(blocks, id, parts, behind = false) {
  return blocks.map((block) => {
    const at = block.parts.findIndex((part) => part.id === id);
    if (at < 0) return block;
    return { ...block, parts: block.parts.toSpliced(behind ? at + 1 : at, 0, ...parts) };
  });
}

/** The first and the last part of the figure itself, of the parts of a sentence or a cell. */
export function figureEnds(parts) {
  const own = parts.filter((part) => figureRoles.includes(part.role) && part.text !== '');
  return { first: own[0], last: own.at(-1) };
}

/** What a claim is tied to: the bare figure, some parts more, or the sentence. */
export function pickTarget(random, own, kind = random.pick(['figure', 'figure', 'phrase', 'sentence'])) {
  const { first, last } = figureEnds(own);
  if (kind === 'figure') return { kind, first, last };
  const said = own.filter((part) => part.text !== '' && part.role !== 'stop');
  if (kind === 'sentence') return { kind, first: said[0], last: own.findLast((part) => part.text !== '') };
  const from = said.indexOf(first);
  const to = said.indexOf(last);
  const solid = (part) => part.role !== 'glue';
  const starts = said.slice(Math.max(0, from - 4), from + 1).filter(solid);
  const ends = said.slice(to, to + 4).filter(solid);
  return { kind, first: random.pick(starts), last: random.pick(ends) };
}
