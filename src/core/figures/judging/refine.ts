import { isLetter } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';

/** Settles a unit that the tables leave open by what stands around the figure: 度, キロ, ポンド, times. */
export function refine(scan: Scan, found: Found): void {
  const last = scan.line.codes[found.end - 1]!;
  switch (found.unit) {
    case 'occurrence':
      if (last === 0x5ea6) refineDegrees(scan, found);
      else if (isLetter(last)) refineTimes(scan, found);
      return;
    case 'degree':
      if (found.kind === 'temperature') refineEnglishDegrees(scan, found);
      return;
    case 'kilometre':
      if (last === 0x30ed) refineKilo(scan, found);
      else refineSpeed(scan, found);
      return;
    case 'metre':
    case 'mile':
    case 'metre_per_second':
      refineSpeed(scan, found);
      return;
    case 'GBP':
      if (last === 0x30c9) refinePounds(scan, found);
      else if (isLetter(last)) refineEnglishPounds(scan, found);
      return;
    case 'month':
    case 'week':
    case 'day':
      // 生後8カ月 is an age.
      if (found.kind === 'duration' && /生[後后] ?(約|およそ)?$/.test(scan.line.slice(found.start - 6, found.start)))
        found.kind = 'age';
      return;
    case 'point':
      // A book of 416pp has pages.
      if (last === 0x70 && found.value !== undefined && found.value >= 40 && Number.isInteger(found.value)) {
        found.kind = 'count';
        found.unit = 'unit';
      }
      return;
    case 'CNY':
      if (last === 0x5757) refinePieces(scan, found);
      return;
    case 'magnitude':
      refineGrade(scan, found);
      return;
    case 'person':
    case 'company':
    case 'item':
    case 'case':
      // 加奈ちゃん(8つ), 当時3つ: the years of a child.
      if (
        last === 0x3064 &&
        scan.line.codes[found.end] === 0x29 &&
        /(\(|当時)$/.test(scan.line.slice(found.start - 2, found.start))
      ) {
        found.kind = 'age';
        found.unit = 'year';
        return;
      }
      // 一人も…いない: none.
      if (found.value === 1 && scan.line.codes[found.end] === 0x3082 && isDenied(scan, found.end)) found.value = 0;
      // 上升12位: places of an order, not people.
      if (last === 0x4f4d && /(升|降|跌|前进|提高|落|后退)了?$/.test(scan.line.slice(found.start - 4, found.start)))
        found.unit = 'unit';
      return;
    default:
  }
}

function isDenied(scan: Scan, from: number): boolean {
  return /^も[^。、]{0,14}(ない|なかった|なく|ません|おらず|いなかった|出ず|せず|ゼロ)/.test(
    scan.line.slice(from, from + 22),
  );
}

function refineDegrees(scan: Scan, found: Found): void {
  const { line } = scan;
  // 10年に1度の暑さ, 2度にわたり: times, however hot it is; 2023年に40度 is hot.
  const few = found.value === undefined || found.value < 12;
  if (
    few &&
    (/([年週間]|[カかヵヶ]月)に$/.test(line.slice(found.start - 3, found.start)) ||
      /^(にわた|に渡)/.test(line.slice(found.end, found.end + 3)))
  )
    return;
  const around = line.slice(found.start - 30, found.end + 16);
  const value = found.value ?? 0;
  if (/北緯|南緯|東経|西経|緯度|経度|傾|回転|角度|旋回|方位|仰角|勾配|向き/.test(around)) {
    found.kind = 'angle';
    found.unit = 'degree';
    return;
  }
  if (found.value === undefined) return;
  if (value === 360 || value === 180) {
    found.kind = 'angle';
    found.unit = 'degree';
  } else if (
    value >= 12 ||
    !Number.isInteger(value) ||
    /温|熱|℃|摂|セ氏|暑|寒|冷|サーモ|暖|沸|融|氷|平年|最高|最低/.test(around)
  ) {
    found.kind = 'temperature';
    found.unit = 'degree_celsius';
  }
}

function refineEnglishDegrees(scan: Scan, found: Found): void {
  const around = scan.line.slice(found.start - 30, found.end + 24);
  const turned = /angle|rotat|turn|tilt|latitude|longitud|north|south|east|west|slope|lean|spin|bearing|incline|view/i;
  if (turned.test(around) || found.value === 360 || found.value === 180) found.kind = 'angle';
}

const DISTANCE_AFTER =
  /^(の(距離|地点|海|沿|範囲|区間|圏|道|コース|渋滞|円)|離|先|圏|地点|沖|走|余り離|にわた|以上離|も離|東|西|南|北|を走)/;
const WEIGHED =
  /体重|重さ|重量|減量|増量|級|コメ|米|肉|魚|野菜|荷物|小包|覚醒剤|大麻|コカイン|麻薬|金塊|ウラン|プルトニウム|爆薬|火薬|弾頭|ごみ|廃棄|食品|果|小麦|砂糖|たんぱく|貨物|積|バーベル|ダンベル|太|痩|やせ|袋|詰め|押収|収穫|漁獲|水揚げ|出荷/;

/** 3块金牌, 130万块GPU: pieces of something that is named behind the number; else 块 is money. */
function refinePieces(scan: Scan, found: Found): void {
  const after = scan.line.slice(found.end, found.end + 8);
  if (
    !/^(以上|左右|多)?[^。，、；,.]{0,3}([金银銀铜銅]牌|奖牌|獎牌|芯片|晶片|电池|電池|屏|石|砖|磚|土地|地皮|田|牌匾|面板|硬盘|显卡|蛋糕|手表|[A-Za-z])/.test(
      after,
    )
  )
    return;
  found.kind = 'count';
  found.unit = 'unit';
}

/** 6.8级地震 has a magnitude, 14级大风 a force; any other 级 is a grade or a rank that names something. */
function refineGrade(scan: Scan, found: Found): void {
  const { line } = scan;
  const around =
    line.slice(found.start - 16, found.start).replace(/^.*[，。；,;、]/, '') +
    line.slice(found.end, found.end + 6).replace(/[，。；,;、].*$/, '');
  if (around.includes('震')) {
    found.kind = 'number';
    found.unit = 'magnitude';
  } else if (/[风風浪]/.test(around)) {
    found.kind = 'number';
    found.unit = undefined;
  } else {
    found.kind = 'other';
    found.unit = undefined;
  }
}

/** キロ alone: a distance, unless something is weighed or moves. */
function refineKilo(scan: Scan, found: Found): void {
  const { line } = scan;
  const near = line.slice(found.end, found.end + 6);
  const before = line.slice(found.start - 24, found.start);
  const moving =
    /^(で(走|飛|進|通|突|急|巡)|以上で走|を超える速|の速)/.test(near) || (/時速|速度/.test(before) && /^で/.test(near));
  const thrown = /^台?(の|で)?(直球|速球|真っすぐ|真っ直|ストレ|剛速球|フォー|スライ|変化球|カット|ツーシ|スプリ)/.test(
    near,
  );
  if (moving || thrown || /(時速|毎時|分速|速度|速さ|球速)(は|が|で|約|およそ|最大|最高| )*$/.test(before)) {
    found.kind = 'speed';
    found.unit = 'kilometre_per_hour';
    return;
  }
  if (DISTANCE_AFTER.test(near) || /(から|まで|距離|以内)約?$/.test(before)) return;
  if (
    WEIGHED.test(before.slice(-20)) ||
    WEIGHED.test(line.slice(found.end, found.end + 14).replace(/[。、!?「].*/, ''))
  ) {
    found.kind = 'weight';
    found.unit = 'kilogram';
  }
}

/** 時速120キロメートル, 風速30メートル, 秒速8キロ. */
function refineSpeed(scan: Scan, found: Found): void {
  const head = /(時速|毎時|风速|風速|秒速|毎秒|分速|毎分|时速)[^。、0-9]{0,4}$/.exec(
    scan.line.slice(found.start - 8, found.start),
  );
  if (head === null) return;
  const base = found.unit === 'kilometre' || found.unit === 'mile' ? found.unit : 'metre';
  const wind = /[風风]/.test(head[1]!) && base !== 'mile';
  const per = wind || head[1]!.includes('秒') ? 'second' : /分/.test(head[1]!) ? 'minute' : 'hour';
  found.kind = 'speed';
  found.unit = `${base}_per_${per}`;
}

/** ポンド is money, unless something is weighed. */
function refinePounds(scan: Scan, found: Found): void {
  const around = scan.line.slice(found.start - 16, found.end + 10);
  if (/体重|重さ|重量|痩せ|やせ|減量|級|肉|荷物|爆弾|爆薬|推力|砲弾|ダンベル/.test(around)) {
    found.kind = 'weight';
    found.unit = 'pound';
  }
}

const HEAVY =
  /weigh|heav|baby|lost|gained|lift|of (beef|meat|food|fish|flour|cocaine|heroin|marijuana|explosive|thrust|waste|plastic|fruit|grain|coffee|cotton|copper|pressure|bombs?|uranium|plutonium)|body|bomb|equal to|boulder|tuna|fish|metric|kilogram/;

/** "two pounds" is a weight where something is weighed, or where so small a sum is nothing paid. */
function refineEnglishPounds(scan: Scan, found: Found): void {
  const { line } = scan;
  if (line.codes[found.start] === 0xa3) return;
  const text = line.slice(found.start, found.end).toLowerCase();
  if (!/pounds?$/.test(text) || /sterling|british|uk/.test(text)) return;
  const around = line.slice(found.start - 40, found.end + 24).toLowerCase();
  const small =
    found.value !== undefined &&
    found.value < 500 &&
    !/£|cost|pay|paid|price|fee|tax|fine|worth|spend|spent|british|london|million|bill|wage|earn|owe|charge/.test(
      around,
    );
  if (HEAVY.test(around) || text.includes('-') || small) {
    found.kind = 'weight';
    found.unit = 'pound';
  }
}

/** "three times as large" is a multiple, "seven times this year" a count. */
function refineTimes(scan: Scan, found: Found): void {
  const { line } = scan;
  const text = line.slice(found.start, found.end);
  if (!/(times?|twice)$/i.test(text)) return;
  const after = line.slice(found.end, found.end + 24);
  const compared =
    /^ (as(?! [A-Z]| (?:he|she|they|it|the|his|her|their|its|a|an|part|well)\b)|more|higher|larger|bigger|faster|greater|lower|smaller|longer|the|what|its|their|his|her|that|those|earnings|sales|revenue|book|profits?|expected|normal|annual|median|average|last (?:year|month|week|season|quarter)'s|forward|likelier|stronger|heavier|richer|over|cheaper)\b/;
  const whole = found.value === undefined || Number.isInteger(found.value);
  if (!whole || (compared.test(after) && !/^ the (year|week|month|day)/.test(after))) {
    found.kind = 'multiple';
    found.unit = 'fold';
  }
}
