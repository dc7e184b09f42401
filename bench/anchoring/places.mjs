// Edits that change where things stand: twins that are swapped or deleted, and tables whose heads and rows change.
import { figureEnds, partsOf, pickTarget, withTexts } from './article.mjs';

/** Two sentences that differ in their subject only. */
const swapped = {
  name: 'swapped with a twin',
  number: 4,
  truth: 'placed',
  make(maker) {
    const article = maker.article(undefined, undefined, { twin: true });
    const { blocks, own, twinBlock } = article;
    const home = blocks.find((block) => block.parts.includes(own[0]));
    const at = blocks.indexOf(home);
    const other = blocks.indexOf(twinBlock);
    const after = [...blocks];
    [after[at], after[other]] = [after[other], after[at]];
    return { old: blocks, new: after, target: pickTarget(maker.random, own) };
  },
};

const subjectsSwapped = {
  name: 'subjects of twins swapped',
  number: 4,
  truth: 'placed',
  make(maker) {
    const { blocks, own, twin } = maker.article(undefined, undefined, { twin: true });
    const subject = (parts) => parts.find((part) => part.role === 'subject');
    const [mine, its] = [subject(own), subject(twin)];
    const after = withTexts(
      blocks,
      new Map([
        [mine.id, its.text],
        [its.id, mine.text],
      ]),
    );
    const target = pickTarget(maker.random, own);
    const same = (part) => twin[own.indexOf(part)];
    return { old: blocks, new: after, target, expected: { first: same(target.first), last: same(target.last) } };
  },
};

const ownDeleted = {
  name: 'deleted, a twin is left',
  number: 4,
  truth: 'other',
  make(maker) {
    const { blocks, own } = maker.article(undefined, undefined, { twin: true });
    const gone = new Set(own.map((part) => part.id));
    const after = blocks.map((block) => ({ ...block, parts: block.parts.filter((part) => !gone.has(part.id)) }));
    return { old: blocks, new: after, target: pickTarget(maker.random, own) };
  },
};

const itemsPushed = {
  name: 'item pushed down by one alike',
  number: 7,
  truth: 'same',
  make(maker) {
    const { random } = maker;
    const { blocks, own } = maker.article(undefined, undefined, { asItem: true });
    const home = blocks.findIndex((block) => block.parts.includes(own[0]));
    const alike = own.map((part) => {
      const text =
        part.role === 'number'
          ? maker.number()
          : part.role === 'subject'
            ? random.pick(maker.language.subjects)
            : part.text;
      return maker.part(part.role, text);
    });
    return { old: blocks, new: blocks.toSpliced(home, 0, maker.item(alike)), target: pickTarget(random, own) };
  },
};

/** An article with a table, in Markdown or HTML; `roles` gives the parts of the claim's cell. */
function tableArticle(maker) {
  const { random, language } = maker;
  const { blocks } = maker.article();
  const rows = random.shuffle(language.rowHeads).slice(0, random.between(3, 5));
  const heads = random.shuffle(language.heads).slice(0, random.between(2, 4));
  const own = { row: random.below(rows.length), column: random.below(heads.length) };
  const isHtml = random.chance(0.4);
  const unitOfHead = random.chance(0.5);
  const shape = random.pick(['middle', 'decimal', 'large']);
  const parts = { heads: [], rowHeads: [], cells: [] };
  const caption = maker.block('caption', []);
  const [before, after] = language.caption('\u0000').split('\u0000');
  parts.caption = maker.part('captionUnit', unitOfHead ? '' : random.pick(language.headUnits));
  const captionParts = unitOfHead
    ? [maker.part('glue', before.replace(/[((（].*$/u, ''))]
    : [maker.part('glue', before), parts.caption, maker.part('glue', after)];
  caption.parts.unshift(...captionParts);
  const tag = (name, inner) => [maker.part('mark', `<${name}>`), ...inner, maker.part('mark', `</${name}>`)];
  const cellsOf = (inner, name) =>
    isHtml
      ? inner.flatMap((cell) => tag(name, cell))
      : [
          ...inner.flatMap((cell) => [maker.part('mark', '| '), ...cell, maker.part('mark', ' ')]),
          maker.part('mark', '|'),
        ];
  const line = (kind, inner, name) => {
    const words = cellsOf(inner, name);
    const block = maker.block(kind, isHtml ? tag('tr', words) : words);
    block.parts.at(-1).text = '\n';
    return block;
  };
  const headCells = heads.map((head) => {
    const name = maker.part('head', head);
    const unit = maker.part('headUnit', random.pick(language.headUnits));
    parts.heads.push({ name, unit });
    return unitOfHead ? [name, maker.part('glue', '('), unit, maker.part('glue', ')')] : [name];
  });
  const lines = [line('head', [[maker.part('head', language.total)], ...headCells], 'th')];
  if (!isHtml) {
    const rule = maker.block('rule', [maker.part('mark', `|${' --- |'.repeat(heads.length + 1)}`)]);
    rule.parts.at(-1).text = '\n';
    lines.push(rule);
  }
  for (const row of rows) {
    const name = maker.part('rowHead', row);
    parts.rowHeads.push(name);
    const cells = heads.map(() => [
      maker.part('sign', ''),
      maker.part('number', maker.number(shape)),
      maker.part('close', ''),
    ]);
    parts.cells.push(cells);
    lines.push(line('row', [[name], ...cells], 'td'));
  }
  if (isHtml) {
    const open = maker.block('html', [maker.part('mark', '<table>')]);
    open.parts.at(-1).text = '\n';
    lines.unshift(open);
    lines.push(maker.block('html', [maker.part('mark', '</table>')]));
  } else lines.at(-1).parts.at(-1).text = '\n\n';
  const at = 1 + random.below(blocks.length);
  return {
    blocks: blocks.toSpliced(at, 0, caption, ...lines),
    rowBlocks: lines.filter((block) => block.kind === 'row'),
    parts,
    own,
    cell: parts.cells[own.row][own.column],
    unitOfHead,
    isHtml,
  };
}

function cellTarget(cell) {
  const { first, last } = figureEnds(cell);
  return { kind: 'cell', first, last };
}

function tableKind(name, number, truth, change) {
  return {
    name,
    number,
    truth,
    make(maker) {
      const table = tableArticle(maker);
      const after = change(table, maker.random, maker);
      if (!after) return undefined;
      return { old: table.blocks, new: after, target: cellTarget(table.cell) };
    },
  };
}

const other = (random, list, than) => random.pick(list.filter((word) => word !== than));
const texts = (...pairs) => new Map(pairs.map(([part, text]) => [part.id, text]));

const tables = [
  tableKind('head of the column', 6, 'other', ({ blocks, parts, own }, random, { language }) => {
    const { name } = parts.heads[own.column];
    const free = language.heads.filter((head) => !parts.heads.some((taken) => taken.name.text === head));
    return withTexts(blocks, texts([name, random.pick(free)]));
  }),
  tableKind('head of the row', 6, 'other', ({ blocks, parts, own }, random, { language }) => {
    const name = parts.rowHeads[own.row];
    const free = language.rowHeads.filter((head) => !parts.rowHeads.some((taken) => taken.text === head));
    return withTexts(blocks, texts([name, random.pick(free)]));
  }),
  tableKind('unit in the head', 2, 'other', ({ blocks, parts, own, unitOfHead }, random, { language }) => {
    const { unit } = parts.heads[own.column];
    return unitOfHead ? withTexts(blocks, texts([unit, other(random, language.headUnits, unit.text)])) : undefined;
  }),
  tableKind('unit in the caption', 6, 'other', ({ blocks, parts, unitOfHead }, random, { language }) =>
    unitOfHead
      ? undefined
      : withTexts(blocks, texts([parts.caption, other(random, language.headUnits, parts.caption.text)])),
  ),
  tableKind('heads of columns exchanged', 6, 'other', ({ blocks, parts, own }) => {
    const mine = parts.heads[own.column].name;
    const its = parts.heads[(own.column + 1) % parts.heads.length].name;
    return withTexts(blocks, texts([mine, its.text], [its, mine.text]));
  }),
  tableKind('values of rows exchanged', 6, 'other', ({ blocks, parts, own, cell }) => {
    const its = parts.cells[(own.row + 1) % parts.cells.length][own.column][1];
    return withTexts(blocks, texts([cell[1], its.text], [its, cell[1].text]));
  }),
  tableKind('digit in a cell', 0, 'other', ({ blocks, cell }, _random, maker) =>
    withTexts(blocks, texts([cell[1], maker.number()])),
  ),
  tableKind('sign in a cell', 2, 'other', ({ blocks, cell }, random) => {
    const sign = random.pick(['▲', '△', '-', '−', '(', '±', '約', '<']);
    return withTexts(blocks, texts([cell[0], sign], [cell[2], sign === '(' ? ')' : '']));
  }),
  tableKind('row deleted', 6, 'other', ({ blocks, rowBlocks, own }) =>
    blocks.filter((block) => block !== rowBlocks[own.row]),
  ),
  tableKind('rows sorted', 5, 'same', ({ blocks, rowBlocks }, random) => {
    const sorted = random.shuffle(rowBlocks);
    // The last line of a table ends with the empty line; it stays the last.
    const ends = rowBlocks.map((block) => block.parts.at(-1));
    let at = 0;
    return blocks.map((block) => {
      if (block.kind !== 'row') return block;
      const row = sorted[at];
      return { ...row, parts: [...row.parts.slice(0, -1), ends[at++]] };
    });
  }),
  tableKind('columns reordered', 5, 'same', ({ blocks, parts, isHtml }, random) => {
    const order = random.shuffle(parts.heads.map((_, column) => column + 1));
    return blocks.map((block) => {
      if (block.kind !== 'head' && block.kind !== 'row') return block;
      const cells = cellsOfLine(block.parts, isHtml);
      const moved = [cells[0], ...order.map((column) => cells[column])].flat();
      const first = block.parts.indexOf(cells[0][0]);
      const rest = block.parts.slice(first + moved.length);
      return { ...block, parts: [...block.parts.slice(0, first), ...moved, ...rest] };
    });
  }),
  tableKind('row added', 5, 'same', ({ blocks, rowBlocks, parts, isHtml }, random, maker) => {
    const free = maker.language.rowHeads.filter((head) => !parts.rowHeads.some((taken) => taken.text === head));
    const cells = parts.heads.map(() => maker.number());
    const words = isHtml
      ? `<tr><td>${random.pick(free)}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
      : `| ${random.pick(free)} | ${cells.join(' | ')} |`;
    const row = maker.block('added', [maker.part('added', words)]);
    row.parts.at(-1).text = '\n';
    return blocks.toSpliced(blocks.indexOf(random.pick(rowBlocks)), 0, row);
  }),
  tableKind('other cell changed', 5, 'same', ({ blocks, parts, own }, random, maker) => {
    const row = (own.row + random.between(1, parts.cells.length - 1)) % parts.cells.length;
    return withTexts(blocks, texts([random.pick(parts.cells[row])[1] ?? parts.cells[row][0][1], maker.number()]));
  }),
  tableKind('cells padded', 5, 'same', ({ blocks, isHtml }) => {
    if (isHtml) return withTexts(blocks, new Map(marks(blocks, '<td>').map((part) => [part.id, '<td align="right">'])));
    return withTexts(blocks, new Map(marks(blocks, '| ').map((part) => [part.id, '|   '])));
  }),
  tableKind('cell emphasized', 5, 'same', ({ blocks, cell, isHtml }, _random, maker) => {
    const [open, close] = isHtml ? ['<b>', '</b>'] : ['**', '**'];
    return blocks.map((block) => {
      const at = block.parts.findIndex((part) => part.id === cell[1].id);
      if (at < 0) return block;
      const parts = block.parts.toSpliced(at + 1, 0, maker.part('mark', close, true));
      return { ...block, parts: parts.toSpliced(at, 0, maker.part('mark', open, true)) };
    });
  }),
];

/** The parts of each cell of a row, from the mark that opens it to the one that closes it. */
function cellsOfLine(parts, isHtml) {
  const cells = [];
  for (const part of parts) {
    if (part.role === 'mark' && (isHtml ? /^<t[dh]>$/ : /^\| $/).test(part.text)) cells.push([]);
    if (cells.length === 0 || part.role === 'break' || part.text === '</tr>' || part.text === '|') continue;
    cells.at(-1).push(part);
  }
  return cells;
}

function marks(blocks, text) {
  return partsOf(blocks).filter((part) => part.role === 'mark' && part.text === text);
}

export const places = [swapped, subjectsSwapped, ownDeleted, itemsPushed, ...tables];
