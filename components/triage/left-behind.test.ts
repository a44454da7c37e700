import { expect, test } from "vitest";
import type { Fingerprint } from "#lib/base/id.ts";
import { leftBehind } from "./left-behind.ts";

const reads = (name: string | null, organisation: string | null, fingerprint = `${name ?? "reporter"}’s key`) => ({
  name,
  organisation,
  fingerprint: fingerprint as Fingerprint,
  places: [[0, 0] as [number, number]],
  grants: [],
});

const roster = [
  { name: "Dora Demo", organisation: "Debian" },
  { name: "Uma Demo", organisation: "Ubuntu" },
];

test("whoever reads something and is not on the roster is named once, by organisation", () => {
  const readers = [
    reads("Nora Demo", "NetBSD"),
    reads("Flora Demo", "FreeBSD"),
    reads("Dora Demo", "Debian"),
    reads("Flora Demo", "FreeBSD"),
  ];
  expect(leftBehind(readers, roster)).toEqual(["Flora Demo (FreeBSD)", "Nora Demo (NetBSD)"]);
});

test("a replaced key makes nobody another person, and the reporter is none of the list", () => {
  expect(leftBehind([reads("Uma Demo", "Ubuntu", "an older key"), reads(null, null)], roster)).toEqual([]);
});
