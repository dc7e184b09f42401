import { parseSourcesFile } from '../store/parseStoreFile';
import type { Range } from '../text/range';
import type { Thing } from './thing';
import type { Workspace } from './workspace';

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
  }
}

/**
 * Where a thing is used: for a source, the claims that cite it, `[@id]` in the texts and the records that
 * name it; for an entity, its mentions, the claims about it and their records; for a claim, its passage.
 * The texts come before the store, because that is what a reader wants to see. Does not hold the definition.
 */
export function referencesTo(workspace: Workspace, thing: Thing): Place[] {
  switch (thing.kind) {
    case 'source':
      return inOrder([...sourceInArticles(workspace, thing.id), ...sourceInSources(workspace, thing.id)]);
    case 'entity':
      return inOrder([...entityInArticles(workspace, thing.id)]);
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
  }
}

function recordIn(workspace: Workspace, article: string, path: readonly string[]): Place | undefined {
  const { stored, storeFile } = workspace.article(article);
  const place = stored?.locate(path);
  const range = place?.key ?? place?.value;
  return range && { file: storeFile, range };
}

function* sourceInArticles(workspace: Workspace, id: string): Iterable<Place> {
  for (const path of workspace.articles) {
    const { claims, textCitations, stored, storeFile } = workspace.article(path);
    for (const { ids } of textCitations)
      for (const named of ids) if (named.id === id) yield { file: path, range: named.range };
    for (const claim of claims) {
      const cited = claim.citations.filter(({ citation }) => citation.source === id);
      if (cited.length > 0 && claim.range) yield { file: path, range: claim.range };
      for (const { index } of cited) {
        const range = stored?.locate(['claims', claim.id, 'citations', index, 'source'])?.value;
        if (range) yield { file: storeFile, range };
      }
    }
  }
}

function* sourceInSources(workspace: Workspace, id: string): Iterable<Place> {
  for (const { id: own, value, file } of workspace.library.sources.values()) {
    if (value.custom?.supersededBy !== id) continue;
    const range = parseSourcesFile(workspace.text(file) ?? '').locate([own, 'custom', 'supersededBy'])?.value;
    if (range) yield { file, range };
  }
}

function* entityInArticles(workspace: Workspace, id: string): Iterable<Place> {
  for (const path of workspace.articles) {
    const { claims, mentions, stored, storeFile } = workspace.article(path);
    for (const { entities, start, end } of mentions)
      if (entities.includes(id)) yield { file: path, range: { start, end } };
    for (const { id: claimId, claim, range } of claims) {
      const at = (claim.entities ?? []).indexOf(id);
      const paths = [
        ...(at >= 0 ? [['claims', claimId, 'entities', at]] : []),
        ...(claim.measure?.of === id ? [['claims', claimId, 'measure', 'of']] : []),
      ];
      const isMentioned = mentions.some(
        (mention) => range && mention.entities.includes(id) && range.start <= mention.start && mention.end <= range.end,
      );
      if (paths.length > 0 && range && !isMentioned) yield { file: path, range };
      for (const record of paths) {
        const value = stored?.locate(record)?.value;
        if (value) yield { file: storeFile, range: value };
      }
    }
    for (const [override, { entity }] of Object.entries(stored?.value.mentions ?? {})) {
      const value = entity === id ? stored?.locate(['mentions', override, 'entity'])?.value : undefined;
      if (value) yield { file: storeFile, range: value };
    }
  }
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
