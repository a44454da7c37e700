import { describe, expect, test } from "vitest";
import type { Fingerprint, MemberId } from "#lib/base/id.ts";
import type { CheckedReader } from "#lib/pgp/client.ts";
import type { PresentMember } from "#lib/schema/report-page.ts";
import type { ReportReader } from "#lib/schema/report-readers.ts";
import { grantChoices } from "./grant-choices.ts";

const member = (name: string, fingerprint: string | null): PresentMember => ({
  id: `id-${name}` as MemberId,
  name,
  organisation: "Debian",
  fingerprint: fingerprint as Fingerprint | null,
});
const reads = (fingerprint: string, ...places: number[]): ReportReader => ({
  fingerprint: fingerprint as Fingerprint,
  name: "x",
  organisation: null,
  places: places.map((place) => [place, place]),
  grants: [],
});
const signed = (fingerprint: string, isUsable = true) =>
  ({ fingerprint, verdict: { ok: isUsable } }) as unknown as CheckedReader;

const openableIds = ["one", "two"];
const envelopeIds = ["sealed", "one", "two"];

describe("to whom access can be granted", () => {
  test("to members who lack something that the granter can open, by name, and only that", () => {
    const members = [member("Zoe", "Z"), member("Ada", "A"), member("Bob", "B")];
    const readers = [reads("A", 1), reads("B", 0, 1, 2)];
    const choices = grantChoices(members, { envelopeIds, readers, openableIds, signed: [signed("A"), signed("Z")] });
    expect(choices.map(({ name, missingIds }) => [name, missingIds])).toEqual([
      ["Ada (Debian)", ["two"]],
      ["Zoe (Debian)", ["one", "two"]],
    ]);
  });

  test("whoever has no certificate cannot be granted anything", () => {
    expect(grantChoices([member("Ada", null)], { envelopeIds, readers: [], openableIds, signed: [] })).toEqual([]);
  });

  test("a key that no coordinator signed for is named and gets nothing", () => {
    const [choice] = grantChoices([member("Ada", "A")], {
      envelopeIds,
      readers: [],
      openableIds,
      signed: [signed("B")],
    });
    expect(choice?.reader).toBeNull();
  });

  test("neither does a signed key that cannot be encrypted to now", () => {
    const [choice] = grantChoices([member("Ada", "A")], {
      envelopeIds,
      readers: [],
      openableIds,
      signed: [signed("A", false)],
    });
    expect(choice?.reader).toBeNull();
  });

  test("where the granter can open nothing there is nobody to grant to", () => {
    expect(
      grantChoices([member("Ada", "A")], { envelopeIds, readers: [], openableIds: [], signed: [signed("A")] }),
    ).toEqual([]);
  });
});
