import type { ArticleFile } from '../model/schema';
import { entityName, sourceTitle } from '../workspace/library';
import type { Workspace } from '../workspace/workspace';
import type { Thing } from './thing';

/** A claim, a source or an entity whose name holds what was asked for. */
export interface NamedThing {
  readonly thing: Extract<Thing, { kind: 'source' | 'entity' | 'claim' }>;
  /** The name that holds it; for a claim, its words. */
  readonly name: string;
  /** What it is called otherwise: the source by its title, the entity by its name, the claim by its article. */
  readonly of: string;
}

/** YAML may spell a word so that only reading it tells which one it is. */
const ESCAPED = /\\[uUxN\n]/;
/** What the words of a claim stand after, and what comes after them in a claim that is written as people and we do. */
const EXACT = /\bexact["']?\s*:/;
const NEXT_KEY = /[,{\n]\s*["']?(?:prefix|suffix|start|citations|entities|measure|by)["']?\s*:/;
/** One letter is in nearly every claim; one ideograph is a word. */
const TOO_SHORT = /^[\p{Script=Latin}\p{N}]$/u;

/**
 * Looks for sources and entities by any of their names, and for claims by their words: each word that was asked for has
 * to be there, in any order and case. Yields after each store file, of which there may be thousands; derives nothing.
 * @param language what entities are called in.
 * @param most so many are enough.
 */
export function* findNames(
  workspace: Workspace,
  query: string,
  language: string,
  most: number,
): Generator<undefined, NamedThing[]> {
  const words = query.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const tests = words.map((word) => new RegExp(word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'iu'));
  const holds = (text: string) => tests.every((test) => test.test(text));
  const found: NamedThing[] = [];
  for (const [id, source] of workspace.library.sources) {
    const name = [sourceTitle(source), id].find(holds);
    if (name !== undefined) found.push({ thing: { kind: 'source', id }, name, of: sourceTitle(source) });
  }
  for (const [id, entity] of workspace.library.entities) {
    const own = entityName(entity, language);
    const { names, aliases } = entity.value;
    const name = [own, ...Object.values(names), ...(aliases ?? []), id].find(holds);
    if (name !== undefined) found.push({ thing: { kind: 'entity', id }, name, of: own });
  }
  if (words.length === 1 && TOO_SHORT.test(words[0]!)) return found.slice(0, most);
  for (const file of workspace.storeFiles) {
    if (found.length >= most) break;
    const article = workspace.articleOf(file);
    const text = workspace.text(file);
    if (article === undefined || text === undefined) continue;
    if (mayHold(text, holds)) found.push(...claimsOf(workspace.storedIn(file), article, holds));
    yield;
  }
  return found.slice(0, most);
}

/**
 * Whether the words of a claim may be what is looked for, by the bare YAML: most files hold no such claim, and reading
 * them is what takes the time.
 */
function mayHold(text: string, holds: (text: string) => boolean): boolean {
  if (ESCAPED.test(text)) return true;
  if (!holds(text)) return false;
  return text
    .split(EXACT)
    .slice(1)
    .some((rest) => {
      const end = rest.search(NEXT_KEY);
      return holds(end < 0 ? rest : rest.slice(0, end));
    });
}

function claimsOf(stored: ArticleFile | undefined, article: string, holds: (text: string) => boolean): NamedThing[] {
  return Object.entries(stored?.claims ?? {}).flatMap(([id, { target }]) => {
    const name = target.exact.replace(/\s+/gu, ' ').trim();
    return holds(name) ? [{ thing: { kind: 'claim', article, id }, name, of: article }] : [];
  });
}
