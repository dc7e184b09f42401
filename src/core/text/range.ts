/**
 * A span of a text in UTF-16 code units, as JavaScript's `slice` counts them; `end` is exclusive.
 * Code points exist only at the borders (W3C, brat): see `formats/`.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
