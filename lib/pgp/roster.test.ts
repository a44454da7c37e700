import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Fingerprint } from "#lib/base/id.ts";
import { addDays } from "#lib/base/instant.ts";
import { composeRoster, parseRoster } from "./roster.ts";
import type { Roster, RosterReader } from "./roster.ts";

const issuedAt = new Date("2026-06-01T12:00:00Z");

function readerOf(name: string, digit: string): RosterReader {
  return {
    name,
    organisation: `${name}'s distribution`,
    fingerprint: digit.repeat(40) as Fingerprint,
    encryptionFingerprint: `${digit.repeat(39)}F` as Fingerprint,
    sha256: digit.repeat(64),
  };
}

const reader = readerOf("Ann", "1");
const roster: Roster = {
  list: "linux-distros",
  version: 7,
  previous: "ab".repeat(32),
  issuedAt,
  expiresAt: addDays(issuedAt, 90),
  readers: [readerOf("Zoë", "3"), reader, readerOf("Bob", "2")],
};

test("a roster is readable, ordered by organisation, and the same whatever order it was given in", () => {
  const text = composeRoster(roster);
  expect(text.split("\n").slice(0, 8)).toEqual([
    "{",
    '  "type": "fortnight roster",',
    '  "v": 1,',
    '  "list": "linux-distros",',
    '  "version": 7,',
    `  "previous": "${"ab".repeat(32)}",`,
    '  "issuedAt": "2026-06-01T12:00:00Z",',
    '  "expiresAt": "2026-08-30T12:00:00Z",',
  ]);
  expect(Array.from(text.matchAll(/"name": "(.*)"/g), ([, name]) => name)).toEqual(["Ann", "Bob", "Zoë"]);
  expect(composeRoster({ ...roster, readers: [...roster.readers].reverse() })).toBe(text);
});

test("readers are ordered by organisation first, then by name, then by key", () => {
  const [one, two, three] = [
    { ...readerOf("B", "1"), organisation: "A" },
    { ...readerOf("A", "3"), organisation: "AB" },
    { ...readerOf("A", "2"), organisation: "AB" },
  ];
  const text = composeRoster({ ...roster, readers: [two, three, one] });
  expect(parseRoster(text)?.readers).toEqual([one, three, two]);
});

test("a roster shows what would be invisible or turn the direction of the text", () => {
  const name = "Ann\u202e\u200b\u2028\u0007\u{e0041}";
  const text = composeRoster({ ...roster, readers: [{ ...reader, name }] });
  expect(text).toContain(String.raw`"name": "Ann\u202e\u200b\u2028\u0007\udb40\udc41"`);
  expect(parseRoster(text)?.readers.map((each) => each.name)).toEqual([name]);
});

property.prop([fc.string({ unit: "binary", minLength: 1 }), fc.string({ unit: "grapheme" })])(
  "a roster holds any name",
  (name, organisation) => {
    const readers = [{ ...reader, name, organisation }];
    expect(parseRoster(composeRoster({ ...roster, readers }))).toEqual({ ...roster, readers });
  },
);

test("the first roster of a list follows none, and an empty one is a roster too", () => {
  const first = { ...roster, version: 1, previous: null, readers: [] };
  expect(parseRoster(composeRoster(first))).toEqual(first);
});

const senseless: readonly (readonly [Partial<Roster>, string])[] = [
  ...[{ version: 0 }, { version: 1.5 }, { list: "" }].map(
    (change) => [change, "a roster without a list or a version"] as const,
  ),
  ...["AB", `${"ab".repeat(32)}c`, `c${"ab".repeat(32)}`, "AB".repeat(32)].map(
    (previous) => [{ previous }, "a roster after what is no SHA-256"] as const,
  ),
  ...[issuedAt, new Date(Number.NaN)].map(
    (expiresAt) => [{ expiresAt }, "a roster that ends before it begins"] as const,
  ),
  [{ readers: [reader, reader] }, "a reader twice in a roster"],
  [{ readers: [{ ...reader, name: "" }] }, "a reader without a name or a fingerprint"],
  ...["abc", `${reader.fingerprint}1`, "a".repeat(40)].flatMap((fingerprint) => [
    readerWith({ fingerprint: fingerprint as Fingerprint }, "a reader without a name or a fingerprint"),
    readerWith({ encryptionFingerprint: fingerprint as Fingerprint }, `no encryption key of ${reader.fingerprint}`),
  ]),
  ...["", `${reader.sha256}1`, "A".repeat(64)].map((sha256) =>
    readerWith({ sha256 }, `no SHA-256 of ${reader.fingerprint}`),
  ),
];

function readerWith(change: Partial<RosterReader>, problem: string): readonly [Partial<Roster>, string] {
  return [{ readers: [{ ...reader, ...change }] }, problem];
}

test.each(senseless)("a roster is never of something senseless: %j", (change, problem) => {
  expect(() => composeRoster({ ...roster, ...change })).toThrow(new Error(problem));
});

test("a roster is read only as it is written", () => {
  const text = composeRoster(roster);
  expect(parseRoster(text)).toEqual({ ...roster, readers: [...roster.readers].sort(byName) });
  for (const other of [
    `${text}\n`,
    text.replace('"v": 1', '"v": 2'),
    text.replace("{", '{"version": 6,'),
    text.replace('  "list"', '   "list"'),
    text.replace('"version": 7', '"version": "7"'),
    text.replace('"fortnight roster"', '"roster"'),
    text.replace('"linux-distros"', "7"),
    text.replace('"2026-06-01T12:00:00Z"', "1780315200000"),
    text.replace(`"${"ab".repeat(32)}"`, "7"),
    "null",
    "7",
    "[]",
    "",
  ]) {
    expect(parseRoster(other)).toBeNull();
  }
});

function byName(left: RosterReader, right: RosterReader): number {
  return left.name < right.name ? -1 : 1;
}
