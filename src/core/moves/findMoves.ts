import { anchorAll } from '../anchoring/anchorAll';
import type { Target } from '../anchoring/target';
import { gitBlobId } from '../model/gitBlobId';
import type { ArticleFile } from '../model/schema';
import { createSignatureIndex } from './textSignatures';

/** A store file whose article is not where the file says. */
export interface LostAnnotations {
  readonly storeFile: string;
  /** The article's path by the place of the store file. */
  readonly article: string;
  readonly stored: ArticleFile;
}

export interface MoveSearch {
  readonly lost: readonly LostAnnotations[];
  /** Articles that have no annotations of their own. An article with some keeps them, and takes no others. */
  readonly free: readonly string[];
  readonly text: (article: string) => string | undefined;
}

/** What became of the article of a store file. */
export type Move =
  | { readonly status: 'moved'; readonly storeFile: string; readonly to: string }
  /** Not sure enough to decide without a person; the likeliest first, none where nothing looks like it. */
  | { readonly status: 'gone'; readonly storeFile: string; readonly candidates: readonly string[] };

/** Of each lost file at most so many claims are looked for, spread over the article. */
const SAMPLE = 32;
/** So many articles are looked at closely for one lost file. */
const MOST_CANDIDATES = 4;
/** A text in which pieces of fewer of the passages stand is not looked at closely. */
const LEAST_PIECES = 0.25;
/** With so many of the claims found the article is a candidate, with so many it is the one. */
const CANDIDATE_SHARE = 0.25;
const MOVED_SHARE = 0.6;
/** The next best article, and the next best claimant of an article, must be behind by this share of the claims. */
const CLEAR_LEAD = 0.4;
/** So much must have been found for another name to be believed; ideographs and kana count twice. */
const TELLING_WEIGHT = 40;

/**
 * Decides which articles were renamed, moved or replaced while nobody watched (`git mv`, a file manager, a pull):
 * for each store file whose article is gone, the free article that it is. Signs, in this order: the file's own
 * `article` names it, or it has the same name in another Unicode form; it is the very text (git blob id) that was
 * last anchored; most claims are found in it, and clearly more than in any other. What two articles have an equal
 * right to is left to a person. An article that is still there is never in `lost`, so a copy takes nothing from it.
 *
 * Each text is hashed and read at most once and each lost file is anchored in at most four, so the work grows with
 * the texts and not with lost × free. Yields between texts, for hosts that have other things to do.
 */
export function* findMoves({ lost, free, text }: MoveSearch): Generator<undefined, readonly Move[]> {
  const open = new Set(lost);
  const left = new Set(free.filter((article) => text(article) !== undefined));
  const found = new Map<LostAnnotations, Move>();
  const settle = (one: LostAnnotations, to: string) => {
    found.set(one, { status: 'moved', storeFile: one.storeFile, to });
    open.delete(one);
    left.delete(to);
  };
  for (const [one, to] of byName(open, left)) settle(one, to);
  const doubtful = yield* bySameText(open, left, text, settle);
  yield* byClaims(open, left, text, doubtful, settle);
  return lost.map(
    (one) => found.get(one) ?? { status: 'gone', storeFile: one.storeFile, candidates: [...(doubtful.get(one) ?? [])] },
  );
}

type Doubtful = Map<LostAnnotations, ReadonlySet<string>>;
type Settle = (one: LostAnnotations, to: string) => void;

/** A person may have edited the file's `article`; macOS and git may spell か゛ and が in different ways. */
function byName(open: Iterable<LostAnnotations>, left: ReadonlySet<string>): [LostAnnotations, string][] {
  const byForm = groupBy(left, (article) => article.normalize('NFC'));
  const wanted = Array.from(open, (one): [LostAnnotations, string | undefined] => {
    if (one.stored.article !== one.article && left.has(one.stored.article)) return [one, one.stored.article];
    const alike = byForm.get(one.article.normalize('NFC')) ?? [];
    return [one, alike.length === 1 ? alike[0] : undefined];
  });
  const claimants = groupBy(wanted, ([, to]) => to);
  return wanted.flatMap(([one, to]) =>
    to !== undefined && claimants.get(to)?.length === 1 ? [[one, to] as [LostAnnotations, string]] : [],
  );
}

/** Several files with one text, or several articles lost that had it, are told apart by their names if at all. */
function* bySameText(
  open: ReadonlySet<LostAnnotations>,
  left: ReadonlySet<string>,
  text: MoveSearch['text'],
  settle: Settle,
): Generator<undefined, Doubtful> {
  const doubtful: Doubtful = new Map();
  const byId = groupBy(open, ({ stored }) => stored.text);
  byId.delete(undefined);
  if (byId.size === 0) return doubtful;
  const same = new Map<string, string[]>();
  for (const article of left) {
    const id = gitBlobId(text(article) ?? '');
    if (byId.has(id)) same.set(id, [...(same.get(id) ?? []), article]);
    yield;
  }
  for (const [id, articles] of same) {
    const claimants = byId.get(id)!;
    if (claimants.length === 1 && articles.length === 1) {
      settle(claimants[0]!, articles[0]!);
      continue;
    }
    const byBase = groupBy(articles, baseName);
    const claimantsByBase = groupBy(claimants, ({ article }) => baseName(article));
    for (const one of claimants) {
      const alike = byBase.get(baseName(one.article)) ?? [];
      // More files than were lost means that one is a copy, and a name does not say which.
      const isClear =
        articles.length <= claimants.length &&
        alike.length === 1 &&
        claimantsByBase.get(baseName(one.article))!.length === 1;
      if (isClear) settle(one, alike[0]!);
      else doubtful.set(one, new Set([...alike, ...articles].slice(0, MOST_CANDIDATES)));
    }
  }
  return doubtful;
}

interface Candidate {
  readonly article: string;
  readonly share: number;
  readonly weight: number;
}

function* byClaims(
  open: ReadonlySet<LostAnnotations>,
  left: ReadonlySet<string>,
  text: MoveSearch['text'],
  doubtful: Doubtful,
  settle: Settle,
): Generator<undefined, void> {
  const searched = Array.from(open, (one) => ({ one, targets: sampleTargets(one.stored) })).filter(
    ({ one, targets }) => targets.length > 0 && !doubtful.has(one),
  );
  if (searched.length === 0) return;
  const signatures = createSignatureIndex(searched.map(({ targets }) => targets.map(toPassage)));
  const likely: { article: string; count: number }[][] = searched.map(() => []);
  for (const article of left) {
    for (const [index, count] of signatures.countIn(text(article) ?? '')) {
      const { one, targets } = searched[index]!;
      if (count < targets.length * LEAST_PIECES) continue;
      const list = likely[index]!;
      list.push({ article, count });
      list.sort((a, b) => b.count - a.count || likeness(one.article, b.article) - likeness(one.article, a.article));
      list.length = Math.min(list.length, MOST_CANDIDATES);
    }
    yield;
  }
  const ranked = new Map<LostAnnotations, readonly Candidate[]>();
  for (const [index, { one, targets }] of searched.entries()) {
    const candidates: Candidate[] = [];
    for (const { article } of likely[index]!) {
      candidates.push(lookCloser(article, text(article) ?? '', targets));
      yield;
    }
    const kept = candidates.filter(({ share }) => share >= CANDIDATE_SHARE);
    ranked.set(
      one,
      kept.sort((a, b) => b.share - a.share || likeness(one.article, b.article) - likeness(one.article, a.article)),
    );
  }
  const claimants = groupBy(ranked.keys(), (one) => ranked.get(one)?.[0]?.article);
  for (const [one, candidates] of ranked) {
    const [best, next] = candidates;
    if (!best) continue;
    const rivals = claimants.get(best.article)!.filter((other) => other !== one);
    const isClear =
      best.share >= MOVED_SHARE &&
      best.share - (next?.share ?? 0) >= CLEAR_LEAD &&
      rivals.every((rival) => best.share - ranked.get(rival)![0]!.share >= CLEAR_LEAD) &&
      (best.weight >= TELLING_WEIGHT || baseName(best.article) === baseName(one.article));
    if (isClear) settle(one, best.article);
    else doubtful.set(one, new Set(candidates.map(({ article }) => article)));
  }
}

/** Which share of the targets stands in a text, and how much that says. */
function lookCloser(article: string, text: string, targets: readonly Target[]): Candidate {
  let found = 0;
  let weight = 0;
  for (const [index, { status }] of anchorAll(text, targets).entries()) {
    if (status !== 'exact' && status !== 'moved') continue;
    found++;
    for (const character of targets[index]!.exact) weight += character >= '\u2e80' ? 2 : 1;
  }
  return { article, share: found / targets.length, weight };
}

function sampleTargets({ claims = {}, exemptions = {}, mentions = {} }: ArticleFile): Target[] {
  const targets = [claims, exemptions, mentions].flatMap((entries) =>
    Object.values(entries).map(({ target }): Target => target),
  );
  const step = Math.max(1, targets.length / SAMPLE);
  return Array.from({ length: Math.min(targets.length, SAMPLE) }, (_, i) => targets[Math.floor(i * step)]!);
}

/** Enough around short words for them to be looked for at all. */
function toPassage({ exact, prefix = '', suffix = '' }: Target): string {
  return exact.length >= 16 ? exact.slice(0, 64) : prefix.slice(-8) + exact + suffix.slice(0, 8);
}

/** How many of the last parts two paths share. */
function likeness(a: string, b: string): number {
  const one = a.split('/').reverse();
  const two = b.split('/').reverse();
  let same = 0;
  while (same < one.length && one[same] === two[same]) same++;
  return same;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function groupBy<T, Key>(items: Iterable<T>, keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
