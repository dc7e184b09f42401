import { anchorAll } from '../anchoring/anchorAll';
import type { Anchor, Target } from '../anchoring/target';
import type { ArticleFile } from '../model/schema';
import type { Whereabouts } from './articleView';

/** Where the claims, exemptions and mention overrides of an article stand in its text, by id. */
export function anchorTargets(
  text: string | undefined,
  stored: ArticleFile,
  { status }: Whereabouts,
  live: ReadonlyMap<string, Anchor> | undefined,
  oldText: string | undefined,
): ReadonlyMap<string, Anchor> {
  if (text === undefined) {
    // What was not read yet may still be found; what is gone is not.
    if (status !== 'gone') return new Map();
    return new Map(Object.keys(stored.claims ?? {}).map((id) => [id, { status: 'orphaned' }]));
  }
  const targets = targetsOf(stored).filter(([id]) => !live?.has(id));
  const anchors = anchorAll(
    text,
    targets.map(([, target]) => target),
    oldText === undefined ? {} : { oldText },
  );
  return new Map([...(live ?? []), ...targets.map(([id], i) => [id, anchors[i]!] as const)]);
}

/** Whether every target stands where it was described, between the words that stood around it. */
export function standUnmoved(text: string, stored: ArticleFile): boolean {
  return targetsOf(stored).every(
    ([, { exact, prefix = '', suffix = '', start }]) =>
      start !== undefined && text.startsWith(prefix + exact + suffix, start - prefix.length),
  );
}

function targetsOf({ claims = {}, exemptions = {}, mentions = {} }: ArticleFile): [string, Target][] {
  return [claims, exemptions, mentions].flatMap((entries) =>
    Object.entries(entries).map(([id, { target }]): [string, Target] => [id, target]),
  );
}
