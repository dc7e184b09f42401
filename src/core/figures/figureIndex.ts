import { DOUBLE_DIGITS, exactDecimals, mayExceedDouble } from './exactDecimal';
import type { Figure, Quantity } from './figure';
import type { FigureOptions } from './figureOptions';
import { countMoney, type MoneyCounts, moneyKey, resolveMoney } from './judging/resolveMoney';
import type { Locale } from './languages/language';
import { type BlockState, FIRST_LINE, isSameState, readBlock, SEGMENT_LOOKAHEAD, segmentEnd } from './scanning/blocks';
import { isHan, isHiragana, isKatakana } from './scanning/characters';
import { type Cells, ColumnReader } from './scanning/columns';
import { HtmlCells, HtmlColumnReader } from './scanning/htmlCells';
import { type HtmlTable, readHtmlTable } from './scanning/htmlTables';
import { Line } from './scanning/line';
import type { Found, MoneyHint, Scan } from './scanning/scan';
import { scanLine } from './scanning/scanLine';
import { type Tables, tablesFor } from './scanning/tables';
import { applyTeamPatterns, arePatternsUsed, compileTeamPatterns, type TeamPatterns } from './teamPatterns';

/** The figures of a text that is being edited. After a change only the lines it touched are read again. */
export interface FigureIndex {
  readonly text: string;
  /**
   * As `recognizeFigures(text)` gives them. A live view: `update` moves these same figures, so copy
   * what has to outlast it.
   */
  readonly figures: readonly Figure[];
  /** Replaces `text.slice(start, end)` by `inserted` (UTF-16 offsets, clamped to the text). */
  update(start: number, end: number, inserted: string): void;
}

/** A piece of the text with its figures. */
interface Segment {
  readonly text: string;
  readonly before: BlockState;
  readonly after: BlockState;
  readonly found: readonly Found[];
  readonly hints: readonly MoneyHint[];
  /** Undefined where there was nothing to read. */
  readonly tables: Tables | undefined;
  readonly script: Script;
  /** The figures with their places in the text. */
  readonly figures: readonly MovableFigure[];
}

/** A figure of the live view. */
interface MovableFigure extends Figure {
  start: number;
  end: number;
  quantity: Quantity;
}

/** Arguments a call takes safely; longer pastes are copied over. */
const MOST_SPLICED = 10000;

/** 円 is written so in Japanese alone, and tells as much as kana do. */
const YEN_KANJI = '円'.charCodeAt(0);

type Script = 'kana' | 'han' | 'latin';

/** Pieces are read one after the other, so that all but huge ones can be read into the same arrays. */
const sharedLine = new Line();
const SHARED_LENGTH = 1 << 14;

/** Reads a text and keeps what is needed to read it again after an edit. Never throws. */
export function createFigureIndex(text: string, options: FigureOptions = {}): FigureIndex {
  return new TextFigures(text, options);
}

class TextFigures implements FigureIndex {
  readonly #options: FigureOptions;
  /** The whole text, once someone asked for it; the segments hold it in pieces. */
  #text: string | undefined;
  #length: number;
  #segments: Segment[] = [];
  #counts: MoneyCounts = new Map();
  #kana = 0;
  /** The text holds kana, so that kanji without any are Japanese too. */
  #japanese = false;
  /** What a bare 元, $ or ¥ means by the whole text, as last used. */
  #money = '';
  #figures: MovableFigure[] = [];
  #team: TeamPatterns | undefined;
  readonly #columns = new ColumnReader();
  readonly #html = new HtmlColumnReader(this.#columns);

  constructor(text: string, options: FigureOptions) {
    this.#text = text;
    this.#length = text.length;
    this.#options = options;
    this.#team = this.#teamNow();
    this.#readAll();
  }

  get text(): string {
    this.#text ??= this.#segments.map((segment) => segment.text).join('');
    return this.#text;
  }

  get figures(): readonly Figure[] {
    return this.#figures;
  }

  update(start: number, end: number, inserted: string): void {
    const from = Math.min(Math.max(start, 0), this.#length);
    const to = Math.min(Math.max(end, from), this.#length);
    const old = this.#segments;
    let first = 0;
    let offset = 0;
    while (first < old.length - 1 && offset + old[first]!.text.length < from) offset += old[first++]!.text.length;
    // The line before is read again too: the edit may have joined a wrapped line to it.
    if (first > 0) offset -= old[--first]!.text.length;
    let next = first;
    let buffer = '';
    while (next < old.length && (offset + buffer.length < to || next === first)) buffer += old[next++]!.text;
    buffer = buffer.slice(0, from - offset) + inserted + buffer.slice(to - offset);
    const shift = inserted.length - (to - from);
    this.#length += shift;
    this.#text = undefined;
    this.#reread(first, next, offset, buffer, shift);
    const team = this.#teamNow();
    if (team === this.#team) return;
    this.#team = team;
    this.#readAll();
  }

  /** The team's patterns; of a text that is too long for them, none. */
  #teamNow(): TeamPatterns | undefined {
    return arePatternsUsed(this.#options, this.#length) ? compileTeamPatterns(this.#options) : undefined;
  }

  #readAll(): void {
    this.#japanese = hasKana(this.text);
    this.#readEvery();
    if (this.#japanese === this.#kana > 0) return;
    // The only kana stood in code or front matter, which is not read.
    this.#japanese = this.#kana > 0;
    this.#readEvery();
  }

  #readEvery(): void {
    this.#segments = [];
    this.#counts = new Map();
    this.#kana = 0;
    const { text } = this;
    let state = FIRST_LINE;
    for (let at = 0; at < text.length; ) {
      const end = segmentEnd(text, at);
      const segment = this.#read(text, at, end, 0, state);
      this.#segments.push(segment);
      this.#count(segment, 1);
      at = end;
      state = segment.after;
    }
    this.#gather();
    this.#settleMoney(true);
  }

  #gather(): void {
    this.#figures = [];
    for (const { figures } of this.#segments) for (const figure of figures) this.#figures.push(figure);
  }

  /**
   * Reads `buffer`, which stands at `offset` in place of the segments from `first` to `next`, and on
   * into the old segments behind it until these are true once more.
   */
  #reread(first: number, next: number, offset: number, buffer: string, shift: number): void {
    const old = this.#segments;
    const fresh: Segment[] = [];
    let state = first === 0 ? FIRST_LINE : old[first - 1]!.after;
    let at = 0;
    let last = next;
    let text = buffer;
    for (;;) {
      if (at === text.length && (last === old.length || isSameState(old[last]!.before, state))) break;
      const end = at === text.length ? text.length + 1 : segmentEnd(text + this.#ahead(last), at);
      if (end > text.length) {
        text += old[last++]!.text;
        continue;
      }
      const segment = this.#read(text, at, end, offset, state);
      fresh.push(segment);
      at = end;
      state = segment.after;
    }
    for (let gone = first; gone < last; gone++) this.#count(old[gone]!, -1);
    for (const segment of fresh) this.#count(segment, 1);
    this.#exchange(first, last, fresh, shift);
    // The first or the last kana of a text decides whether its kanji are Japanese.
    if (this.#japanese !== this.#kana > 0 && this.#options.locale === undefined) this.#readAll();
    else this.#settleMoney(false, fresh);
  }

  /** The first characters of the text from a segment on, as far as the end of the piece before it may depend on them. */
  #ahead(segment: number): string {
    let ahead = '';
    for (let at = segment; at < this.#segments.length && ahead.length < SEGMENT_LOOKAHEAD; at++) {
      ahead += this.#segments[at]!.text.slice(0, SEGMENT_LOOKAHEAD);
    }
    return ahead;
  }

  /** Puts fresh segments in the place of old ones and moves what stands behind them. */
  #exchange(first: number, next: number, fresh: readonly Segment[], shift: number): void {
    const old = this.#segments;
    let index = 0;
    for (let before = 0; before < first; before++) index += old[before]!.figures.length;
    const figures = fresh.flatMap((segment) => segment.figures);
    let gone = 0;
    for (let at = first; at < next; at++) gone += old[at]!.figures.length;
    if (fresh.length < MOST_SPLICED && figures.length < MOST_SPLICED) {
      this.#figures.splice(index, gone, ...figures);
      old.splice(first, next - first, ...fresh);
    } else {
      this.#figures = [...this.#figures.slice(0, index), ...figures, ...this.#figures.slice(index + gone)];
      this.#segments = [...old.slice(0, first), ...fresh, ...old.slice(next)];
    }
    if (shift === 0) return;
    for (let at = index + figures.length; at < this.#figures.length; at++) {
      const figure = this.#figures[at]!;
      figure.start += shift;
      figure.end += shift;
    }
  }

  #count(segment: Segment, by: 1 | -1): void {
    if (segment.script === 'kana') this.#kana += by;
    countMoney(this.#counts, segment.hints, segment.found, by);
  }

  /** Gives every bare 元, $ and ¥ its currency: in all segments if the text's answer changed, else in the fresh ones. */
  #settleMoney(all: boolean, fresh: readonly Segment[] = []): void {
    const money = moneyKey(this.#counts);
    const segments = all || money !== this.#money ? this.#segments : fresh;
    this.#money = money;
    for (const segment of segments) this.#settleSegment(segment);
  }

  #settleSegment({ found, figures, hints, tables }: Segment): void {
    if (tables === undefined) return;
    let local: MoneyCounts | undefined;
    for (let index = 0; index < found.length; index++) {
      const { loose, unit } = found[index]!;
      if (loose === undefined || unit === undefined) continue;
      if (local === undefined) {
        local = new Map();
        countMoney(local, hints, found);
      }
      const currency = resolveMoney(loose, unit, local, this.#counts, tables);
      const figure = figures[index]!;
      if (figure.quantity.unit !== currency) figure.quantity = { ...figure.quantity, unit: currency };
    }
  }

  /** Reads one piece of `text`, which itself begins at `offset` in the whole. */
  #read(text: string, start: number, end: number, offset: number, state: BlockState): Segment {
    const markdown = this.#options.format !== 'plaintext';
    const block = markdown ? readBlock(text, start, end, state, this.#options.format === 'markdown') : undefined;
    let html: ReturnType<typeof readHtmlTable> | undefined;
    let found: Found[] = [];
    const hints: MoneyHint[] = [];
    let script: Script = 'latin';
    let tables: Tables | undefined;
    if (block?.skip !== true) {
      const line = end - start > SHARED_LENGTH ? new Line() : sharedLine;
      line.read(text, start, end, markdown);
      if (markdown && (state.html || line.hasTable))
        html = readHtmlTable(text, start, end, state.html, block?.caption || state.caption);
      script = scriptOf(line);
      // A blank line does not tell its language, and the tables of another than the text's take time to build.
      if (!isBlank(line)) {
        tables = tablesFor(this.#options.locale ?? localeOf(script, this.#japanese));
        let cells: Cells | undefined;
        if (html) cells = new HtmlCells(html.pieces, this.#html, tables);
        else if (block && block.head !== '')
          cells = this.#columns.readRow(block.head, block.caption, text.slice(start, end).trim(), tables);
        const scan: Scan = { line, tables, found, hints, cells };
        scanLine(scan);
        if (this.#team !== undefined) found = applyTeamPatterns(scan, this.#team);
        for (const figure of found) {
          addExact(figure, line);
          figure.end = offset + line.endInText(figure.end);
          figure.start = offset + line.map[figure.start]!;
        }
      }
    }
    return {
      text: text.slice(start, end),
      before: state,
      after: withTable(block?.next ?? state, html ? html.next : state.html),
      found,
      hints,
      tables,
      script,
      figures: found.map((figure) => this.#toFigure(figure)),
    };
  }

  #toFigure(found: Found): MovableFigure {
    const { kinds } = this.#options;
    return {
      start: found.start,
      end: found.end,
      kind: found.kind,
      quantity: toQuantity(found),
      checkable: found.checkable && (kinds === undefined || kinds.includes(found.kind)),
    };
  }
}

/** A table goes on over lines that are not read, such as comments. */
function withTable(state: BlockState, html: HtmlTable | undefined): BlockState {
  return state.html === html ? state : { ...state, html };
}

function toQuantity(found: Found): Quantity {
  const quantity: { -readonly [Key in keyof Quantity]: Quantity[Key] } = { approx: found.approx };
  if (found.value !== undefined) quantity.value = found.value;
  if (found.max !== undefined) quantity.max = found.max;
  if (found.unit !== undefined) quantity.unit = found.unit;
  if (found.value === undefined && found.scale !== undefined) quantity.scale = found.scale;
  if (found.exact?.[0] !== undefined) quantity.exact = found.exact[0];
  if (found.exact?.[1] !== undefined) quantity.exactMax = found.exact[1];
  return quantity;
}

function addExact(figure: Found, line: Line): void {
  if (figure.value === undefined) return;
  // Few characters hold many digits only by their scales: 1京3.
  if (figure.end - figure.start <= DOUBLE_DIGITS && !(Math.abs(figure.max ?? figure.value) >= 10 ** DOUBLE_DIGITS))
    return;
  const written = line.slice(figure.start, figure.end);
  if (!mayExceedDouble(written)) return;
  const exact = exactDecimals(written, [figure.value, figure.max]);
  if (exact.some((number) => number !== undefined)) figure.exact = exact;
}

function isBlank(line: Line): boolean {
  for (let at = 0; at < line.length; at++) if (line.codes[at]! > 0x20) return false;
  return true;
}

function scriptOf(line: Line): Script {
  let han = false;
  for (let at = 0; at < line.length; at++) {
    const code = line.codes[at]!;
    if (code < 0x3040) continue;
    if (isHiragana(code) || isKatakana(code) || code === YEN_KANJI) return 'kana';
    if (isHan(code)) han = true;
  }
  return han ? 'han' : 'latin';
}

function hasKana(text: string): boolean {
  return /[\u3041-\u309f\u30a1-\u30fc円]/.test(text);
}

function localeOf(script: Script, kana: boolean): Locale {
  if (script === 'kana') return 'ja';
  return script === 'latin' ? 'en' : kana ? 'ja' : 'zh';
}
