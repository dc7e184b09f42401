/** One currency as the three languages write it. Surfaces are separated by `|`; the first is used when a quantity is shown. */
export interface Currency {
  /** ISO 4217, or the ticker in common use for a cryptocurrency. */
  readonly code: string;
  readonly en: string;
  readonly ja: string;
  readonly zh: string;
  /** Signs that stand before or after the number and mean this currency alone. */
  readonly signs: string;
}

const ROWS = `
USD;US dollar|United States dollar|American dollar|U.S. dollar|greenback;米ドル|米国ドル|アメリカドル|アメリカ・ドル|USドル;美元|美金|美圓|美刀;US$|U.S.$|U.S. $|USD$|$US
JPY;yen|Japanese yen;円|日本円;日元|日圓|日币|日円;JP¥|JPY¥
EUR;euro|euro dollar;ユーロ;欧元|欧罗;€|EUR€|€EUR
GBP;pound|pound sterling|British pound|UK pound|quid|sterling;ポンド|英ポンド|英国ポンド|イギリスポンド|スターリングポンド;英镑;£|GBP£|UK£
CNY;yuan|renminbi|Chinese yuan|kuai|RMB|Chinese renminbi;人民元|中国人民元|中国元|人民幣;人民币|元人民币|人民元|中国元|块钱|块人民币|人民币元;CN¥|RMB¥|CNY¥
TWD;New Taiwan dollar|Taiwan dollar|Taiwanese dollar|NT dollar|New Taiwanese dollar;台湾ドル|台湾元|新台湾ドル|ニュー台湾ドル|台湾・ドル;新台币|台币|新台幣元|台币元|新台币元;NT$|TW$|TWD$|NTD
KRW;won|South Korean won|Korean won;ウォン|韓国ウォン|韓国・ウォン;韩元|韩圜|韩币;₩
HKD;Hong Kong dollar|HK dollar;香港ドル|ホンコンドル;港元|港币|港圆|港纸;HK$|HKD$
AUD;Australian dollar|Aussie dollar;豪ドル|オーストラリアドル|オーストラリア・ドル;澳元|澳大利亚元|澳币|澳大利亚币;A$|AU$|AUD$
NZD;New Zealand dollar|Kiwi dollar;NZドル|ニュージーランドドル|ニュージーランド・ドル;新西兰元|纽币|新西兰币|纽元;NZ$|NZD$
CAD;Canadian dollar;カナダドル|加ドル|カナダ・ドル;加元|加币|加拿大元;C$|C $|CA$|CAD$|CDN$|Can$
SGD;Singapore dollar|Singaporean dollar;シンガポールドル|シンガポール・ドル;新加坡元|新币|坡币|新元;S$|SG$|SGD$
CHF;Swiss franc;スイスフラン|スイス・フラン;瑞士法郎|瑞郎;SFr|CHF|Sfr.
INR;Indian rupee|rupee;インドルピー|インド・ルピー|ルピー;印度卢比|卢比;₹|INR₹|Rs|Rs.
RUB;rouble|ruble|Russian rouble|Russian ruble;ルーブル|ロシアルーブル|ロシア・ルーブル;卢布|俄罗斯卢布;₽
THB;baht|Thai baht;バーツ|タイバーツ|タイ・バーツ;泰铢;฿
VND;dong|Vietnamese dong;ドン|ベトナムドン|ベトナム・ドン;越南盾;₫
IDR;rupiah|Indonesian rupiah;ルピア|インドネシアルピア|インドネシア・ルピア;印尼盾|印度尼西亚盾|印尼卢比;Rp
MYR;ringgit|Malaysian ringgit;リンギット|リンギ|マレーシアリンギット;林吉特|马来西亚林吉特|令吉;RM
PHP;Philippine peso|Filipino peso;フィリピンペソ|フィリピン・ペソ;菲律宾比索|菲律宾披索;₱
BRL;Brazilian real|reais|Brazilian reais;レアル|ブラジルレアル|ブラジル・レアル;巴西雷亚尔|雷亚尔;R$|BRL$
MXN;Mexican peso|peso;メキシコペソ|メキシコ・ペソ|ペソ;墨西哥比索|比索;MX$|MXN$|Mex$
ARS;Argentine peso|Argentinian peso;アルゼンチンペソ|アルゼンチン・ペソ;阿根廷比索;AR$
CLP;Chilean peso;チリペソ|チリ・ペソ;智利比索;CLP$
COP;Colombian peso;コロンビアペソ|コロンビア・ペソ;哥伦比亚比索;COL$
CUP;Cuban peso;キューバペソ|キューバ・ペソ;古巴比索;
UYU;Uruguayan peso;ウルグアイペソ|ウルグアイ・ペソ;乌拉圭比索;
DOP;Dominican peso;ドミニカペソ|ドミニカ・ペソ;多米尼加比索;RD$
TRY;Turkish lira|lira;リラ|トルコリラ|トルコ・リラ;土耳其里拉|里拉;₺
ZAR;rand|South African rand;ランド|南アフリカランド|南ア・ランド|南アランド;南非兰特|兰特;
SEK;Swedish krona|Swedish kronor|krona|kronor;スウェーデンクローナ|スウェーデン・クローナ|クローナ;瑞典克朗;
NOK;Norwegian krone|Norwegian kroner;ノルウェークローネ|ノルウェー・クローネ|クローネ;挪威克朗;
DKK;Danish krone|Danish kroner|krone|kroner;デンマーククローネ|デンマーク・クローネ;丹麦克朗;
ISK;Icelandic krona|Icelandic króna;アイスランドクローナ|アイスランド・クローナ;冰岛克朗;
CZK;Czech koruna|koruna;チェココルナ|チェコ・コルナ|コルナ;捷克克朗;Kč
PLN;zloty|złoty|Polish zloty;ズロチ|ズウォティ|ポーランドズロチ;兹罗提|波兰兹罗提;zł
HUF;forint|Hungarian forint;フォリント|ハンガリーフォリント;福林|匈牙利福林;Ft
RON;Romanian leu|Romanian lei;ルーマニアレウ|ルーマニア・レウ;罗马尼亚列伊;
BGN;Bulgarian lev;レフ|ブルガリアレフ;保加利亚列弗|列弗;
UAH;hryvnia|Ukrainian hryvnia;フリブナ|ウクライナフリブナ|フリヴニャ;格里夫纳|乌克兰格里夫纳;₴
ILS;shekel|Israeli shekel|new shekel|Israeli new shekel;シェケル|新シェケル|イスラエルシェケル;新谢克尔|以色列谢克尔|谢克尔;₪
SAR;riyal|Saudi riyal;サウジリヤル|サウジアラビアリヤル|リヤル;沙特里亚尔|里亚尔;
AED;dirham|UAE dirham|Emirati dirham;ディルハム|UAEディルハム;阿联酋迪拉姆|迪拉姆;
QAR;Qatari riyal|Qatari rial;カタールリヤル|カタール・リヤル;卡塔尔里亚尔;
IRR;Iranian rial|rial;イランリアル|イラン・リアル|リアル;伊朗里亚尔;﷼
KWD;Kuwaiti dinar;クウェートディナール|クウェート・ディナール;科威特第纳尔;
IQD;Iraqi dinar;イラクディナール|イラク・ディナール;伊拉克第纳尔;
RSD;Serbian dinar|dinar;セルビアディナール|ディナール;塞尔维亚第纳尔|第纳尔;
JOD;Jordanian dinar;ヨルダンディナール;约旦第纳尔;
BHD;Bahraini dinar|Bahrain dinar;バーレーンディナール;巴林第纳尔;
TND;Tunisian dinar;チュニジアディナール;突尼斯第纳尔;
DZD;Algerian dinar;アルジェリアディナール;阿尔及利亚第纳尔;
MAD;Moroccan dirham;モロッコディルハム;摩洛哥迪拉姆;
EGP;Egyptian pound;エジプトポンド|エジプト・ポンド;埃及镑;E£
LBP;Lebanese pound;レバノンポンド;黎巴嫩镑;
SYP;Syrian pound;シリアポンド;叙利亚镑;
NGN;naira|Nigerian naira;ナイラ|ナイジェリアナイラ;奈拉|尼日利亚奈拉;₦
KES;Kenyan shilling;ケニアシリング|ケニア・シリング;肯尼亚先令;KSh
TZS;Tanzanian shilling;タンザニアシリング;坦桑尼亚先令;
UGX;Ugandan shilling|Uganda shilling;ウガンダシリング;乌干达先令;
ETB;Ethiopian birr|birr;ブル|エチオピアブル;埃塞俄比亚比尔;
GHS;Ghanaian cedi|cedi|Ghana cedi;セディ|ガーナセディ;加纳塞地;₵
PKR;Pakistani rupee|Pakistan rupee;パキスタンルピー|パキスタン・ルピー;巴基斯坦卢比;
LKR;Sri Lankan rupee|Sri Lanka rupee;スリランカルピー|スリランカ・ルピー;斯里兰卡卢比;
NPR;Nepalese rupee;ネパールルピー;尼泊尔卢比;
BDT;taka|Bangladeshi taka;タカ|バングラデシュタカ;塔卡|孟加拉塔卡;৳
MMK;kyat|Myanmar kyat|Burmese kyat;チャット|ミャンマーチャット;缅甸元|缅元;
KHR;riel|Cambodian riel;リエル|カンボジアリエル;瑞尔|柬埔寨瑞尔;៛
LAK;kip|Lao kip|Laotian kip;キープ|ラオスキープ|ラオス・キープ;基普|老挝基普;₭
MNT;tugrik|tögrög|Mongolian tugrik;トゥグルグ|トグログ|モンゴルトゥグルグ;图格里克|蒙古图格里克;₮
KZT;tenge|Kazakhstani tenge;テンゲ|カザフスタンテンゲ;坚戈|哈萨克斯坦坚戈;₸
GEL;lari|Georgian lari;ラリ|ジョージアラリ;拉里;₾
AMD;Armenian dram;アルメニアドラム;亚美尼亚德拉姆;֏
AZN;manat|Azerbaijani manat;マナト|アゼルバイジャンマナト;马纳特;₼
PEN;Peruvian sol|nuevo sol|nuevos soles;ヌエボソル|ペルーソル;秘鲁新索尔|秘鲁索尔;
CRC;colón|colon|Costa Rican colón|Costa Rican colon|Costa Rican colones;コロン|コスタリカコロン|コスタリカ・コロン;哥斯达黎加科朗|科朗;₡
PYG;guarani|guaraní|Paraguayan guarani;グアラニー;瓜拉尼|巴拉圭瓜拉尼;₲
VES;Venezuelan bolívar|bolívar|bolivar;ボリバル|ベネズエラボリバル;玻利瓦尔|委内瑞拉玻利瓦尔;
MOP;pataca|Macanese pataca|Macau pataca;パタカ|マカオパタカ;澳门元|澳门币|葡币;MOP$
BND;Brunei dollar;ブルネイドル|ブルネイ・ドル;文莱元|文莱币;B$
FJD;Fijian dollar|Fiji dollar;フィジードル|フィジー・ドル;斐济元;FJ$
JMD;Jamaican dollar;ジャマイカドル|ジャマイカ・ドル;牙买加元;J$
ZWL;Zimbabwean dollar|Zimbabwe dollar;ジンバブエドル|ジンバブエ・ドル;津巴布韦元;Z$
TTD;Trinidad and Tobago dollar;トリニダード・トバゴドル;特立尼达和多巴哥元;TT$
BSD;Bahamian dollar;バハマドル;巴哈马元;
BBD;Barbadian dollar|Barbados dollar;バルバドスドル;巴巴多斯元;
LRD;Liberian dollar;リベリアドル;利比里亚元;
NAD;Namibian dollar|Namibia dollar;ナミビアドル;纳米比亚元;N$
XAF;CFA franc|Central African CFA franc;CFAフラン;中非法郎;
KPW;North Korean won;北朝鮮ウォン;朝鲜元|朝鲜币;
AFN;afghani|Afghan afghani;アフガニ;阿富汗尼;؋
BTC;bitcoin|Bitcoin;ビットコイン;比特币;₿
ETH;ether|ethereum|Ether;イーサ|イーサリアム;以太币;Ξ
DEM;Deutsche mark|German mark|deutschmark;ドイツマルク|独マルク;德国马克;
FRF;French franc;フランスフラン|フランス・フラン|仏フラン;法国法郎;
ITL;Italian lira|Italian lire;イタリアリラ|イタリア・リラ;意大利里拉;
`;

/** ISO codes read beside the names; all of the table, and a few more that only ever stand as codes. */
const MORE_CODES = 'AOA BOB BWP BYN GTQ HNL HRK MUR NIO OMR SDG SOS UZS XOF XPF ZMW';

export const CURRENCIES: readonly Currency[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code, en, ja, zh, signs] = row.split(';') as [string, string, string, string, string];
    return { code, en, ja, zh, signs };
  });

/** Every currency code the recognizer reads (`USD`, `JPY` …). */
export const CURRENCY_CODES: readonly string[] = [
  ...CURRENCIES.map((currency) => currency.code),
  ...MORE_CODES.split(' '),
];

const BY_CODE = new Map(CURRENCIES.map((currency) => [currency.code, currency]));

/** The row of a currency by its code; undefined for one the table lacks. */
export function currencyWithCode(code: string): Currency | undefined {
  return BY_CODE.get(code);
}
