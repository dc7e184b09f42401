import type { Locale } from './language';

/** Words for one thing and for its opposite, separated by `|`. */
interface Opposites {
  readonly up: string;
  readonly down: string;
}

/** Words right beside a figure that say which way it goes: by how much something rose, or how large a loss is. */
export interface WayLanguage {
  /** What stands before the figure: fell 3.5%, 减少3.5%, 減少率は3.5%. */
  readonly changeBefore: Opposites;
  /** What stands behind it: a 3.5% fall, 3.5%減. */
  readonly changeAfter: Opposites;
  /** A profit or a loss, before the figure and behind it. */
  readonly result: Opposites;
  /** For something (`up`) or against it, in the figure's clause: 6割が賛成, opposed by 60%. */
  readonly stance: Opposites;
  /** What may stand between the figure and a word behind it. */
  readonly between: string;
}

export const WAYS: Readonly<Record<Locale, WayLanguage>> = {
  ja: {
    changeBefore: {
      up: '増加率|増加額|増加幅|増加数|伸び率|伸び幅|伸び|上昇率|上昇幅|上げ幅|値上げ幅|増収率|増収額|増収幅|増益率|増益額|増益幅|増額幅|成長率|引き上げ幅|上積み額',
      down: '減少率|減少額|減少幅|減少数|下落率|下落幅|低下率|低下幅|下げ幅|値下げ幅|値下げ率|減収率|減収額|減収幅|減益率|減益額|減益幅|減額幅|割引率|値引き率|引き下げ幅|落ち込み幅|削減率|削減額|削減幅|減反率',
    },
    changeAfter: {
      up: '増|伸び|伸ば|伸長|上昇|上が|上げ|上回|上積|上乗|拡大|値上|急騰|急伸|急増|高騰|続伸|プラス|アップ|高く|高い|高と|高で|高の|高だ|高(?=[、」）)]|$)|多く|多い|多か|膨ら|引き上げ|引上げ|積み増|成長',
      down: '減|落ち|落と|下落|低下|下が|下げ|下回|縮小|縮ん|縮ま|値下|値引|急落|急減|続落|反落|マイナス|ダウン|安く|安い|安と|安で|安の|安だ|安(?=[、」）)]|$)|少な|引き下げ|引下げ|割り引|割引|目減り|後退|削減|削っ|割安',
    },
    result: {
      up: '黒字|利益|純益|営業益|経常益|最終益|もうけ|差益|評価益|出超',
      down: '赤字|損失|純損|営業損|経常損|最終損|欠損|差損|評価損|損を|入超',
    },
    stance: { up: '賛成|支持|賛同|容認|歓迎', down: '反対|不支持|拒否|反発|批判' },
    between:
      'の|を|も|と|、|だけ|ほど|程度|前後|近く|余り|あまり|以上|以下|超|強|弱|大幅に|大きく|急激に|わずかに|さらに|大幅な|大幅|営業|経常|最終|純|連結|単体|税引き前|税引前|当期|貿易|財政|単年度|売上|売り上げ|通期',
  },
  zh: {
    changeBefore: {
      up: '增长|增加|上升|上涨|提高|扩大|攀升|上扬|飙升|增幅|涨幅|升幅|增速|增收|增产|多收|增|涨|升|增長|上漲|擴大|增速',
      down: '减少|下降|下跌|降低|缩减|下滑|回落|萎缩|收窄|缩小|下调|降幅|跌幅|减幅|减收|减产|少收|减|跌|降|減少|縮減|減',
    },
    changeAfter: { up: '增幅|涨幅|升幅|增长|涨势', down: '降幅|跌幅|减幅|下降|跌势|减少' },
    result: { up: '盈利|利润|净利|顺差|盈余|获利|收益|净赚|顺差额', down: '亏损|净亏|赤字|逆差|损失|亏空' },
    stance: { up: '赞成|支持|同意|赞同|拥护|欢迎', down: '反对|不支持|不赞成|不同意|不赞同|抵制' },
    between: '的|左右|以上|以下|多|余|经营|营业|净|财政|贸易|年度',
  },
  en: {
    changeBefore: {
      up: 'up|rose|rise|rises|risen|rising|grew|grow|grows|grown|growing|growth|climbed|climb|climbs|climbing|increased|increase|increases|increasing|gained|gain|gains|gaining|jumped|jump|jumps|surged|surge|soared|advanced|expanded|expansion|added|created|hired|raised|raise|widened|swelled|rallied|rebounded|accelerated|hike|hiked|upturn',
      down: 'down|fell|fall|falls|fallen|falling|dropped|drop|drops|dropping|declined|decline|declines|declining|decreased|decrease|decreases|decreasing|slid|slide|slipped|slip|sank|plunged|plunge|tumbled|slumped|slump|dipped|dip|shrank|shrunk|shrink|contracted|contraction|retreated|cut|cuts|cutting|reduced|reduction|lowered|off(?=(?:\\s+(?:about|nearly|almost|some|by|around|roughly))*\\s*$)|laid off|dismissed|eliminated|axed|slashed|shed|trimmed|narrowed|slowed|eased|downturn|discount',
    },
    changeAfter: {
      up: 'rise|increase|gain|growth|jump|surge|hike|climb|boost|expansion|upturn|rally|higher|more|up|larger|bigger',
      down: 'drop|fall|decline|decrease|reduction|cut|slide|slump|plunge|dip|contraction|downturn|discount|lower|less|fewer|down|smaller|cheaper',
    },
    result: {
      up: 'profit|profits|surplus|earnings|income|net income|in the black|earned',
      down: 'loss|losses|deficit|deficits|shortfall|(?:trade|budget|fiscal|funding|financing|revenue|current-account) gap|in the red|lost',
    },
    stance: {
      up: 'in favor|in favour|favored|favoured|support|supported|supports|supporting|backed|approve|approved|approved of|approval|endorsed|agreed|voted for|for it',
      down: 'oppose|opposed|opposes|opposing|opposition|against|disapprove|disapproved|disapproval|rejected|objected|disagreed|not in favor|not in favour',
    },
    between:
      'net|operating|pre-tax|pretax|after-tax|ordinary|annual|quarterly|yearly|record|full-year|trade|budget|current-account|in|of|yen|dollars',
  },
};
