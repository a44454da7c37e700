import { expect, test } from "vitest";
import type { EnvelopeId, Fingerprint } from "#lib/base/id.ts";
import type { EnvelopeReader } from "#lib/schema/report-page.ts";
import { readersOf, reportReaders } from "./report-readers.ts";

function reader(fields: Partial<EnvelopeReader> & { readonly key: string; readonly envelope: string }): EnvelopeReader {
  const { key, envelope, ...rest } = fields;
  return {
    envelopeId: envelope as EnvelopeId,
    fingerprint: key as Fingerprint,
    name: "Ada",
    organisation: "Debian",
    grantedBy: null,
    since: new Date(0),
    ...rest,
  };
}

const readers = [
  reader({ envelope: "one", key: "C", name: "Saskia", organisation: "SUSE" }),
  reader({ envelope: "one", key: "A" }),
  reader({ envelope: "two", key: "A", grantedBy: "Saskia" }),
  reader({ envelope: "one", key: "R", name: null, organisation: null }),
];

test("an envelope's readers are exactly those with a key packet of it, the reporter first", () => {
  expect(readersOf(readers, "one").map(({ fingerprint }) => fingerprint)).toEqual(["R", "A", "C"]);
  expect(readersOf(readers, "two").map(({ grantedBy }) => grantedBy)).toEqual(["Saskia"]);
  expect(readersOf(readers, "none")).toEqual([]);
});

test("a report's readers are named once for each key, with all that they hold and who granted it", () => {
  expect(reportReaders(readers)).toEqual([
    { fingerprint: "R", name: "the reporter", envelopeIds: ["one"], grantedBy: [] },
    { fingerprint: "A", name: "Ada (Debian)", envelopeIds: ["one", "two"], grantedBy: ["Saskia"] },
    { fingerprint: "C", name: "Saskia (SUSE)", envelopeIds: ["one"], grantedBy: [] },
  ]);
});

test("one person with two keys is two readers", () => {
  const two = [reader({ envelope: "one", key: "A" }), reader({ envelope: "one", key: "B" })];
  expect(reportReaders(two).map(({ fingerprint }) => fingerprint)).toEqual(["A", "B"]);
});
