import { firstPlace } from '../articles/articleView';
import { parseSourcesFile } from '../store/parseStoreFile';
import type { Range } from '../text/range';
import type { Workspace } from '../workspace/workspace';
import { passagesAt } from './passages';
import { MOST_DERIVED, type Thing } from './thing';

/** A range of a file, in UTF-16 offsets. */
export interface Place {
  readonly file: string;
  readonly range: Range;
}

/** Where a thing is defined in the store; for an article, its first character. Undefined for what nothing defines. */
export function definitionOf(workspace: Workspace, thing: Thing): Place | undefined {
  switch (thing.kind) {
    case 'source':
    case 'entity': {
      const stored = workspace.library[thing.kind === 'source' ? 'sources' : 'entities'].get(thing.id);
      return stored && { file: stored.file, range: stored.range };
    }
    case 'claim':
      return recordIn(workspace, thing.article, ['claims', thing.id]);
    case 'exemption':
      return recordIn(workspace, thing.article, ['exemptions', thing.id]);
    case 'article':
      return workspace.text(thing.path) === undefined ? undefined : { file: thing.path, range: { start: 0, end: 0 } };
    // The store only quotes it, and what it quotes is where one is.
    case 'passage':
      return undefined;
  }
}

/**
 * Where a thing is used: for a source, the claims that cite it, `[@id]` in the texts and the records that
 * name it; for an entity, its mentions, the claims about it and their records; for a claim, its passage; for
 * what is cited in a source's text, the claims that cite it. The texts come before the store, because that is
 * what a reader wants to see. Does not hold the definition.
 */
export function referencesTo(workspace: Workspace, thing: Thing): Place[] {
  const searching = searchReferences(workspace, thing);
  let step = searching.next();
  while (!step.done) step = searching.next();
  return step.value;
}

/** The same, yielding after each article that had to be looked at: a name may be in thousands. */
export function* searchReferences(workspace: Workspace, thing: Thing): Generator<undefined, Place[]> {
  switch (thing.kind) {
    case 'source':
      return inOrder([...(yield* sourceInArticles(workspace, thing.id)), ...sourceInSources(workspace, thing.id)]);
    case 'entity':
      return inOrder(yield* entityInArticles(workspace, thing.id));
    case 'claim': {
      const claim = workspace.claim(thing.article, thing.id);
      if (claim?.range) return [{ file: thing.article, range: claim.range }];
      return claim?.anchor?.status === 'ambiguous'
        ? claim.anchor.ranges.map((range) => ({ file: thing.article, range }))
        : [];
    }
    case 'exemption': {
      const range = workspace.article(thing.article).exemptions.find(({ id }) => id === thing.id)?.range;
      return range ? [{ file: thing.article, range }] : [];
    }
    case 'article':
      return [];
    case 'passage':
      return inOrder(yield* claimsOnPassage(workspace, thing.file, thing.at));
  }
}

function recordIn(workspace: Workspace, article: string, path: readonly string[]): Place | undefined {
  const { stored, storeFile } = workspace.article(article);
  const place = stored?.locate(path);
  const range = place?.key ?? place?.value;
  return range && { file: storeFile, range };
}

function* sourceInArticles(workspace: Workspace, id: string): Generator<undefined, Place[]> {
  const places: Place[] = [];
  const citing = new Set(workspace.articlesCiting(id));
  for (const path of workspace.articles) {
    // A source is known to few articles of a large folder, and working out the others takes the time.
    if (!citing.has(path) && !workspace.text(path)?.includes(id)) continue;
    const { claims, textCitations, stored, storeFile } = workspace.article(path);
    for (const { ids } of textCitations)
      for (const named of ids) if (named.id === id) places.push({ file: path, range: named.range });
    for (const claim of claims) {
      const cited = claim.citations.filter(({ citation }) => citation.source === id);
      if (cited.length > 0 && claim.range) places.push({ file: path, range: claim.range });
      for (const { index } of cited) {
        const range = stored?.locate(['claims', claim.id, 'citations', index, 'source'])?.value;
        if (range) places.push({ file: storeFile, range });
      }
    }
    yield;
  }
  return places;
}

function* claimsOnPassage(workspace: Workspace, file: string, at: number): Generator<undefined, Place[]> {
  const places: Place[] = [];
  for (const { article, claim } of passagesAt(workspace, file, at, MOST_DERIVED).uses) {
    const view = workspace.claim(article, claim);
    const range = view && firstPlace(view);
    // A claim without a place in its article is still in the store.
    const place = range ? { file: article, range } : recordIn(workspace, article, ['claims', claim]);
    if (place) places.push(place);
    yield;
  }
  return places;
}

function* sourceInSources(workspace: Workspace, id: string): Iterable<Place> {
  for (const { id: own, value, file } of workspace.library.sources.values()) {
    if (value.custom?.supersededBy !== id) continue;
    const range = parseSourcesFile(workspace.text(file) ?? '').locate([own, 'custom', 'supersededBy'])?.value;
    if (range) yield { file, range };
  }
}

function* entityInArticles(workspace: Workspace, id: string): Generator<undefined, Place[]> {
  const places: Place[] = [];
  for (const path of workspace.articles) {
    if (!mayConcern(workspace, path, id)) continue;
    const { claims, mentions, stored, storeFile } = workspace.article(path);
    for (const { entities, start, end } of mentions)
      if (entities.includes(id)) places.push({ file: path, range: { start, end } });
    for (const { id: claimId, claim, range } of claims) {
      const at = (claim.entities ?? []).indexOf(id);
      const paths = [
        ...(at >= 0 ? [['claims', claimId, 'entities', at]] : []),
        ...(claim.measure?.of === id ? [['claims', claimId, 'measure', 'of']] : []),
      ];
      const isMentioned = mentions.some(
        (mention) => range && mention.entities.includes(id) && range.start <= mention.start && mention.end <= range.end,
      );
      if (paths.length > 0 && range && !isMentioned) places.push({ file: path, range });
      for (const record of paths) {
        const value = stored?.locate(record)?.value;
        if (value) places.push({ file: storeFile, range: value });
      }
    }
    for (const [override, { entity }] of Object.entries(stored?.value.mentions ?? {})) {
      const value = entity === id ? stored?.locate(['mentions', override, 'entity'])?.value : undefined;
      if (value) places.push({ file: storeFile, range: value });
    }
    yield;
  }
  return places;
}

/** Whether an article says anything of an entity; so it may as long as nobody looked. */
function mayConcern(workspace: Workspace, path: string, id: string): boolean {
  const summary = workspace.knownSummary(path);
  return !summary || summary.entities.has(id) || workspace.text(summary.storeFile)?.includes(id) === true;
}

function inOrder(places: readonly Place[]): Place[] {
  const isStore = (file: string) => Number(file.startsWith('.'));
  return [...places].sort(
    (a, b) =>
      isStore(a.file) - isStore(b.file) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.range.start - b.range.start ||
      a.range.end - b.range.end,
  );
}
