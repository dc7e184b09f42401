/** Characters of a value that help to tell what went wrong; the whole of it stands in the report above the totals. */
const MAX_VALUE = 300;

/** What failed and why, in one line: the test's whole title, the first line of the message, the values, the place. */
exports.failureLine = (title, error) => {
  const parts = [`${title}: ${String(error?.message ?? error).split('\n', 1)[0]}`];
  if (error && typeof error === 'object' && 'expected' in error)
    parts.push(`expected ${shorten(error.expected)}, was ${shorten(error.actual)}`);
  const places = String(error?.stack ?? '').match(/(?:test|src)\/[^\s():]+:\d+:\d+/g) ?? [];
  const place = places.find((frame) => frame.includes('.test.ts')) ?? places[0];
  if (place) parts.push(`at ${place}`);
  return parts.join(' | ');
};

function shorten(value) {
  const text = toJson(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}

function toJson(value) {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
