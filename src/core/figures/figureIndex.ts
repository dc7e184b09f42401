import { type BlockState, FIRST_LINE, readBlock, segmentEnd, stateKey } from './blocks';
import { isHan, isHiragana, isKatakana } from './characters';
import { readColumns } from './columns';
import type { Figure, Quantity } from './figure';
import type { FigureOptions } from './figureOptions';
import type { Locale } from './languages/language';
import { Line } from './line';
import { countMoney, type MoneyCounts, resolveMoney } from './resolveMoney';
import type { Found, MoneyHint, Scan } from './scan';
import { scanLine } from './scanLine';
import { type Tables, tablesFor } from './tables';

/** The figures of a text that is being edited. After a change only the lines it touched are read again. */
export interface FigureIndex {
  readonly text: string;
  /** As `recognizeFigures(text)` gives them. */
  readonly figures: readonly Figure[];
  /** Replaces `text.slice(start, end)` by `inserted` (UTF-16 offsets, clamped to the text). */
  update(start: number, end: number, inserted: string): void;
}

/** A piece of the text with its figures, in offsets from its own start. */
interface Segment {
  length: number;
  readonly before: string;
  readonly after: BlockState;
  readonly found: readonly Found[];
  readonly hints: readonly MoneyHint[];
  readonly tables: Tables;
  readonly script: Script;
  /** Figures with their places in the text, if these are still right. */
  placed: { readonly offset: number; readonly version: number; readonly figures: readonly Figure[] } | undefined;
}

type Script = 'kana' | 'han' | 'latin';

/** Reads a text and keeps what is needed to read it again after an edit. Never throws. */
export function createFigureIndex(text: string, options: FigureOptions = {}): FigureIndex {
  return new TextFigures(text, options);
}

class TextFigures implements FigureIndex {
  readonly #options: FigureOptions;
  readonly #line = new Line();
  #text: string;
  #segments: Segment[] = [];
  #counts: MoneyCounts = new Map();
  #kana = 0;
  /** Goes up when what the whole text says of its currencies changes. */
  #version = 0;
  #figures: readonly Figure[] | undefined;

  constructor(text: string, options: FigureOptions) {
    this.#text = text;
    this.#options = options;
    this.#readAll();
  }

  get text(): string {
    return this.#text;
  }

  get figures(): readonly Figure[] {
    this.#figures ??= this.#place();
    return this.#figures;
  }

  update(start: number, end: number, inserted: string): void {
    const from = Math.min(Math.max(start, 0), this.#text.length);
    const to = Math.min(Math.max(end, from), this.#text.length);
    this.#text = this.#text.slice(0, from) + inserted + this.#text.slice(to);
    this.#figures = undefined;
    let first = 0;
    let offset = 0;
    // The line before is read again too: the edit may have joined a wrapped line to it.
    while (first < this.#segments.length - 1 && offset + this.#segments[first]!.length < from)
      offset += this.#segments[first++]!.length;
    if (first > 0) offset -= this.#segments[--first]!.length;
    const shift = inserted.length - (to - from);
    this.#reread(first, offset, to + shift, shift);
  }

  #readAll(): void {
    this.#segments = [];
    this.#counts = new Map();
    this.#kana = 0;
    let state = FIRST_LINE;
    const hadKana = hasKana(this.#text);
    for (let at = 0; at < this.#text.length; ) {
      const segment = this.#read(at, state, hadKana);
      this.#segments.push(segment);
      this.#count(segment, 1);
      at += segment.length;
      state = segment.after;
    }
  }

  /** Reads again from a segment on, until the old segments are true once more behind the edit. */
  #reread(first: number, offset: number, dirtyEnd: number, shift: number): void {
    const hadKana = this.#kana > 0;
    const old = this.#segments;
    const fresh: Segment[] = [];
    let at = offset;
    let state = first === 0 ? FIRST_LINE : old[first - 1]!.after;
    let next = first;
    let oldAt = offset;
    while (at < this.#text.length) {
      while (next < old.length && oldAt + shift < at) oldAt += old[next++]!.length;
      const known = old[next];
      if (
        known !== undefined &&
        oldAt + shift === at &&
        at >= dirtyEnd &&
        known.before === stateKey(state) &&
        next > first
      )
        break;
      const segment = this.#read(at, state, hadKana);
      fresh.push(segment);
      at += segment.length;
      state = segment.after;
    }
    if (at >= this.#text.length) next = old.length;
    const gone = old.slice(first, next);
    for (const segment of gone) this.#count(segment, -1);
    for (const segment of fresh) this.#count(segment, 1);
    old.splice(first, next - first, ...fresh);
    // The first or the last kana of a text decides whether its kanji are Japanese.
    if (hadKana !== this.#kana > 0 && this.#options.locale === undefined) this.#readAll();
  }

  #count(segment: Segment, by: 1 | -1): void {
    if (segment.script === 'kana') this.#kana += by;
    if (segment.hints.length === 0 && !segment.found.some((found) => found.kind === 'money')) return;
    countMoney(this.#counts, segment.hints, segment.found, by);
    this.#version++;
  }

  #read(start: number, state: BlockState, kana: boolean): Segment {
    const text = this.#text;
    const end = segmentEnd(text, start);
    const markdown = this.#options.format !== 'plaintext';
    const block = markdown ? readBlock(text, start, end, state) : undefined;
    const found: Found[] = [];
    const hints: MoneyHint[] = [];
    let script: Script = 'latin';
    let tables = tablesFor(this.#options.locale ?? 'en');
    if (block?.skip !== true) {
      const line = this.#line;
      line.read(text, start, end, markdown);
      script = scriptOf(line);
      tables = tablesFor(this.#options.locale ?? localeOf(script, kana));
      const columns =
        block === undefined || block.head === '' ? undefined : readColumns(block.head, block.caption, tables);
      const scan: Scan = { line, tables, found, hints, columns };
      scanLine(scan);
      for (const figure of found) {
        figure.end = line.endInText(figure.end) - start;
        figure.start = line.map[figure.start]! - start;
      }
    }
    return {
      length: end - start,
      before: stateKey(state),
      after: block?.next ?? state,
      found,
      hints,
      tables,
      script,
      placed: undefined,
    };
  }

  #place(): Figure[] {
    const all: Figure[] = [];
    let offset = 0;
    for (const segment of this.#segments) {
      if (segment.found.length > 0) {
        const { placed } = segment;
        if (placed === undefined || placed.offset !== offset || placed.version !== this.#version) {
          segment.placed = { offset, version: this.#version, figures: this.#placeSegment(segment, offset) };
        }
        for (const figure of segment.placed!.figures) all.push(figure);
      }
      offset += segment.length;
    }
    return all;
  }

  #placeSegment(segment: Segment, offset: number): Figure[] {
    const { kinds } = this.#options;
    let local: MoneyCounts | undefined;
    return segment.found.map((found) => {
      let unit = found.unit;
      if (found.loose !== undefined && unit !== undefined) {
        if (local === undefined) {
          local = new Map();
          countMoney(local, segment.hints, segment.found);
        }
        unit = resolveMoney(found.loose, unit, local, this.#counts, segment.tables);
      }
      return {
        start: offset + found.start,
        end: offset + found.end,
        kind: found.kind,
        quantity: toQuantity(found, unit),
        checkable: found.checkable && (kinds === undefined || kinds.includes(found.kind)),
      };
    });
  }
}

function toQuantity(found: Found, unit: string | undefined): Quantity {
  const quantity: { value?: number; max?: number; unit?: string; scale?: number; approx: Quantity['approx'] } = {
    approx: found.approx,
  };
  if (found.value !== undefined) quantity.value = found.value;
  if (found.max !== undefined) quantity.max = found.max;
  if (unit !== undefined) quantity.unit = unit;
  if (found.value === undefined && found.scale !== undefined) quantity.scale = found.scale;
  return quantity;
}

function scriptOf(line: Line): Script {
  let han = false;
  for (let at = 0; at < line.length; at++) {
    const code = line.codes[at]!;
    if (code < 0x3040) continue;
    if (isHiragana(code) || isKatakana(code)) return 'kana';
    if (isHan(code)) han = true;
  }
  return han ? 'han' : 'latin';
}

function hasKana(text: string): boolean {
  return /[\u3041-\u309f\u30a1-\u30fa]/.test(text);
}

function localeOf(script: Script, kana: boolean): Locale {
  if (script === 'kana') return 'ja';
  return script === 'latin' ? 'en' : kana ? 'ja' : 'zh';
}
