import type { Locale } from './language';

/** Which way a figure goes: it rose or fell by it, it is a profit or a loss, or of those who are for or against. */
export type WayName = 'rise' | 'fall' | 'profit' | 'loss' | 'pro' | 'contra';

/** Where a word says so: anywhere in the figure's clause, right before the figure (減少率は3.5%) or right behind it (3.5%減). */
export type WayPlace = 'clause' | 'before' | 'after';

/**
 * The places, parted by spaces, with the words, separated by `|`, that say so there; each word stands once. Those right
 * beside a figure may look ahead, `(?=…)`, in brackets that may hold a `|`.
 */
type WayWords = Readonly<
  Partial<Record<WayPlace | 'clause before' | 'clause after' | 'before after' | 'clause before after', string>>
>;

/**
 * The words that say which way a figure goes. Anchoring (did the way change?), the comparison with a source (do both go
 * one way?) and repeats (is it the same figure?) all read this table.
 */
export const WAYS: Readonly<Record<Locale, Readonly<Record<WayName, WayWords>>>> = {
  ja: {
    rise: {
      'clause after':
        '増|伸長|拡大|上昇|上が|上げ|急増|急騰|急伸|高騰|プラス|引き上げ|値上|続伸|成長|膨ら|積み増|高く|高い|多く|多い|上回|上積',
      clause:
        '増加|増え|増やし|増やす|増し|伸ばし|上向|上振れ|値上がり|増額|増収|増益|増配|反発|回復|改善|上積み|上方修正|速く|速い|早く|超え|押し上げ|跳ね上が|黒字転換|躍進|好転|円安|延び|延ば|広が|加速|早ま|強ま|進ん|盛り返|超過|膨張|活発|活況',
      'clause before after': '伸び',
      before:
        '増加率|増加額|増加幅|増加数|伸び率|伸び幅|上昇率|上昇幅|上げ幅|値上げ幅|増収率|増収額|増収幅|増益率|増益額|増益幅|増額幅|成長率|引き上げ幅|上積み額',
      after: '伸ば|上乗|アップ|高と|高で|高の|高だ|高(?![^、」）\\u0029])|多か|引上げ',
    },
    fall: {
      'clause after':
        '減|落ち|落と|縮小|下落|低下|下が|下げ|急減|急落|反落|続落|マイナス|引き下げ|値下|後退|縮ん|安く|安い|下回|削減|割引|縮ま|目減り',
      clause:
        '減少|減ら|減り|減っ|減る|暴落|下振れ|値下がり|取り崩|減額|減収|減益|減配|悪化|縮み|下方修正|低く|低い|遅く|遅い|少なく|少ない|届か|押し下げ|割り込|赤字転落|低迷|落ち込|円高|縮め|狭ま|減速|遅れ|弱ま|鈍化|沈ん|不足|未達|しぼ|不振|低調|収縮',
      before:
        '減少率|減少額|減少幅|減少数|下落率|下落幅|低下率|低下幅|下げ幅|値下げ幅|値下げ率|減収率|減収額|減収幅|減益率|減益額|減益幅|減額幅|割引率|値引き率|引き下げ幅|落ち込み幅|削減率|削減額|削減幅|減反率',
      after: '値引|ダウン|安と|安で|安の|安だ|安(?![^、」）\\u0029])|少な|引下げ|割り引|削っ|割安',
    },
    profit: {
      'clause before after': '黒字|出超|利益|純益|営業益|経常益|最終益|もうけ|評価益|差益',
      clause: '輸出超過|益出し|黒字化',
    },
    loss: {
      'clause before after': '赤字|入超|損失|純損|営業損|経常損|最終損|欠損|評価損|差損',
      clause: '輸入超過|損だ|赤字化',
      'before after': '損を|営業損失|経常損失|最終損失|純損失|当期純損失',
    },
    pro: {
      'clause before after': '賛成|支持|賛同|容認',
      clause: '可決|推進|合憲|勝訴|有罪|肯定',
      'before after': '歓迎',
    },
    contra: {
      'clause before after': '反対|不支持|拒否',
      clause: '反発の声|否決|阻止|違憲|敗訴|無罪|否定',
      'before after': '反発|批判',
    },
  },
  en: {
    rise: {
      'clause before':
        'rose|rises|rising|risen|grew|grow|grows|growing|grown|increased|increases|increasing|gained|gains|gaining|climbed|climbs|climbing|jumped|jumps|surged|soared|advanced|expanded|raised|raise|added|widened|rebounded|rallied|swelled|accelerated|hiked',
      'clause before after': 'rise|growth|increase|gain|climb|jump|surge|up|upturn|expansion|hike',
      clause:
        'surges|soar|soars|expand|improved|improve|improvement|raises|raising|boosted|adds|add|recovered|swell|appreciated|strengthened|doubled|upgrade|upgraded|premium|surplus|above|excess|ahead|quickened|quicken|accelerate|lengthened|lengthen|deepened|brightened|improving|expanding|widen|widening|strengthen|ballooned|spiked|edged up|faster|longer|stronger|inflow|inflows',
      'clause after': 'higher|more|boost|rally|larger',
      before: 'created|hired',
      after: 'bigger',
    },
    fall: {
      'clause before':
        'fell|falls|falling|fallen|lost|losing|shrank|shrink|shrunk|decreased|decreases|decreasing|dropped|drops|dropping|declined|declines|declining|plunged|tumbled|slid|slipped|sank|retreated|contracted|cuts|cutting|reduced|lowered|trimmed|narrowed|slumped|dipped|slowed|slashed|eased',
      'clause before after': 'fall|contraction|decrease|drop|decline|plunge|down|downturn|cut|reduction|slump|discount',
      clause:
        'shrinks|shrinking|lose|loses|plunges|contract|worsened|deteriorated|reduce|reduces|weakened|dwindled|dwindle|dwindles|dwindling|receded|waned|depreciated|halved|downgrade|downgraded|deficit|below|shortfall|behind|slow|slowing|decelerated|shortened|shorten|ease|darkened|worsening|contracting|narrow|narrowing|weaken|shrivelled|edged down|slower|shorter|weaker|outflow|outflows',
      'clause after': 'lower|fewer|less|smaller',
      'before after': 'slide|dip',
      before:
        'slip|off(?=(?:\\s|about|nearly|almost|some|by|around|roughly){0,6}$)|laid off|dismissed|eliminated|axed|shed',
      after: 'cheaper',
    },
    profit: {
      'clause before after': 'profit|profits|earned|earnings|net income|surplus|in the black',
      clause: 'gain|profitable|net profit|made|credit|credits|windfall|windfalls',
      'before after': 'income',
    },
    loss: {
      'clause before after': 'loss|losses|lost|deficit|in the red|shortfall',
      clause: 'losing|unprofitable|net loss|shortfalls|debit|debits',
      'before after': 'deficits|(?:trade|budget|fiscal|funding|financing|revenue|current-account) gap',
    },
    pro: {
      clause: 'for|back|approves|agree|yes|aye|passed|accepted|accept|satisfied|trust|likes|convicted|guilty|upheld',
      'clause before after':
        'in favor|in favour|favored|favoured|supported|support|supports|supporting|backed|approved|approve|approval|agreed|endorsed',
      'before after': 'approved of|voted for|for it',
    },
    contra: {
      'clause before after':
        'against|opposed|oppose|opposes|opposing|opposition|rejected|disapproved|disapprove|disapproval|disagreed',
      clause:
        'reject|rejects|disagree|no|nay|blocked|refused|refuse|dissatisfied|distrust|dislikes|acquitted|innocent|overturned',
      'before after': 'objected|not in favor|not in favour',
    },
  },
  zh: {
    rise: {
      'clause before': '增|增加|上升|上涨|涨|升|提高|扩大|攀升|飙升|增产|上扬',
      'clause before after': '增长|增幅|涨幅',
      clause:
        '增至|升至|提升|回升|大增|激增|反弹|改善|上调|高于|多于|超过|加息|升值|走强|增持|扩张|好转|新增|加快|同比增|增发|盘升|走高|加速|变大|延长|拉长|走阔|提速|膨胀|回暖|超额|上行',
      'before after': '升幅',
      before: '增速|增收|多收|增長|上漲|擴大',
      after: '涨势',
    },
    fall: {
      'clause before': '减|下跌|跌|降|降低|缩小|下滑|回落|下调|减产|缩减|萎缩|收窄',
      'clause before after': '减少|降幅|下降|跌幅',
      clause:
        '减至|降至|大减|锐减|暴跌|跳水|恶化|低于|少于|不足|降息|贬值|走弱|减持|收缩|转差|削减|放缓|同比降|走低|减速|变小|缩短|变窄|降温|欠额|下挫|下行|滑落',
      'before after': '减幅',
      before: '减收|少收|減少|縮減|減',
      after: '跌势',
    },
    profit: {
      'clause before after': '盈利|利润|盈余|净利|顺差|获利|收益',
      clause: '赚|扭亏|净利润|纯利',
      'before after': '净赚|顺差额',
    },
    loss: {
      'clause before after': '亏损|净亏|赤字|逆差|损失',
      clause: '亏|转亏|净亏损',
      'before after': '亏空',
    },
    pro: {
      'clause before after': '赞成|支持|同意|赞同|拥护',
      clause: '通过|批准|认可|满意|胜诉|有罪|合法',
      'before after': '欢迎',
    },
    contra: {
      'clause before after': '反对|不支持|不同意|抵制|不赞成',
      clause: '否决|驳回|拒绝|不满|败诉|无罪|违法',
      'before after': '不赞同',
    },
  },
};

/** What may stand between a figure and a word behind it, separated by `|`. */
export const BETWEEN: Readonly<Record<Locale, string>> = {
  ja: 'の|を|も|と|、|だけ|ほど|程度|前後|近く|余り|あまり|以上|以下|超|強|弱|大幅に|大きく|急激に|わずかに|さらに|大幅な|大幅|営業|経常|最終|純|連結|単体|税引き前|税引前|当期|貿易|財政|単年度|売上|売り上げ|通期',
  en: 'net|operating|pre-tax|pretax|after-tax|ordinary|annual|quarterly|yearly|record|full-year|trade|budget|current-account|in|of|yen|dollars',
  zh: '的|左右|以上|以下|多|余|经营|营业|净|财政|贸易|年度',
};

/** The words for a way at a place, the longest first. */
export function wayWords(locale: Locale, way: WayName, place: WayPlace): string[] {
  return Object.entries(WAYS[locale][way])
    .filter(([places]) => places.split(' ').includes(place))
    .flatMap(([, words]) => words.match(/(?:\((?:[^()]|\([^()]*\))*\)|[^|()])+/g) ?? [])
    .sort((a, b) => b.length - a.length);
}
