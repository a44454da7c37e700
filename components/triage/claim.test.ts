import { expect, test } from "vitest";
import type { MemberId } from "#lib/base/id.ts";
import type { ShownTriageEntry } from "#lib/schema/issue-response.ts";
import { countOpen, ownPartOf } from "./claim.ts";

const at = new Date("2026-11-02T08:00:00Z");
const dora = "dora" as MemberId;
const uma = "uma" as MemberId;
const ada = "ada" as MemberId;

const answer = { answer: "low", by: "Dora Demo (Debian)", byId: dora, at };
const confirmedBy = [{ id: uma, name: "Uma Demo (Ubuntu)" }];
const claimed: ShownTriageEntry["state"] = { step: "claimed", answer, confirmedBy, needed: 1 };
const confirmed: ShownTriageEntry["state"] = { step: "confirmed", answer, confirmedBy, at };

test.each([
  { who: "who claimed it", viewer: dora, hasSaid: true, mayConfirm: false },
  { who: "who confirmed it", viewer: uma, hasSaid: true, mayConfirm: false },
  { who: "who said nothing yet", viewer: ada, hasSaid: false, mayConfirm: true },
])("to a claim, the member $who may add what their word is worth", ({ viewer, hasSaid, mayConfirm }) => {
  expect(ownPartOf(claimed, viewer)).toEqual({ hasSaid, mayConfirm });
});

test("a confirmed claim wants no more words", () => {
  expect(ownPartOf(confirmed, ada)).toEqual({ hasSaid: false, mayConfirm: false });
});

test("what is no claim has no part to say", () => {
  expect(ownPartOf({ step: "answered", answer }, dora)).toBeNull();
  expect(ownPartOf({ step: "open" }, dora)).toBeNull();
});

test("a claim that lacks words is still open, a confirmed one is not", () => {
  const entries = [claimed, confirmed, { step: "open" } as const, { step: "settled" } as const].map((state) => ({
    question: "public-or-low",
    clause: "A3",
    state,
  }));
  expect(countOpen(entries)).toBe(2);
});
