import { createMentionFinder, type MentionFinder } from '../entities/findMentions';
import type { Entity } from '../model/schema';
import type { Stored } from './library';

type Entities = ReadonlyMap<string, Stored<Entity>>;

interface EntityChange {
  readonly revision: number;
  readonly ids: ReadonlySet<string>;
  /** Finds the names that the changed entities had and have. */
  readonly names: MentionFinder;
}

/** So many changes are remembered one by one; a reader who missed more reads everything again. */
const MOST_CHANGES = 16;
/** With more changed at once it is no use to ask of each. */
const MOST_ENTITIES = 100;

/**
 * Remembers which entities changed, so that a new name is looked for in texts instead of every article being worked
 * out anew.
 */
export class EntityChanges {
  #entities: Entities | undefined;
  #finder: MentionFinder = createMentionFinder(new Map());
  #changes: EntityChange[] = [];
  #revision = 0;
  #oldest = 0;

  /** Takes the entities as they are now. */
  follow(entities: Entities): void {
    if (entities === this.#entities) return;
    const before = this.#entities ?? new Map();
    this.#entities = entities;
    this.#finder = createMentionFinder(new Map(Array.from(entities, ([id, { value }]) => [id, value])));
    this.#revision++;
    const ids = new Set([...before.keys(), ...entities.keys()].filter((id) => before.get(id) !== entities.get(id)));
    const changed = [...ids].flatMap((id) => [before.get(id)?.value, entities.get(id)?.value]).filter(isDefined);
    if (ids.size > MOST_ENTITIES || changed.some(hasTinyName)) {
      this.#changes = [];
      this.#oldest = this.#revision;
      return;
    }
    const names = createMentionFinder(new Map(changed.map((entity, index) => [String(index), entity])));
    this.#changes.push({ revision: this.#revision, ids, names });
    if (this.#changes.length > MOST_CHANGES) this.#oldest = this.#changes.shift()!.revision;
  }

  get revision(): number {
    return this.#revision;
  }

  get finder(): MentionFinder {
    return this.#finder;
  }

  /** Whether what was read at an earlier revision may be another now: of a text, and of the entities it spoke of. */
  concern(since: number, text: string, speaksOf: { has(id: string): boolean }): boolean {
    if (since === this.#revision) return false;
    if (since < this.#oldest) return true;
    return this.#changes.some(
      ({ revision, ids, names }) =>
        revision > since && ([...ids].some((id) => speaksOf.has(id)) || names.find(text).length > 0),
    );
  }
}

/** A name of one kanji decides whether its neighbors are names, too. */
function hasTinyName({ names, aliases = [] }: Entity): boolean {
  return [...Object.values(names ?? {}), ...aliases].some((name) => [...name.trim()].length === 1);
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
