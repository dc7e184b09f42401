import type { Config } from '../model/schema';

/** What the team calls a person; the id where its config does not say. */
export function personName({ people }: Config, id: string): string {
  return (people && Object.hasOwn(people, id) ? people[id]?.name : undefined) ?? id;
}
