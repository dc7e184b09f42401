import assert from 'node:assert/strict';
import { formatQuantity } from '../../../src/core/figures/formatQuantity';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';

/** How the first figure of a text is read out. */
function read(text: string, language: string): string | undefined {
  const [figure] = recognizeFigures(text);
  return figure && formatQuantity(figure.quantity, figure.kind, language);
}

describe('formatQuantity', () => {
  const cases: [text: string, english: string, japanese: string][] = [
    ['143億ドルを投じた', '14.3 billion US dollars', '143億米ドル'],
    ['$14.3 billion', '14.3 billion US dollars', '143億米ドル'],
    ['140億3000万円', '14.03 billion yen', '140億3000万円'],
    ['約49%の株式', 'about 49%', '約49%'],
    ['2025年に始まる', 'the year 2025', '2025年'],
    ['ワン氏は28歳', '28 years old', '28歳'],
    ['5年間の計画', '5 years', '5年'],
    ['過去2番目の規模', 'no. 2', '2番目'],
    ['数十億ドルの契約', 'several billion US dollars', '数十億米ドル'],
    ['数千人が並んだ', 'several thousand people', '数千人'],
    ['660億ドルから720億ドルに', '66–72 billion US dollars', '660億〜720億米ドル'],
    ['1,500人以上', 'at least 1,500 people', '1,500人以上'],
    ['9億ドルから11億ドルに', '900 million–1.1 billion US dollars', '9億〜11億米ドル'],
    ['5カ月で', '5 months', '5カ月'],
    ['風速40ノット', '40 knots', '40ノット'],
    ['広さ5坪', '5 tsubo', '5坪'],
    ['5ギガヘルツ', '5 gigahertz', '5ギガヘルツ'],
    ['950ヘクトパスカル', '950 hectopascals', '950ヘクトパスカル'],
    ['It is 10 feet tall', '10 feet', '10フィート'],
    ['They drove 20 miles', '20 miles', '20マイル'],
    ['It weighs 12 pounds', '12 pounds', '12ポンド'],
    ['3対2で勝った', '3 to 2', '3対2'],
    ['3分の1を占める', '33.33%', '33.33%'],
    ['12億3456万7890円', '1.23456789 billion yen', '12億3456万7890円'],
    ['2025年6月12日に発表', 'a date', '日付'],
    ['第2四半期は', 'a date', '日付'],
    ['B-2を使う', 'no quantity', '数量ではない'],
  ];
  for (const [text, english, japanese] of cases)
    it(text, () => {
      assert.equal(read(text, 'en'), english);
      assert.equal(read(text, 'ja'), japanese);
    });
});
