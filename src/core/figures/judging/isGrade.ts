import type { Found, Scan } from '../scanning/scan';

const TERM = '期'.charCodeAt(0);

/** Whether a number tells the grade of a school or the class of a contest: 小学3年生, 小6児童, 5期生, 女子63キロ級. */
export function isGrade(scan: Scan, found: Found, before: string, after: string): boolean {
  return (
    isSchoolYear(found, before, after) ||
    isPupil(scan, found, before) ||
    (after.startsWith('生') && scan.line.codes[found.end - 1] === TERM) ||
    (found.kind === 'weight' && after.startsWith('級') && /[男女]子$/.test(before))
  );
}

/** 小6児童, 中3生徒: children of a grade. */
function isPupil({ line }: Scan, { start, end, unit }: Found, before: string): boolean {
  return unit === 'person' && /[小中高]$/.test(before) && /^[1-6](児童|生徒|少年)$/.test(line.slice(start, end));
}

/** 小学3年生, 中学2年, 高校1年: a grade, not a length of time. */
function isSchoolYear(found: Found, before: string, after: string): boolean {
  if (found.kind !== 'duration' || found.unit !== 'year') return false;
  return (
    /^[\d一二三四五六七八九十]+組/.test(after) ||
    /(小学|中学|高校|大学|大学院|小|中|高|修士|博士|小学校|中学校)$/.test(before) ||
    /^生(?![存涯産き])/.test(after) ||
    // 茂木選手(3年)
    (after.startsWith(')') && /(選手|[投捕]手|[内外]野手|主将|さん|君)\($/.test(before) && found.value! <= 4)
  );
}
