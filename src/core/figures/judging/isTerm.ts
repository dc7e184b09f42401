import type { Found, Scan } from '../scanning/scan';

const REACH = 24;

/** Whether a figure only tells of a page, a clock, a rate or a paper: "3 hours ago", 7.30 on Friday, 五年期国债. */
export function isTerm(scan: Scan, found: Found): boolean {
  const { line, tables } = scan;
  if (found.kind === 'number' && (isPriced(scan, found) || isClockOrCalibre(scan, found))) return true;
  if (found.kind !== 'duration' && tables.locale !== 'zh') return false;
  const before = line.slice(found.start - REACH, found.start);
  const after = line.slice(found.end, found.end + REACH);
  if (found.kind === 'duration' && isTimestamp(found, before, after)) return true;
  return tables.locale === 'zh' && isTermOfZh(found, before, after, line.slice(found.end - 1, found.end));
}

/** "3 hours ago" over an article and "4 min read" tell of the page. */
function isTimestamp({ unit }: Found, before: string, after: string): boolean {
  if (/^ read\b/.test(after)) return true;
  if (unit === 'minute' && (/読了(時間)?[: ]*約?$/.test(before) || /^で読め/.test(after))) return true;
  return (
    unit !== 'year' &&
    unit !== 'month' &&
    /^ ago($|\n| *[·|•])/.test(after) &&
    /(^|[·|•\n] *|(updated|published|posted):? )$/i.test(before)
  );
}

const MERIDIEM = /^ ?[ap]\.?m\b|^ (?:GMT|BST|UTC|CES?T|E[SD]T|ET|P[SD]T|PT|JST|IST|AES?T)\b/;

/** 7.30 on Friday and 15.03 BST are times of day as Britain writes them, a .38 revolver a sort of gun. */
function isClockOrCalibre({ line }: Scan, { start, end }: Found): boolean {
  const after = line.slice(end, end + REACH);
  if (CALIBRE.test(after)) return true;
  if (!/^([01]?\d|2[0-3])\.[0-5]\d$/.test(line.slice(start, end))) return false;
  if (
    MERIDIEM.test(after) ||
    (/^\d\d\./.test(line.slice(start, end)) && isLead(line.codes, start) && /^ [A-Z]/.test(after))
  )
    return true;
  return (
    /\b(at|by|until|till|from|before|after|around|about|the) $/i.test(line.slice(start - 8, start)) &&
    /^ (on (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (morning|afternoon|evening)|tonight|tomorrow|local time|GMT|BST|CET|every (day|night|morning)|in the (morning|afternoon|evening))\b/.test(
      after,
    )
  );
}

/** 14.05 The minister sits down: what a live report begins with. */
function isLead(codes: Uint16Array, start: number): boolean {
  return start === 0 || codes[start - 1] === 0x0a;
}

const CALIBRE = /^[ -](calib|revolver|pistol|handgun|rifle|magnum|bullet|cartridge|ammunition|lens|film)/i;

/** $3.78 a dozen: what a price is given for. */
function isPriced({ line, found: all }: Scan, { start }: Found): boolean {
  const last = all.at(-1);
  return last?.kind === 'money' && last.end === start - 1 && /^a /.test(line.slice(start, start + 2));
}

/** 五年期国债 and 一年期LPR name a paper, 每10万人 is the base of a rate, 三次会议 of a congress numbers it. */
function isTermOfZh(found: Found, before: string, after: string, last: string): boolean {
  if (before.endsWith('每') && found.kind !== 'money') return true;
  // 1类新药 is a class of its own, 第18次工作会报 only numbered.
  if (/[类類]/.test(last) && /^(新药|新藥|创新药|創新藥|医疗器|醫療器|疫苗|药品|藥品|水质|水質)/.test(after))
    return true;
  if (
    found.kind === 'ordinal' &&
    /^(工作|全体|全體|部长级|部長級|常务|常務|专题|專題)?(会议|會議|会报|會報|院会|院會|例会|例會|峰会|峰會)/.test(
      after,
    )
  )
    return true;
  if (found.unit === 'occurrence') return /^会[议議]/.test(after) && /(大|协|協|届|屆)$/.test(before);
  return (
    found.kind === 'duration' &&
    /^期(以上)?(LPR|MLF|国债|國債|美债|美債|公债|公債|债|債|存款|定存|贷款|貸款|中期|国开|收益率|殖利率|利率|金融)/.test(
      after,
    )
  );
}
