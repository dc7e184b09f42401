import type { Claim, VerdictKind } from './schema';

interface EntryBase {
  readonly by: string;
  /** ISO 8601 instant, as stored. */
  readonly at: string;
}

/** One thing said about a claim, as a reader sees it: edits are already applied. */
export type ThreadEntry =
  | (EntryBase & {
      readonly kind: 'message';
      readonly id: string;
      readonly text: string;
      /** The last edit, where there is one. */
      readonly edited: { readonly by: string; readonly at: string } | undefined;
    })
  | (EntryBase & {
      readonly kind: 'verdict';
      readonly verdict: VerdictKind;
      readonly note: string | undefined;
      /** The claim changed after this was said. */
      readonly stale: boolean;
    })
  /** The thread was closed, or opened again. */
  | (EntryBase & {
      readonly kind: 'resolution';
      readonly id: string;
      readonly resolved: boolean;
      readonly text: string;
    });

export interface ClaimThread {
  /** In the order they were said. */
  readonly entries: readonly ThreadEntry[];
  readonly resolved: boolean;
}

/**
 * What people said of a claim, messages and verdicts in one order. An edit shows in the place of what it
 * edits; the last one in time stands. An edit of an entry that is not there (the other side of a merge
 * that was lost, or a circle) is shown as an entry of its own, so that no words are dropped.
 * @param hash what a verdict given now would name: see `judgedHash`.
 */
export function threadOf(claim: Pick<Claim, 'verdicts' | 'thread'>, hash: string): ClaimThread {
  const messages = claim.thread ?? [];
  const byId = new Map(messages.map((entry) => [entry.id, entry]));
  const edits = new Map<string, (typeof messages)[number]>();
  const entries: ThreadEntry[] = [];
  for (const entry of messages) {
    const root = rootOf(entry.id, byId);
    if (root === entry.id) continue;
    const last = edits.get(root);
    if (!last || timeOf(last.at) <= timeOf(entry.at)) edits.set(root, entry);
  }
  for (const { id, by, at, text, resolved } of messages) {
    if (rootOf(id, byId) !== id) continue;
    if (resolved !== undefined) {
      entries.push({ kind: 'resolution', id, by, at, resolved, text: text ?? '' });
      continue;
    }
    const edit = edits.get(id);
    entries.push({
      kind: 'message',
      id,
      by,
      at,
      text: edit?.text ?? text ?? '',
      edited: edit && { by: edit.by, at: edit.at },
    });
  }
  for (const { by, at, verdict, note, of } of claim.verdicts ?? [])
    entries.push({ kind: 'verdict', by, at, verdict, note, stale: of !== hash });
  // The sort is stable: entries of one second stay in the order they are stored.
  entries.sort((a, b) => timeOf(a.at) - timeOf(b.at));
  let resolved = false;
  for (const entry of entries) if (entry.kind === 'resolution') resolved = entry.resolved;
  return { entries, resolved };
}

/** The entry that an edit edits in the end; its own id for what edits nothing that is there. */
function rootOf(id: string, byId: ReadonlyMap<string, { readonly edits?: string | undefined }>): string {
  const seen = new Set([id]);
  let at = id;
  for (;;) {
    const next = byId.get(at)?.edits;
    if (next === undefined || !byId.has(next)) return at;
    if (seen.has(next)) return id;
    seen.add(next);
    at = next;
  }
}

/** Milliseconds, because two people's clocks may be written in two time zones; 0 for what is no instant. */
function timeOf(instant: string): number {
  return Date.parse(instant) || 0;
}
