/** Prints the cases that failed, each with its number, so that `--case` can run it alone. */
export function printMisses(shares, most) {
  const seen = new Map();
  for (const miss of shares.flatMap(({ missed }) => missed)) {
    const key = `${miss.name}\u0000${miss.layer}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) > most) continue;
    console.log(
      `case ${miss.run} ${miss.language} · ${miss.name} · ${miss.layer} · ${miss.verdict} (${miss.status}, ${miss.way})`,
    );
    console.log(`  was      ${oneLine(miss.before)}`);
    console.log(`  edits    ${oneLine(miss.edits.slice(0, 6).join(' '))}`);
    if (miss.expected) console.log(`  expected ${oneLine(miss.expected)}`);
    if (miss.answer) console.log(`  answer   ${oneLine(miss.answer)}`);
  }
}

function oneLine(text) {
  return text.replaceAll('\r', '␍').replaceAll('\n', '⏎');
}

/** Prints a row for each kind of edit and layer, and what they come to. */
export function printTable(shares) {
  const rows = new Map();
  for (const share of shares)
    for (const [key, row] of share.rows) {
      const sum = rows.get(key) ?? { all: 0, slid: 0, asked: 0, ragged: 0, right: 0, times: [] };
      for (const name of ['all', 'slid', 'asked', 'ragged', 'right']) sum[name] += row[name];
      sum.times.push(...row.times);
      rows.set(key, sum);
    }
  const kinds = new Map();
  const totals = new Map();
  for (const [key, row] of rows) {
    const [number, name, truth, layer] = key.split('\u0000');
    const kind = `${number}\u0000${name}\u0000${truth}`;
    if (!kinds.has(kind)) kinds.set(kind, new Map());
    kinds.get(kind).set(layer, row);
    const total = totals.get(layer) ?? { another: 0, same: 0, slid: 0, slidSame: 0, asked: 0, ragged: 0, times: [] };
    if (truth === 'same') {
      total.same += row.all;
      total.slidSame += row.slid;
    } else {
      total.another += row.all;
      total.slid += row.slid + row.ragged;
    }
    total.asked += row.asked;
    if (truth === 'same') total.ragged += row.ragged;
    for (const time of row.times) total.times.push(time);
    totals.set(layer, total);
  }
  const layers = [...totals.keys()];
  console.log(`\nEach cell: slid/asked/not whole of all · median µs. Layers: ${layers.join(' | ')}`);
  const sorted = [...kinds].sort(
    ([a], [b]) => order(a) - order(b) || Number(a.split('\u0000')[0]) - Number(b.split('\u0000')[0]),
  );
  for (const [kind, byLayer] of sorted) {
    const [number, name, truth] = kind.split('\u0000');
    const cells = layers.map((layer) => {
      const row = byLayer.get(layer);
      return row ? `${row.slid}/${row.asked}/${row.ragged} of ${row.all} · ${at(row.times, 0.5)}` : '-';
    });
    console.log(
      `${truth.padEnd(6)} ${number === '0' ? ' ' : number} ${name.padEnd(34)} ${cells.map((cell) => cell.padEnd(24)).join('| ')}`,
    );
  }
  console.log('');
  for (const [layer, total] of totals)
    console.log(
      `${layer}: on another value or subject ${total.slid} of ${total.another}; of ${total.same} that are the same asked ${total.asked} (${percent(total.asked, total.same)}), elsewhere ${total.slidSame}, not whole ${total.ragged}; µs p50 ${at(total.times, 0.5)}, p95 ${at(total.times, 0.95)}, most ${at(total.times, 1)}`,
    );
  const ours = layers.filter((layer) => layer !== 'approximate search').map((layer) => totals.get(layer));
  const sum = (name) => ours.reduce((all, total) => all + total[name], 0);
  console.log(
    `total: ${sum('another') + sum('same')} answers; slid ${sum('slid') + sum('slidSame')}, asked ${sum('asked')} (${percent(sum('asked'), sum('same'))}), not whole ${sum('ragged')}`,
  );
}

function order(kind) {
  return kind.endsWith('same') ? 1 : 0;
}

function at(times, share) {
  const sorted = Float64Array.from(times).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(0);
}

function percent(part, all) {
  return `${((100 * part) / Math.max(1, all)).toFixed(2)} %`;
}
