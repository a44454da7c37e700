import { describe, expect, test } from "vitest";
import { readersOfRosterText, type RosterTextReader } from "#lib/schema/roster-text.ts";
import { readerChanges } from "./reader-changes.ts";

function reader(name: string, digit: string, organisation = "Debian"): RosterTextReader {
  const text = JSON.stringify({ readers: [{ name, organisation, fingerprint: digit.repeat(40) }] });
  const [only] = readersOfRosterText(text) ?? [];
  if (only === undefined) throw new Error("not a reader");
  return only;
}

const [dora, dario] = [reader("Dora", "A"), reader("Dario", "B")];

describe("what changed between two rosters", () => {
  test("is nothing where the same people have the same keys", () => {
    expect(readerChanges([dora, dario], [dario, dora])).toEqual([]);
  });

  test("names who came and who went", () => {
    expect(readerChanges([dora], [dario])).toEqual([
      { ...dario, kind: "added" },
      { ...dora, kind: "removed" },
    ]);
  });

  test("calls another key of the same person a replaced one", () => {
    const again = reader("Dora", "C");
    expect(readerChanges([dora], [again])).toEqual([{ ...again, kind: "replaced" }]);
  });

  test("takes people of the same name in two organisations for two", () => {
    const elsewhere = reader("Dora", "C", "Gentoo");
    expect(readerChanges([dora], [elsewhere]).map(({ kind }) => kind)).toEqual(["added", "removed"]);
  });
});

test("a text that is no roster has no readers to show", () => {
  expect(readersOfRosterText("{}")).toBeNull();
  expect(readersOfRosterText("not even JSON")).toBeNull();
});
