import { describe, expect, test } from "vitest";
import type { Fingerprint } from "#lib/base/id.ts";
import { newlyPinned, readRosterMemory, rememberRoster, type RosterStorage } from "./roster-memory.ts";

const ada = "A".repeat(40) as Fingerprint;
const eve = "E".repeat(40) as Fingerprint;

function emptyStorage(): RosterStorage & { readonly contents: Map<string, string> } {
  const contents = new Map<string, string>();
  return {
    contents,
    getItem: (name) => contents.get(name) ?? null,
    setItem: (name, value) => void contents.set(name, value),
  };
}

describe("what a browser remembers of a roster", () => {
  test("a roster that was seen is remembered for its own list", () => {
    const storage = emptyStorage();
    rememberRoster(storage, "distros", { version: 3, pinned: [ada] });
    expect(readRosterMemory(storage, "distros")).toEqual({ version: 3, pinned: [ada] });
    expect(readRosterMemory(storage, "linux-distros")).toBeNull();
  });

  test("the version never goes back", () => {
    const storage = emptyStorage();
    rememberRoster(storage, "distros", { version: 3, pinned: [ada] });
    rememberRoster(storage, "distros", { version: 2, pinned: [ada] });
    expect(readRosterMemory(storage, "distros")?.version).toBe(3);
  });

  test("a coordinator that appears later is new, and on a first visit nobody is", () => {
    expect(newlyPinned(null, [ada])).toEqual([]);
    expect(newlyPinned({ version: 1, pinned: [ada] }, [ada])).toEqual([]);
    expect(newlyPinned({ version: 1, pinned: [ada] }, [ada, eve])).toEqual([eve]);
  });

  test.each(["", "7", "null", "{}", '{"version":0,"pinned":[]}', '{"version":1.5,"pinned":[]}', '{"version":1}'])(
    "what cannot be read, %s, is as if there were nothing",
    (text) => {
      const storage = emptyStorage();
      storage.contents.set("fortnight roster distros", text);
      expect(readRosterMemory(storage, "distros")).toBeNull();
    },
  );

  test("a browser that stores nothing does no harm", () => {
    const refusing: RosterStorage = {
      getItem: () => {
        throw new DOMException("denied", "SecurityError");
      },
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    rememberRoster(refusing, "distros", { version: 1, pinned: [] });
    expect(readRosterMemory(refusing, "distros")).toBeNull();
    expect(readRosterMemory(null, "distros")).toBeNull();
  });
});
