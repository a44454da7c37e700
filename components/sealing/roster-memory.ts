import { fingerprintSchema } from "#lib/schema/id.ts";
import type { Fingerprint } from "#lib/base/id.ts";

/**
 * What this browser has seen of a list before: a server that hands out an older roster, or suddenly vouches for other
 * coordinators, is noticed by whoever was here before.
 */
export interface RosterMemory {
  /** The highest version seen. */
  readonly version: number;
  /** Coordinators whose signature was accepted. */
  readonly pinned: readonly Fingerprint[];
}

/** As much of `localStorage` as is needed; it may refuse (private windows, settings), and then nothing is remembered. */
export type RosterStorage = Pick<Storage, "getItem" | "setItem">;

/** What is remembered of a list, or null where nothing is, or it cannot be read. */
export function readRosterMemory(storage: RosterStorage | null, listName: string): RosterMemory | null {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageName(listName)) ?? "null");
    if (typeof stored !== "object" || stored === null || !("version" in stored) || !("pinned" in stored)) return null;
    const { version, pinned } = stored;
    if (typeof version !== "number" || !Number.isInteger(version) || version < 1 || !Array.isArray(pinned)) return null;
    const parsed = pinned.map((each) => fingerprintSchema.safeParse(each));
    return { version, pinned: parsed.flatMap((each) => (each.success ? [each.data] : [])) };
  } catch {
    return null;
  }
}

/** Remembers a roster that was checked; the version never goes back. */
export function rememberRoster(storage: RosterStorage | null, listName: string, seen: RosterMemory): void {
  const earlier = readRosterMemory(storage, listName);
  const memory = { version: Math.max(seen.version, earlier?.version ?? 1), pinned: seen.pinned };
  try {
    storage?.setItem(storageName(listName), JSON.stringify(memory));
  } catch {
    // The browser keeps nothing; the check of the signature does not depend on it.
  }
}

/** Coordinators that the server vouches for now, and that this browser has not seen before; empty on a first visit. */
export function newlyPinned(memory: RosterMemory | null, pinned: readonly Fingerprint[]): readonly Fingerprint[] {
  return memory === null ? [] : pinned.filter((each) => !memory.pinned.includes(each));
}

/** The browser's lasting storage, or null where it gives none. */
export function lastingStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function storageName(listName: string): string {
  return `fortnight roster ${listName}`;
}
