/**
 * The `config.yaml` that a new store begins with: what it must say, and the rest as comments to be taken
 * up when it is needed, in the reader's language.
 * @param articles globs of the articles; without any, those of every Markdown and text file.
 * @param language a BCP 47 tag; comments are Japanese for `ja`, English for any other.
 */
export function starterConfig(articles: readonly string[], language: string): string {
  const globs = articles.length > 0 ? articles : ['**/*.md', '**/*.txt'];
  // A JSON string is a YAML string in double quotes, whatever is in it.
  const list = globs.map((glob) => `  - ${JSON.stringify(glob)}\n`).join('');
  return (/^ja\b/.test(language) ? japanese : english).replace('{articles}', () => list);
}

const english = `# What your team shares. Everyone who opens this folder works by it.
version: 1

# Which files are articles.
articles:
{articles}
# Files that are not, although they match.
# exclude:
#   - "archive/**"

# The language of sentences that do not tell: auto, ja, en or zh.
# language: auto

# How loud each check is: error, warning, information, hint or off.
# rules:
#   source/unused: information
#   figure/unsourced: error

# Figures that need no source; # stands for a number.
# figures:
#   never: ["# hours a day", "# days a week"]

# Which citations in a text count as a source, until somebody checks them: any, none, or known for
# those that name a source of this store by its id ([@id]) or its address.
textCitations: known

# Whether a figure that is sourced once covers the same figure elsewhere in its article: cover or flag.
# repeats: cover

# Exchange rates that conversions are checked with.
# rates:
#   - { from: USD, to: JPY, rate: 144, date: 2025-06-12 }

# How many people must verify a claim, and whether its author counts.
# review:
#   required: 1
#   ownClaims: false

# Who annotates here: a short id for each, as it is written beside what they mark.
# people:
#   ken: { name: Ken Mori }
`;

const japanese = `# チームで共有する設定です。このフォルダーを開く全員に適用されます。
version: 1

# 記事とみなすファイル
articles:
{articles}
# 上に当てはまっても記事とみなさないファイル
# exclude:
#   - "archive/**"

# 文から言語を判断できないときの言語: auto、ja、en、zh
# language: auto

# 検査ごとの強さ: error、warning、information、hint、off
# rules:
#   source/unused: information
#   figure/unsourced: error

# 出典のいらない数値（# は数字）
# figures:
#   never: ["#時間営業", "#人乗り"]

# 本文中の出典表示を（照合前の）出典とみなす範囲: any、none、または known
# （登録した出典を ID（[@id]）かアドレスで示したものだけ）
textCitations: known

# 一度出典を付けた数値が、同じ記事のほかの箇所の同じ数値も兼ねるか: cover（兼ねる）、flag（それぞれ知らせる）
# repeats: cover

# 換算の確認に使う為替レート
# rates:
#   - { from: USD, to: JPY, rate: 144, date: 2025-06-12 }

# 主張を検証済みとするのに必要な人数と、書いた本人を数えるかどうか
# review:
#   required: 1
#   ownClaims: false

# 注釈する人: 注釈のそばに記録される短いIDと名前
# people:
#   ken: { name: 森健 }
`;
