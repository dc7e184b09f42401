// The layers through which a claim is followed, and what each makes of one generated case.
import { write } from './article.mjs';
import { applyLive, editsBetween } from './edits.mjs';

/** @param core describe, anchor and createLiveAnchors of the build under test */
export function createLayers(core, peer) {
  return {
    'quote and context': ({ after, target }) => core.anchor(after.text, target),
    'old text': ({ before, after, target }) => core.anchor(after.text, target, { oldText: before.text }),
    live: ({ before, target, edits, way }) => {
      const live = core.createLiveAnchors(before.text, new Map([['claim', target]]));
      applyLive(live, edits, way);
      return live.anchors.get('claim');
    },
    'approximate search': ({ after, target }) => peer(after.text, target),
  };
}

/** One case, ready to be followed: texts, target, edits, and where the claim stands in the end if that is known. */
export function toCase(made, truth, random, core) {
  const before = write(made.old);
  const after = write(made.new);
  const start = before.places.get(made.target.first.id).start;
  const end = before.places.get(made.target.last.id).end;
  const way = random.pick(['at once', 'at once', 'one by one', 'typed']);
  const edits = editsBetween(before, after);
  const ends = made.expected ?? made.target;
  const expected = truth === 'other' ? undefined : expectedIn(after, ends);
  return { before, after, target: core.describe(before.text, start, end), way, edits, expected };
}

/** Where a passage may begin and end: with or without the marks right at its ends. */
function expectedIn({ parts, places }, { first, last }) {
  const from = parts.findIndex((part) => part.id === first.id);
  const to = parts.findIndex((part) => part.id === last.id);
  const skipped = (part) => part.isMark || part.text === '' || part.role === 'between' || part.role === 'stop';
  let outerFrom = from;
  while (outerFrom > 0 && skipped(parts[outerFrom - 1])) outerFrom--;
  let outerTo = to;
  while (outerTo < parts.length - 1 && skipped(parts[outerTo + 1])) outerTo++;
  const start = places.get(first.id).start;
  const end = places.get(last.id).end;
  // A full stop that was typed anew at the end stays outside.
  let innerTo = to;
  while (innerTo > from && skipped(parts[innerTo])) innerTo--;
  const innerEnd = places.get(parts[innerTo].id).end;
  const padding = (text) => text.match(/^\s*/)[0].length;
  return {
    starts: [places.get(parts[outerFrom].id).start, start + padding(parts[from].text)],
    ends: [
      innerEnd - (parts[innerTo].text.length - parts[innerTo].text.trimEnd().length),
      places.get(parts[outerTo].id).end,
    ],
    start,
    end,
  };
}

/** @returns slid, asked, ragged (the right place, but not whole) or right */
export function judge({ expected }, answer, truth) {
  const found = answer.status === 'exact' || answer.status === 'moved';
  if (truth === 'other') return found ? 'slid' : 'right';
  if (!found) return truth === 'placed' ? 'right' : 'asked';
  const { start, end } = answer.range;
  if (expected.starts[0] <= start && start <= expected.starts[1] && expected.ends[0] <= end && end <= expected.ends[1])
    return 'right';
  const shared = Math.min(end, expected.end) - Math.max(start, expected.start);
  return shared > 0 ? 'ragged' : 'slid';
}
