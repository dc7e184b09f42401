// The edits that lead from one article to another, as an editor reports them: part by part, none larger than it need be.

/** @returns edits of the old text that do not overlap; those of parts that moved say so with `isMove`. */
export function editsBetween(before, after) {
  const stays = keptInOrder(before.parts, after.parts);
  const pieces = [];
  let old = 0;
  let at = 0;
  const oldParts = before.parts;
  const push = (start, end, text, isMove) => {
    if (start === end && text === '') return;
    const last = pieces.at(-1);
    if (last && last.end === start && last.open) {
      last.end = end;
      last.text += text;
      last.isMove ||= isMove;
    } else pieces.push({ start, end, text, isMove, open: true });
  };
  for (const part of [...after.parts, undefined]) {
    if (part && !stays.has(part.id)) {
      push(at, at, part.text, before.places.has(part.id));
      continue;
    }
    while (old < oldParts.length && oldParts[old].id !== part?.id) {
      const place = before.places.get(oldParts[old].id);
      push(place.start, place.end, '', after.places.has(oldParts[old].id));
      at = place.end;
      old++;
    }
    if (!part) break;
    const place = before.places.get(part.id);
    const was = oldParts[old].text;
    if (was !== part.text) push(place.start, place.end, part.text, false);
    else if (was !== '' && pieces.length > 0) pieces.at(-1).open = false;
    at = place.end;
    old++;
  }
  return pieces.map(({ start, end, text, isMove }) => ({ start, end, text, isMove }));
}

/** The parts that need not be moved: the longest run of them that is in the same order in both. */
function keptInOrder(before, after) {
  const order = new Map(before.map((part, at) => [part.id, at]));
  const common = after.filter((part) => order.has(part.id)).map((part) => ({ id: part.id, at: order.get(part.id) }));
  const tails = [];
  for (const entry of common) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle].at < entry.at) low = middle + 1;
      else high = middle;
    }
    tails[low] = { ...entry, previous: tails[low - 1] };
  }
  const kept = new Set();
  for (let entry = tails.at(-1); entry; entry = entry.previous) kept.add(entry.id);
  return kept;
}

/** Hands edits to a live follower in one of the ways in which they are really made. */
export function applyLive(live, edits, way) {
  if (way === 'at once') {
    live.apply(edits);
    return;
  }
  // What moves is cut before it is put in.
  const ordered = edits.map((edit, index) => ({ ...edit, index }));
  ordered.sort((a, b) => Number(isCut(b)) - Number(isCut(a)) || a.index - b.index);
  const done = [];
  for (const edit of ordered) {
    const shift = done.reduce(
      (sum, other) => sum + (other.index < edit.index ? other.text.length - (other.end - other.start) : 0),
      0,
    );
    const start = edit.start + shift;
    const end = edit.end + shift;
    if (way === 'typed' && !edit.isMove && edit.text.length <= 24) {
      if (start < end) live.apply([{ start, end, text: '' }]);
      for (const [at, letter] of [...edit.text].entries()) {
        const from = start + [...edit.text].slice(0, at).join('').length;
        live.apply([{ start: from, end: from, text: letter }]);
      }
    } else live.apply([{ start, end, text: edit.text }]);
    done.push(edit);
  }
}

function isCut(edit) {
  return edit.isMove && edit.text === '';
}
