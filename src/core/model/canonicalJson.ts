/**
 * JSON with the keys of every object in code unit order and absent values left out, so that equal data
 * gives an equal text. For comparing and hashing stored data; takes what YAML can hold.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    let json = '';
    for (const key of Object.keys(record).sort()) {
      if (record[key] === undefined) continue;
      json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(record[key])}`;
    }
    return `{${json}}`;
  }
  // JSON has no words for these three; without them they would all read as null.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return JSON.stringify(value) ?? 'null';
}
