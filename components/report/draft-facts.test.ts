import { describe, expect, test } from "vitest";
import { clearFactsSchema } from "#lib/schema/clear-facts.ts";
import { z } from "zod";
import { emptyDraft, type Draft } from "./draft.ts";
import { clearFactsOf, factsOf } from "./draft-facts.ts";
import { answeredDraft } from "./_answered-draft.ts";

const now = new Date("2026-11-02T09:12:31Z");

describe("what leaves the browser in clear", () => {
  test("holds nothing of what is encrypted", () => {
    const text = JSON.stringify(clearFactsOf(answeredDraft()));
    for (const secret of ["heap overflow", "libfoo", "1.2", "CVE-2026", "Ada", "exploit text"])
      expect(text).not.toContain(secret);
  });

  test("does not say that the kernel is affected, nor that its team was told", () => {
    const draft = answeredDraft({ affectsKernel: true, toldOthers: ["kernel-security-team", "other-projects"] });
    expect(clearFactsOf(draft)).toMatchObject({ affectsKernel: null, toldOthers: ["upstream", "other-projects"] });
    expect(factsOf(draft, now)).toMatchObject({
      affectsKernel: true,
      toldOthers: ["kernel-security-team", "other-projects"],
    });
  });

  test.each<[Draft["affectsKernel"], readonly string[]]>([
    [true, ["upstream"]],
    [false, []],
    [null, []],
  ])("the kernel's team counts only where the kernel is affected: %s", (affectsKernel, told) => {
    expect(clearFactsOf(answeredDraft({ affectsKernel, toldOthers: ["kernel-security-team"] })).toldOthers).toEqual(
      told,
    );
  });

  test("the date of an exploit stays away with the exploit", () => {
    const exploitPublicationAt = "2026-11-06T14:00:00.000Z";
    expect(clearFactsOf(answeredDraft({ hasExploit: false, exploitPublicationAt })).exploitPublicationAt).toBeNull();
    expect(clearFactsOf(answeredDraft({ hasExploit: true, exploitPublicationAt })).exploitPublicationAt).toEqual(
      new Date(exploitPublicationAt),
    );
  });

  test("is what the server's schema takes, answered or not", () => {
    for (const draft of [emptyDraft, answeredDraft()]) {
      const facts = clearFactsOf(draft);
      expect(clearFactsSchema.parse(z.encode(clearFactsSchema, facts))).toEqual(facts);
    }
  });
});
