import type { Mention } from '../entities/findMentions';
import type { Figure } from '../figures/figure';
import { type WayName, wayWords } from '../figures/languages/ways';
import { overlapping } from '../text/overlapping';
import type { Range } from '../text/range';
import { sentences } from '../text/sentences';

/** What tells where a figure stands: how it moved, per what it is counted, whose it is. */
export interface RepeatContext {
  readonly text: string;
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}

/** Among so many supported figures of one quantity one is looked for that a figure may repeat. */
const MOST_COMPARED = 16;
/** A double holds fifteen decimal digits for sure; of a longer number nobody can say that it is the same. */
const DIGITS = 15;
/** By how much a value that was worked out in doubles may be off, as a share of it. */
const NOISE = 4e-16;

/** Kinds that say little alone: a year, a rank or a score is of any number of things. */
const NEVER: ReadonlySet<Figure['kind']> = new Set(['year', 'date', 'ordinal', 'score', 'number', 'other']);

/**
 * Finds, for figures that nothing stands behind, a supported figure of the same article that says the same quantity:
 * exactly the same value, unit, kind and exactness, however it is written, with two significant digits or more, so
 * that the two are hardly equal by chance. What shows that they are of different things keeps them apart: one rose and
 * one fell, one is per share and one is not, their sentences name different entities, or it is an age and no name is
 * near both.
 * @returns for each figure that repeats one the one it repeats: the nearest before it, else the first after it.
 */
export function findRepeats(
  figures: readonly Figure[],
  supported: readonly Figure[],
  context: RepeatContext,
): Map<Figure, Figure> {
  const byQuantity = new Map<string, Figure[]>();
  for (const figure of supported) {
    const key = repeatKey(figure);
    if (key === undefined) continue;
    const same = byQuantity.get(key);
    if (same) same.push(figure);
    else byQuantity.set(key, [figure]);
  }
  const found = new Map<Figure, Figure>();
  if (byQuantity.size === 0) return found;
  const surroundings = createSurroundings(context);
  for (const figure of figures) {
    const key = repeatKey(figure);
    const same = key === undefined ? undefined : byQuantity.get(key);
    if (!same) continue;
    const after = same.findIndex(({ start }) => start > figure.start);
    const before = after < 0 ? same.length : after;
    const nearest = [...same.slice(Math.max(0, before - MOST_COMPARED), before).reverse(), ...same.slice(before)];
    const repeated = nearest
      .slice(0, MOST_COMPARED)
      .find((other) => isOfSame(figure.kind, surroundings(figure), surroundings(other)));
    if (repeated) found.set(figure, repeated);
  }
  return found;
}

/** Equal for figures of one quantity; undefined for one that is never a repeat. */
export function repeatKey({ kind, quantity }: Figure): string | undefined {
  const { value, max, unit, approx, exact, exactMax } = quantity;
  if (NEVER.has(kind) || value === undefined || unit === undefined) return undefined;
  const ends = [exact ?? toDigits(value), ...(max === undefined ? [] : [exactMax ?? toDigits(max)])];
  if (ends.includes(undefined) || !ends.some((digits) => significantDigits(digits!) >= 2)) return undefined;
  return JSON.stringify([kind, unit, approx, ...ends]);
}

/** A value to fifteen digits; undefined where that is not all of it. */
function toDigits(value: number): string | undefined {
  const digits = value.toPrecision(DIGITS);
  return Math.abs(Number(digits) - value) <= Math.abs(value) * NOISE ? digits : undefined;
}

function significantDigits(digits: string): number {
  return digits
    .replace(/e.*$/, '')
    .replace(/[^0-9]/g, '')
    .replace(/^0+|0+$/g, '').length;
}

type Way = 'one' | 'other' | undefined;

interface Surroundings {
  /** See `WAYS`. */
  readonly ways: readonly Way[];
  /** What it is counted per, as it is written; empty where it is not. */
  readonly per: string;
  readonly entities: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function isOfSame(kind: Figure['kind'], one: Surroundings, other: Surroundings): boolean {
  if (one.ways.some((way, i) => way && other.ways[i] && way !== other.ways[i])) return false;
  if (one.per !== other.per) return false;
  const isShared = [...one.entities].some((entity) => other.entities.has(entity));
  if (one.entities.size > 0 && other.entities.size > 0 && !isShared) return false;
  // Of two people in one article both may well be 28.
  return kind !== 'age' || isShared || [...one.names].some((name) => other.names.has(name));
}

/** Reads what stands around a figure, once for each, and divides the text into sentences only if it is asked. */
function createSurroundings({ text, mentions }: RepeatContext): (figure: Figure) => Surroundings {
  const known = new Map<Figure, Surroundings>();
  let all: readonly Range[] | undefined;
  return (figure) => {
    let found = known.get(figure);
    if (found) return found;
    all ??= sentences(text);
    const sentence = overlapping(all, figure)[0] ?? figure;
    const before = text.slice(Math.max(sentence.start, figure.start - NEAR), figure.start);
    const after = text.slice(figure.end, Math.min(Math.max(sentence.end, figure.end), figure.end + NEAR));
    const whole = figure.kind === 'age' ? text.slice(sentence.start, sentence.end).slice(0, MOST_OF_SENTENCE) : '';
    found = {
      ways: waysOf(before, after),
      per: perOf(before, after),
      entities: new Set(overlapping(mentions, sentence).flatMap(({ entities }) => entities)),
      names: new Set(Array.from(whole.matchAll(NAME), ([name]) => name)),
    };
    known.set(figure, found);
    return found;
  };
}

/** How far around a figure words are looked for that belong to it, in UTF-16 code units. */
const NEAR = 40;
const MOST_OF_SENTENCE = 1000;

/** Words for two ways that exclude each other: up or down, on which side of zero, for or against. */
const WAYS: readonly (readonly [RegExp, RegExp])[] = [
  [wayPattern('rise'), wayPattern('fall')],
  [wayPattern('profit'), wayPattern('loss')],
  [wayPattern('pro'), wayPattern('contra')],
];

function wayPattern(way: WayName): RegExp {
  const cjk = [...wayWords('ja', way, 'clause'), ...wayWords('zh', way, 'clause')];
  const english = wayWords('en', way, 'clause');
  // "Up to" is a bound.
  return new RegExp(`${cjk.join('|')}|\\b(?:${english.join('|')})\\b(?<!\\bup(?= to\\b))`, 'iu');
}

/** For each pair of ways, which one is spoken of in the figure's clause: what follows it says more than what leads. */
function waysOf(before: string, after: string): Way[] {
  const following = after.split(/[、。,;.，；\n]/u)[0]!;
  const leading = before.split(/[、。,;.，；\n]/u).at(-1)!;
  return WAYS.map((pair) => wayIn(following, pair) ?? wayIn(leading, pair));
}

/** Undefined also where both ways are spoken of. */
function wayIn(words: string, [one, other]: readonly [RegExp, RegExp]): Way {
  const isOne = one.test(words);
  return isOne === other.test(words) ? undefined : isOne ? 'one' : 'other';
}

const PER_AFTER = /^\s*(?:\/|per\s|an?\s|each\b|a piece\b)\s*[\p{L}]*/iu;
const PER_BEFORE = /[\p{L}\p{N}]{1,8}(?:当たり|あたり|につき|ごとに|毎に)(?:の)?(?:約|およそ)?$|(?:每|毎)\p{L}{0,4}$/u;

function perOf(before: string, after: string): string {
  const found = PER_AFTER.exec(after)?.[0] ?? PER_BEFORE.exec(before)?.[0] ?? '';
  return found.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What is likely a name: katakana, a capitalized word, or kanji before a form of address. */
const NAME =
  /[\p{sc=Katakana}ー]{3,}|(?<!\p{L})(?!(?:The|This|That|These|Those|His|Her|Its|She|They|And|But|For)\b)\p{Lu}\p{L}{2,}|\p{sc=Han}{2,6}(?=さん|氏|容疑者|被告|選手|先生|女士)/gu;
