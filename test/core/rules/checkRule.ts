import assert from 'node:assert/strict';
import { describe as describePassage } from '../../../src/core/anchoring/describe';
import { fillTemplate, renderMessage } from '../../../src/core/model/renderMessage';
import type { Claim, Config, Entity, Exemption, Source } from '../../../src/core/model/schema';
import type { RuleId } from '../../../src/core/rules/rule';
import { checkWorkspace } from '../../../src/core/rules/runRules';
import { Workspace } from '../../../src/core/workspace/workspace';

type Stored<T> = Partial<Omit<T, 'target'>> & {
  /** The words in the article that it stands on. */
  readonly on?: string;
  /** Or the target itself, for one that no longer fits. */
  readonly target?: Claim['target'];
};

export interface Newsroom {
  readonly claims?: Readonly<Record<string, Stored<Claim>>>;
  readonly exemptions?: Readonly<Record<string, Stored<Exemption>>>;
  readonly sources?: Readonly<Record<string, Partial<Source>>>;
  readonly entities?: Readonly<Record<string, Partial<Entity>>>;
  readonly config?: Config;
  /** More files, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

export const articlePath = 'articles/a.md';
export const storePath = '.sourcemark/articles/articles/a.md.yaml';
const by = { by: 'aiko', at: '2025-06-13T09:00:00Z' };

/** A workspace with one article and what is said to be stored of it. JSON is YAML, so it is written as that. */
export function makeWorkspace(text: string, room: Newsroom = {}): Workspace {
  const workspace = new Workspace('2025-06-30');
  const targeted = ({ on, target, ...rest }: Stored<Claim> | Stored<Exemption>) => {
    const start = on === undefined ? 0 : text.indexOf(on);
    assert.ok(start >= 0, `the article does not hold ${on}`);
    return { target: target ?? describePassage(text, start, start + (on ?? '').length), ...by, ...rest };
  };
  const map = <T, U>(record: Readonly<Record<string, T>> = {}, change: (value: T) => U) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
  const file = {
    article: articlePath,
    claims: map(room.claims, targeted),
    exemptions: map(room.exemptions, (exemption) => ({ reason: 'a test', ...targeted(exemption) })),
  };
  const json = (value: unknown) => JSON.stringify(value, undefined, 2);
  if (room.config) workspace.setFile('.sourcemark/config.yaml', json(room.config));
  workspace.setFile(
    '.sourcemark/sources/all.yaml',
    json(map(room.sources, (source) => ({ type: 'report', ...source }))),
  );
  workspace.setFile(
    '.sourcemark/entities/all.yaml',
    json(map(room.entities, (entity) => ({ type: 'organization', names: {}, ...entity }))),
  );
  for (const [path, content] of Object.entries(room.files ?? {})) workspace.setFile(path, content);
  workspace.setFile(articlePath, text);
  if (room.claims || room.exemptions) workspace.setFile(storePath, json(file));
  return workspace;
}

/**
 * Expects one rule to find just the places marked «so» in the article, and in any other file the words
 * given in `elsewhere`; returns its messages in English.
 */
export function check(
  rule: RuleId,
  marked: string,
  room: Newsroom & { readonly elsewhere?: readonly string[] } = {},
): string[] {
  const text = marked.replace(/[«»]/g, '');
  const workspace = makeWorkspace(text, room);
  const found = checkWorkspace(workspace).filter((diagnostic) => diagnostic.rule === rule);
  const inArticle = found.filter(({ file }) => file === articlePath);
  let shown = text;
  for (const { range } of [...inArticle].sort((a, b) => b.range.start - a.range.start))
    shown = `${shown.slice(0, range.start)}«${shown.slice(range.start, range.end)}»${shown.slice(range.end)}`;
  assert.equal(shown, marked);
  const elsewhere = found
    .filter(({ file }) => file !== articlePath)
    .map(({ file, range }) => workspace.text(file)?.slice(range.start, range.end).replace(/^"|"$/g, ''));
  assert.deepEqual(elsewhere, room.elsewhere ?? []);
  return found.map(({ message }) => renderMessage(message, 'en', fillTemplate));
}
