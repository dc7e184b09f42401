import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { leastTime } from '../leastTime';

const require = createRequire(path.resolve('package.json'));
const figures = 'source.sourcemark.figures';

/** The grammars that VS Code would load, by scope: ours, and its own for Markdown with what that includes. */
const files: Record<string, string> = {
  [figures]: 'syntaxes/figures.tmLanguage.json',
  'text.plain': 'syntaxes/plainText.tmLanguage.json',
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'text.html.derivative': require.resolve('tm-grammars/grammars/html-derivative.json'),
  'text.html.basic': require.resolve('tm-grammars/grammars/html.json'),
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
};

let markdown: textmate.IGrammar;
let plainText: textmate.IGrammar;

async function loadGrammars(): Promise<void> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (scope) => (scope === 'text.html.markdown' || scope === 'text.plain' ? [figures] : []),
  });
  markdown = (await registry.loadGrammar('text.html.markdown'))!;
  plainText = (await registry.loadGrammar('text.plain'))!;
}

/** The text with «…» around figures and ‹…› around dates, as the grammar has them. */
function markWith(grammar: textmate.IGrammar, text: string): string {
  let stack = textmate.INITIAL;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    const marks = tokens.map(({ startIndex, endIndex, scopes }) => {
      const part = line.slice(startIndex, endIndex);
      if (scopes.includes('constant.numeric.figure.sourcemark')) return `«${part}»`;
      return scopes.includes('constant.numeric.date.sourcemark') ? `‹${part}›` : part;
    });
    lines.push(marks.join(''));
  }
  return lines.join('\n');
}

function check(marked: string, grammars: readonly textmate.IGrammar[] = [markdown, plainText]): void {
  const text = marked.replaceAll(/[«»‹›]/g, '');
  for (const grammar of grammars) assert.equal(markWith(grammar, text), marked);
}

describe('the grammar of figures', () => {
  before(loadGrammars);

  it('marks Japanese figures with their unit', () => {
    check('Metaは«143億ドル»(約«2兆円»)を投じ、株式の«49%»を握った。«28歳»の創業者は去った。');
    check('従業員は«1,500人»、前年は«１５００人»。«140億3000万 USD»、«143 億ドル»、«1兆4300億円»、«2万3,000台»。');
    check('«3分の1»、«2~3年»、«65〜72%»、«3割5分»、«3対2»で勝った。«▲5.2%»、«0.5ポイント»。');
    check('«半数»が賛成し、売上は«倍増»。«三百二十人»、«四十九兆円»、«十数人»、«数十億ドル»規模、«数カ月»前。');
    check('«5ギガワット»、«50キロ»、«10ヘクタール»、«36時間»、«2番目»、«1.5倍»');
  });

  it('marks English figures with their unit', () => {
    check('Meta paid «$14.3 billion» for «49%», or «$65-72 billion» in all; «£35m», «US$14.3bn», «NT$300».');
    check('It has more than «1,500» or so, say «1,500 people», «55 employees», and «28-year-old» founders.');
    check('A jump of «110 percent», «25 basis points», a «1.5-fold» rise, «14.3 billion dollars», «RMB 10 million».');
    check('Wang, «28», hired «three researchers», «a dozen» others and «two-thirds» of the rest; «half» left.');
    check('«Fourteen point three billion» was paid, «twenty-five years» ago', [plainText]);
    check('Spending «doubled» to between «$66 billion» and «$72 billion» in «five months».');
  });

  it('marks Chinese figures with their unit', () => {
    check('‹2025年6月›，公司投资«143亿美元»，占«49%»，员工«1500人»。');
  });

  it('gives dates a scope of their own', () => {
    check('‹2025年6月12日›、‹令和7年›、‹6月›、‹2025-06-30 12:12›、‹2025年度›');
    check('On ‹Nov. 12, 2025› and ‹June 12›, in ‹2014›, ‹Q3 2025› and ‹FY2024›, the ‹2030s›.');
  });

  it('leaves alone what is no figure', () => {
    for (const line of [
      'Llama 4、GPT-4o、GB200、737 MAX、7-Eleven',
      '一部の人は一方で十分に一般的な三菱を、第一に。アレクサンドル',
      'see https://example.com/2025/11/18?id=4410%20and5人 or call 03-5550-0143',
      'version 3 was released as v1.2.3, IMG_2025.jpg, chart-49.png',
      'as said[@harbor-ledger-2025-06-12]',
    ])
      check(line);
  });

  it('knows the parts of Markdown that are not prose', () => {
    const only = [markdown];
    check('---\ntitle: 143億ドルの投資\ndate: 2025-06-12\n---\n\n# «143億ドル»の投資', only);
    check('本文 `49%` と«49%»\n\n```\n143億ドル\n```\n\n    143億ドル\n\n<!-- 143億ドル -->\n\n«5人»', only);
    check('[«49%»の株式](https://example.com/49%/143億ドル "143億ドル") と ![図](img/5人.png)', only);
    check('1. 第一\n2. «3倍»\n\n- «1,500人»\n', only);
    check('| 項目 | 金額(億ドル) |\n|---|---:|\n| 出資額 | «143» |\n| 比率 | «49%» |', only);
    check('<img alt="5人" width="100%">\n\n[a]: https://example.com/143億ドル "49%"', only);
  });

  it('leaves the emphasis of a line that begins with a figure', () => {
    const tokens = markdown.tokenizeLine('143億ドルを**49%**のために', textmate.INITIAL).tokens;
    const bold = tokens.filter(({ scopes }) => scopes.includes('markup.bold.markdown'));
    assert.ok(bold.some(({ scopes }) => scopes.includes('constant.numeric.figure.sourcemark')));
  });

  it('takes time in proportion to the line', () => {
    for (const unit of [
      '9',
      '1億',
      '1,',
      '一',
      '1.',
      '$1',
      'three ',
      '数',
      '-1',
      '1-',
      '| 1',
      'a, 1',
      '2025年',
      '@a',
    ]) {
      const read = (length: number) => {
        const line = unit.repeat(length / unit.length);
        return () => void plainText.tokenizeLine(line, textmate.INITIAL);
      };
      const short = leastTime(read(2000));
      const most = 40 * short + 50;
      const long = leastTime(read(20_000), (least) => least < most);
      assert.ok(long < most, `${unit}: ${short} ms for 2,000 characters, ${long} ms for 20,000`);
    }
  });
});
