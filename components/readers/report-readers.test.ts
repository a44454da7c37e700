import { expect, test } from "vitest";
import type { Fingerprint } from "#lib/base/id.ts";
import type { ReportReader } from "#lib/schema/report-readers.ts";
import { readerName, readersOf } from "./report-readers.ts";

const reader = (fingerprint: string, places: ReportReader["places"], name: string | null = "Ada"): ReportReader => ({
  fingerprint: fingerprint as Fingerprint,
  name,
  organisation: name === null ? null : "Debian",
  places,
  grants: [],
});

const granted = { place: 1, by: "Saskia", at: new Date(0) };
const readers = [
  reader("R", [[0, 0]], null),
  { ...reader("A", [[0, 1]]), grants: [granted] },
  reader("C", [
    [0, 0],
    [3, 3],
  ]),
];

test("an envelope's readers are exactly those with a key packet of it", () => {
  const readingAt = (place: number) => readersOf(readers, place).map(({ fingerprint }) => fingerprint);
  expect([0, 1, 2, 3].map(readingAt)).toEqual([["R", "A", "C"], ["A"], [], ["C"]]);
});

test("who let somebody in is told at the envelope that they were let into", () => {
  const grantAt = (place: number) => readersOf(readers, place).find(({ fingerprint }) => fingerprint === "A")?.grant;
  expect([grantAt(0), grantAt(1)]).toEqual([null, granted]);
});

test("a reader is called by name and organisation, and the reporter the reporter", () => {
  expect(readers.map(readerName)).toEqual(["the reporter", "Ada (Debian)", "Ada (Debian)"]);
});
