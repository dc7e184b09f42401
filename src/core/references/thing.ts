import type { ArticleView, ClaimView } from '../articles/articleView';
import { articleOfStorePath, storeFileKind } from '../model/storePaths';
import { parseEntitiesFile, parseSourcesFile } from '../store/parseStoreFile';
import { contains, type Range } from '../text/range';
import type { Workspace } from '../workspace/workspace';
import { passagesAt } from './passages';

/** What a place in an article or in the store stands for. */
export type Thing =
  | { readonly kind: 'source' | 'entity'; readonly id: string }
  | { readonly kind: 'claim'; readonly article: string; readonly id: string }
  | { readonly kind: 'exemption'; readonly article: string; readonly id: string }
  | { readonly kind: 'article'; readonly path: string }
  /** Words of a source's text that claims cite: those at one offset. */
  | { readonly kind: 'passage'; readonly file: string; readonly at: number };

/** So many articles are worked out at most to say what is at a place; the others are left out until they are known. */
export const MOST_DERIVED = 20;

/** A thing and the words that stand for it, in UTF-16 offsets of the file that was asked about. */
export interface ThingPlace {
  readonly thing: Thing;
  readonly range: Range;
}

/**
 * Everything that an offset of a file stands for, the narrowest first; in the text of a source, what is cited comes
 * before the names in it. Empty for files that hold nothing of ours.
 */
export function thingsAt(workspace: Workspace, file: string, offset: number): ThingPlace[] {
  const places = storeFileKind(file)
    ? placesInStore(workspace, file, offset)
    : placesInArticle(workspace, file, offset);
  const here = places
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  return [...placesInSourceText(workspace, file, offset), ...here];
}

function placesInSourceText(workspace: Workspace, file: string, offset: number): ThingPlace[] {
  const [narrowest] = passagesAt(workspace, file, offset, MOST_DERIVED).uses;
  return narrowest
    ? [{ thing: { kind: 'passage', file, at: offset }, range: { start: narrowest.start, end: narrowest.end } }]
    : [];
}

/** The claims at an offset of an article, the narrowest first. A claim whose place is unclear is at each of its places. */
export function claimsAt(workspace: Workspace, article: string, offset: number): ClaimView[] {
  return narrowestClaims(workspace.article(article), offset);
}

/** The same for an article that is at hand. */
export function narrowestClaims({ claims }: ArticleView, offset: number): ClaimView[] {
  const found = claims.flatMap((claim) => {
    const range = claimPlaces(claim).find(({ start, end }) => start <= offset && offset <= end);
    return range ? [{ claim, length: range.end - range.start }] : [];
  });
  return found.sort((a, b) => a.length - b.length).map(({ claim }) => claim);
}

function claimPlaces({ range, anchor }: ClaimView): readonly Range[] {
  if (range) return [range];
  return anchor?.status === 'ambiguous' ? anchor.ranges : [];
}

function placesInArticle(workspace: Workspace, path: string, offset: number): ThingPlace[] {
  const { mentions, textCitations } = workspace.article(path);
  return [
    ...textCitations.flatMap(({ ids }) =>
      ids.map(({ id, range }): ThingPlace => ({ thing: { kind: 'source', id }, range })),
    ),
    ...mentions.flatMap(({ entities, start, end }) =>
      entities.map((id): ThingPlace => ({ thing: { kind: 'entity', id }, range: { start, end } })),
    ),
    ...claimsAt(workspace, path, offset).flatMap((claim) =>
      claimPlaces(claim).map((range): ThingPlace => ({ thing: { kind: 'claim', article: path, id: claim.id }, range })),
    ),
  ];
}

function placesInStore(workspace: Workspace, file: string, offset: number): ThingPlace[] {
  switch (storeFileKind(file)) {
    case 'article':
      return placesInArticleFile(workspace, file, offset);
    case 'sources':
      return placesInSourcesFile(workspace, file, offset);
    case 'entities':
      return Object.keys(parseEntitiesFile(workspace.text(file) ?? '').value).flatMap((id) => {
        const stored = workspace.library.entities.get(id);
        return stored?.file === file ? [{ thing: { kind: 'entity', id }, range: stored.range } as const] : [];
      });
    default:
      return [];
  }
}

function placesInSourcesFile(workspace: Workspace, file: string, offset: number): ThingPlace[] {
  const parsed = parseSourcesFile(workspace.text(file) ?? '');
  const places: ThingPlace[] = [];
  for (const [id, source] of Object.entries(parsed.value)) {
    const place = parsed.locate([id]);
    if (!place) continue;
    places.push({ thing: { kind: 'source', id }, range: place.key ?? place.value });
    const by = source.custom?.supersededBy;
    if (by === undefined || !contains(place.value, { start: offset, end: offset })) continue;
    const value = parsed.locate([id, 'custom', 'supersededBy'])?.value;
    if (value) places.push({ thing: { kind: 'source', id: by }, range: value });
  }
  return places;
}

function placesInArticleFile(workspace: Workspace, file: string, offset: number): ThingPlace[] {
  const path = articleOfStorePath(file);
  const stored = path === undefined ? undefined : workspace.article(path).stored;
  if (path === undefined || !stored) return [];
  const places: ThingPlace[] = [];
  const add = (thing: Thing, at: readonly (string | number)[], part: 'key' | 'value' = 'value') => {
    const place = stored.locate(at);
    const range = part === 'key' ? place?.key : place?.value;
    if (range) places.push({ thing, range });
  };
  const isInside = (at: readonly (string | number)[]) => {
    const range = stored.locate(at)?.value;
    return range !== undefined && range.start <= offset && offset <= range.end;
  };
  add({ kind: 'article', path }, ['article']);
  for (const [id, claim] of Object.entries(stored.value.claims ?? {})) {
    const at = ['claims', id];
    const thing: Thing = { kind: 'claim', article: path, id };
    add(thing, at, 'key');
    if (!isInside(at)) continue;
    add(thing, [...at, 'target']);
    for (const [i, { source }] of (claim.citations ?? []).entries())
      add({ kind: 'source', id: source }, [...at, 'citations', i, 'source']);
    for (const [i, entity] of (claim.entities ?? []).entries())
      add({ kind: 'entity', id: entity }, [...at, 'entities', i]);
    if (claim.measure) add({ kind: 'entity', id: claim.measure.of }, [...at, 'measure', 'of']);
  }
  for (const id of Object.keys(stored.value.exemptions ?? {})) {
    const thing: Thing = { kind: 'exemption', article: path, id };
    add(thing, ['exemptions', id], 'key');
    if (isInside(['exemptions', id])) add(thing, ['exemptions', id, 'target']);
  }
  for (const [id, { entity }] of Object.entries(stored.value.mentions ?? {}))
    if (entity !== null) add({ kind: 'entity', id: entity }, ['mentions', id, 'entity']);
  return places;
}
