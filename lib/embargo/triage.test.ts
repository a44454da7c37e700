import { describe, expect, test } from "vitest";
import type { MemberId } from "#lib/base/id.ts";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
import { policy } from "./fixtures/report-facts.ts";
import { triageOf, triageQuestions } from "./triage.ts";
import type { TriageAnswer, TriageFacts, TriageQuestion } from "./triage.ts";

const [ada, ben, cy] = ["ada", "ben", "cy"] as const;
type Name = "ada" | "ben" | "cy" | "dee";

const facts: TriageFacts = { policy, list: "distros", cveWish: null, isDateWithinPolicy: false };

function stateOf(question: TriageQuestion, answers: readonly TriageAnswer[] = [], changed: Partial<TriageFacts> = {}) {
  return triageOf(answers, { ...facts, ...changed }).find((entry) => entry.question === question)?.state;
}

/** An answer to A3, at this minute past nine. */
function view(by: Name, answer: "public" | "low" | "neither", minute: number): TriageAnswer {
  const at = new Date(Date.UTC(2026, 10, 2, 9, minute));
  return { question: "public-or-low", answer, memberId: by as MemberId, at };
}

describe("the checklist of a new report", () => {
  test("asks A1 to A8 in their order", () => {
    const clauses = triageOf([], facts).map(({ question, clause }) => `${clause} ${question}`);
    expect(clauses).toEqual([
      "A1 valid",
      "A1 complete",
      "A2 date-within-policy",
      "A3 public-or-low",
      "A4 others-told",
      "A5 linux-only",
      "A6 several-issues",
      "A7 cve-assigned",
      "A8 cve-asked",
    ]);
  });

  test.each(triageQuestions.map((question) => ({ question })))(
    "has $question open while nothing is said",
    ({ question }) => {
      expect(stateOf(question)).toEqual({ step: "open" });
    },
  );

  test.each<{ what: string; question: TriageQuestion; changed: Partial<TriageFacts>; step: string }>([
    {
      what: "a date within the policy",
      question: "date-within-policy",
      changed: { isDateWithinPolicy: true },
      step: "settled",
    },
    { what: "a report to the Linux list", question: "linux-only", changed: { list: "linux-distros" }, step: "settled" },
    { what: "a policy without such a list", question: "linux-only", changed: { policy: linuxKernel }, step: "settled" },
    { what: "a report that has its CVE ids", question: "cve-assigned", changed: { cveWish: "has" }, step: "settled" },
    { what: "a report that wants them", question: "cve-assigned", changed: { cveWish: "wants" }, step: "open" },
    { what: "a report that wants them", question: "cve-asked", changed: { cveWish: "wants" }, step: "settled" },
    { what: "a policy that does not ask", question: "cve-asked", changed: { policy: linuxKernel }, step: "settled" },
  ])("is by $what $step in $question", ({ question, changed, step }) => {
    expect(stateOf(question, [], changed)).toEqual({ step });
  });

  test("says who answered and when, the last answer counting", () => {
    const asked: TriageAnswer = { question: "complete", answer: "asked", memberId: ada as MemberId, at: new Date(0) };
    const complete: TriageAnswer = { question: "complete", answer: "yes", memberId: ben as MemberId, at: new Date(1) };
    expect(stateOf("complete", [asked])).toEqual({ step: "answered", answer: asked });
    expect(stateOf("complete", [asked, complete])).toEqual({ step: "answered", answer: complete });
    expect(stateOf("valid", [asked, complete])).toEqual({ step: "open" });
  });
});

describe("that an issue is public or minor already", () => {
  const claim = view(ada, "public", 0);

  test.each<{ what: string; since: readonly TriageAnswer[]; state: object }>([
    {
      what: "needs two others to confirm it",
      since: [],
      state: { step: "claimed", answer: claim, confirmedBy: [], needed: 2 },
    },
    {
      what: "needs one more after the first",
      since: [view(ben, "public", 5)],
      state: { step: "claimed", answer: claim, confirmedBy: [ben], needed: 1 },
    },
    {
      what: "is not confirmed by the same member twice",
      since: [view(ben, "public", 5), view(ben, "low", 6)],
      state: { step: "claimed", answer: claim, confirmedBy: [ben], needed: 1 },
    },
    {
      what: "is confirmed by the second, for either reason",
      since: [view(ben, "public", 5), view(cy, "low", 7)],
      state: { step: "confirmed", answer: claim, confirmedBy: [ben, cy], at: new Date("2026-11-02T09:07:00Z") },
    },
    {
      what: "stays confirmed since then with a third",
      since: [view(ben, "public", 5), view(cy, "low", 7), view("dee", "low", 9)],
      state: { step: "confirmed", answer: claim, confirmedBy: [ben, cy, "dee"], at: new Date("2026-11-02T09:07:00Z") },
    },
    {
      what: "is confirmed no more by who has thought again",
      since: [view(ben, "public", 5), view(cy, "low", 7), view(ben, "neither", 8)],
      state: { step: "claimed", answer: claim, confirmedBy: [cy], needed: 1 },
    },
  ])("$what", ({ since, state }) => {
    expect(stateOf("public-or-low", [claim, ...since])).toEqual(state);
  });

  test("is not confirmed by its own author, nor by those who deny it", () => {
    const again = view(ada, "public", 1);
    expect(stateOf("public-or-low", [claim, again, view(ben, "neither", 5)])).toEqual({
      step: "claimed",
      answer: again,
      confirmedBy: [],
      needed: 2,
    });
  });

  test("is answered where nobody says so", () => {
    const denial = view(ben, "neither", 5);
    expect(stateOf("public-or-low", [claim, denial, view(ada, "neither", 6)])).toEqual({
      step: "answered",
      answer: view(ada, "neither", 6),
    });
  });

  test("needs nobody else where the policy asks for no confirmation", () => {
    const lone = { policy: { ...policy, confirmations: 0 } };
    expect(stateOf("public-or-low", [claim], lone)).toEqual({
      step: "confirmed",
      answer: claim,
      confirmedBy: [],
      at: claim.at,
    });
  });
});
