import type { CitedPassage } from '../articles/articleSummary';
import type { Range } from '../text/range';
import type { Library } from '../workspace/library';
import type { Workspace } from '../workspace/workspace';

/** A claim that cites words of a source's text, and the article that it is made in. */
export interface PassageUse extends CitedPassage {
  readonly article: string;
}

/** What rests on the text of a source. */
export interface PassageUses {
  /** In the order of the source's text, then of the articles. */
  readonly uses: readonly PassageUse[];
  /** Articles that cite the source and were not looked at yet: there may be more. */
  readonly unknown: number;
}

/** Works out what is not known yet of the articles that cite a file, yielding after each, so that nothing is left out. */
export function* readPassages(workspace: Workspace, file: string): Generator<undefined, undefined> {
  for (const article of articlesCitingText(workspace, file)) {
    if (workspace.knownSummary(article)) continue;
    workspace.summary(article);
    yield;
  }
  return undefined;
}

/**
 * The passages of a file that claims cite; none where no source has the file as its text.
 * @param most how many articles that are not known may be worked out for the answer; the others are left out.
 */
export function passagesIn(workspace: Workspace, file: string, most = Number.POSITIVE_INFINITY): PassageUses {
  const uses: PassageUse[] = [];
  let unknown = 0;
  let left = most;
  for (const article of articlesCitingText(workspace, file)) {
    const known = workspace.knownSummary(article);
    if (!known && left-- <= 0) {
      unknown++;
      continue;
    }
    for (const passage of (known ?? workspace.summary(article)).passages)
      if (passage.file === file) uses.push({ ...passage, article });
  }
  uses.sort((a, b) => a.start - b.start || a.end - b.end);
  return { uses, unknown };
}

/** The passages at an offset of a source's text, the shortest first; each claim once. */
export function passagesAt(
  workspace: Workspace,
  file: string,
  offset: number,
  most = Number.POSITIVE_INFINITY,
): PassageUses {
  const { uses, unknown } = passagesIn(workspace, file, most);
  const seen = new Set<string>();
  const here = uses
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => lengthOf(a) - lengthOf(b))
    .filter(({ article, claim }) => {
      const key = `${article}\n${claim}`;
      return !seen.has(key) && seen.add(key);
    });
  return { uses: here, unknown };
}

function lengthOf({ start, end }: Range): number {
  return end - start;
}

function articlesCitingText(workspace: Workspace, file: string): readonly string[] {
  const sources = sourcesOfText(workspace.library.sources).get(file) ?? [];
  const articles = new Set(sources.flatMap((id) => workspace.articlesCiting(id)));
  return [...articles].sort();
}

/** One set of sources is asked about many times before there is another. */
const known = new WeakMap<Library['sources'], ReadonlyMap<string, readonly string[]>>();

/** Ids of the sources that each text belongs to: two may have the same. */
function sourcesOfText(sources: Library['sources']): ReadonlyMap<string, readonly string[]> {
  const before = known.get(sources);
  if (before) return before;
  const byText = new Map<string, string[]>();
  for (const { id, value } of sources.values()) {
    const text = value.custom?.text;
    if (text === undefined) continue;
    const ids = byText.get(text);
    if (ids) ids.push(id);
    else byText.set(text, [id]);
  }
  known.set(sources, byText);
  return byText;
}
