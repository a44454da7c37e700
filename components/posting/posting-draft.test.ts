import { describe, expect, test } from "vitest";
import { stepSchema } from "#lib/schema/step.ts";
import { emptyPostingDraft, postingFaults, postingStep, type PostingDraft } from "./posting-draft.ts";

const now = new Date("2026-03-10T12:00:00Z");
const whole: PostingDraft = {
  kind: "mandatory",
  reference: "left@right.example",
  postedAt: "2026-03-10T12:00:00.000Z",
  carriesDetails: true,
  exploit: "announces",
  announcesExploitAt: "2026-03-17T12:00:00.000Z",
};

const faulty = (draft: PostingDraft) => postingFaults(draft, "p", now).map(({ fieldId }) => fieldId);

describe("a posting that is being entered", () => {
  test("without faults it is a step that the server takes", () => {
    expect(faulty(whole)).toEqual([]);
    expect(stepSchema.parse(postingStep(whole, { number: 2, revision: 5 }))).toMatchObject({
      issue: 2,
      revision: 5,
      reference: "<left@right.example>",
      carriesDetails: true,
      announcesExploitAt: new Date("2026-03-17T12:00:00Z"),
    });
  });

  test("nothing is taken for granted", () => {
    expect(faulty(emptyPostingDraft)).toEqual(["p-posting", "p-reference", "p-postedAt"]);
    expect(faulty({ ...whole, carriesDetails: null, exploit: null })).toEqual(["p-carriesDetails", "p-exploit"]);
    expect(faulty({ ...whole, announcesExploitAt: "" })).toEqual(["p-announcesExploitAt"]);
  });

  test.each(["not a reference", "ftp://example.org/x", "two words@right", "<@>"])("%j is no reference", (reference) => {
    expect(faulty({ ...whole, reference })).toEqual(["p-reference"]);
  });

  test("it cannot have been posted a moment from now", () => {
    expect(faulty({ ...whole, postedAt: "2026-03-10T12:00:00.001Z" })).toEqual(["p-postedAt"]);
  });

  test("the exploit's own posting holds the exploit, whatever was answered of the issue's before", () => {
    const step = stepSchema.parse(
      postingStep({ ...whole, kind: "exploit", carriesDetails: false }, { number: 1, revision: 0 }),
    );
    expect(step).toMatchObject({ posting: "exploit", includesExploit: true, announcesExploitAt: null });
  });
});
