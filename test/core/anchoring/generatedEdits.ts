import { englishFillers, englishFrames, type Frame, japaneseFillers, japaneseFrames } from './sentences';

/** A sentence of a generated article; `figure` is undefined where it has none. */
interface Sentence {
  readonly id: number;
  readonly before: string;
  readonly figure: string | undefined;
  readonly after: string;
  readonly frame: Frame | undefined;
}

/** One generated edit of an article with one claim in it. */
export interface GeneratedEdit {
  readonly oldText: string;
  readonly newText: string;
  /** The claimed passage in the old text. */
  readonly start: number;
  readonly end: number;
  readonly figure: string;
  /** Where figures stand in the new text, and which sentence each belongs to. */
  readonly slots: readonly {
    readonly start: number;
    readonly end: number;
    readonly figure: string;
    readonly own: boolean;
    /** It stands in the claimed statement or in a copy of it, however reworded. */
    readonly alike: boolean;
  }[];
  /** What was done, for the message of a failure. */
  readonly steps: readonly string[];
  /** The claimed sentence as it stands in the new text; undefined where it was deleted. */
  readonly sentence: { readonly start: number; readonly end: number } | undefined;
}

/** A small generator of pseudo-random numbers with a seed (mulberry32), so that a failure can be run again. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!,
    chance: (share: number) => next() < share,
  };
}

export type Random = ReturnType<typeof createRandom>;

export function generateEdit(random: Random): GeneratedEdit {
  const japanese = random.chance(0.5);
  const frames = japanese ? japaneseFrames : englishFrames;
  const fillers = japanese ? japaneseFillers : englishFillers;
  let nextId = 0;
  const fromFrame = (frame: Frame, figure = random.pick(frame.figures)): Sentence => ({
    ...frame,
    id: nextId++,
    figure,
    frame,
    after: japanese ? frame.after : `${frame.after} `,
  });
  const filler = (): Sentence => ({
    id: nextId++,
    before: random.pick(fillers),
    figure: undefined,
    after: '',
    frame: undefined,
  });
  let sentences: Sentence[] = Array.from({ length: 6 + random.below(8) }, () =>
    random.chance(0.6) ? fromFrame(random.pick(frames)) : filler(),
  );
  const claimed = fromFrame(random.pick(frames));
  sentences.splice(random.below(sentences.length + 1), 0, claimed);
  const breaks = new Set(sentences.filter(() => random.chance(0.25)).map((sentence) => sentence.id));

  const old = write(sentences, breaks, claimed.id, claimed.frame);
  const own = old.slots.find((slot) => slot.own)!;
  // The claim is on the figure, on a few characters more, or on the sentence.
  const reach = random.pick([0, 0, 4, 9, 400]);
  const edge = (offset: number) => {
    const unit = old.text.charCodeAt(offset);
    return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
  };
  const start = edge(Math.max(old.sentence!.start, own.start - random.below(reach + 1)));
  const end = edge(Math.min(old.sentence!.end, own.end + random.below(reach + 1)));

  const steps: string[] = [];
  const replace = (id: number, change: (sentence: Sentence) => Sentence) => {
    sentences = sentences.map((sentence) => (sentence.id === id ? change(sentence) : sentence));
  };
  const operations: readonly [string, () => void][] = [
    ['figure changed', () => replace(claimed.id, (it) => ({ ...it, figure: random.pick(others(it)) }))],
    [
      'figures exchanged',
      () => {
        const other = random.pick(sentences);
        const mine = sentences.find((sentence) => sentence.id === claimed.id);
        if (!mine || other.id === claimed.id || other.figure === undefined) return;
        replace(claimed.id, (it) => ({ ...it, figure: other.figure }));
        replace(other.id, (it) => ({ ...it, figure: mine.figure }));
      },
    ],
    ['sentence deleted', () => (sentences = sentences.filter((sentence) => sentence.id !== claimed.id))],
    [
      'sentence replaced by its like',
      () => {
        const at = sentences.findIndex((sentence) => sentence.id === claimed.id);
        if (at >= 0) sentences.splice(at, 1, fromFrame(claimed.frame!));
      },
    ],
    ['like sentence added', () => sentences.splice(random.below(sentences.length + 1), 0, fromFrame(claimed.frame!))],
    [
      'same sentence added',
      () => sentences.splice(random.below(sentences.length + 1), 0, fromFrame(claimed.frame!, claimed.figure)),
    ],
    [
      'other sentence added',
      () => sentences.splice(random.below(sentences.length + 1), 0, fromFrame(random.pick(frames))),
    ],
    ['filler added', () => sentences.splice(random.below(sentences.length + 1), 0, filler())],
    ['a neighbor deleted', () => void sentences.splice(neighbor(sentences, claimed.id, random), 1)],
    [
      'sentence moved',
      () => {
        const at = sentences.findIndex((sentence) => sentence.id === claimed.id);
        if (at < 0) return;
        const [moved] = sentences.splice(at, 1);
        sentences.splice(random.below(sentences.length + 1), 0, moved!);
      },
    ],
    [
      'another figure changed',
      () => {
        const other = random.pick(sentences);
        if (other.id !== claimed.id && other.frame)
          replace(other.id, (it) => ({ ...it, figure: random.pick(others(it)) }));
      },
    ],
    [
      'reworded before the figure',
      () => replace(claimed.id, (it) => ({ ...it, before: reword(it.before, japanese, random) })),
    ],
    ['reworded after it', () => replace(claimed.id, (it) => ({ ...it, after: reword(it.after, japanese, random) }))],
  ];
  for (let count = 1 + random.below(3); count > 0; count--) {
    const [name, run] = random.pick(operations);
    run();
    steps.push(name);
  }
  const { text, slots, sentence } = write(sentences, breaks, claimed.id, claimed.frame);
  return { oldText: old.text, newText: text, start, end, figure: own.figure, slots, steps, sentence };
}

function others(sentence: Sentence): readonly string[] {
  return sentence.frame!.figures.filter((figure) => figure !== sentence.figure);
}

function neighbor(sentences: readonly Sentence[], id: number, random: Random): number {
  const at = sentences.findIndex((sentence) => sentence.id === id);
  return at < 0 ? sentences.length : at === 0 || (random.chance(0.5) && at + 1 < sentences.length) ? at + 1 : at - 1;
}

/** Puts in a word between others, never a digit. */
function reword(text: string, japanese: boolean, random: Random): string {
  const places = [...text.matchAll(japanese ? /[はがをに](?=.)/gu : /[a-z](?= [a-z])/gu)].map(
    (match) => match.index + 1,
  );
  if (places.length === 0) return text;
  const at = random.pick(places);
  const put = japanese ? random.pick(['改めて', 'すでに', '、']) : random.pick([' also', ' now', ' quietly']);
  return text.slice(0, at) + put + text.slice(at);
}

function write(sentences: readonly Sentence[], breaks: ReadonlySet<number>, claimed: number, frame: Frame | undefined) {
  let text = '';
  let sentence: GeneratedEdit['sentence'];
  const slots: GeneratedEdit['slots'][number][] = [];
  for (const it of sentences) {
    const from = text.length;
    text += it.before;
    if (it.figure !== undefined) {
      slots.push({
        start: text.length,
        end: text.length + it.figure.length,
        figure: it.figure,
        own: it.id === claimed,
        alike: it.frame === frame,
      });
      text += it.figure;
    }
    text += it.after;
    if (it.id === claimed) sentence = { start: from, end: text.length };
    if (breaks.has(it.id)) text += '\n\n';
  }
  return { text, slots, sentence };
}
