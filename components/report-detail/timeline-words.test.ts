import { describe, expect, test } from "vitest";
import type { TimelineEvent } from "#lib/schema/report-page.ts";
import { eventKinds } from "#lib/schema/event-kind.ts";
import { timelineWords } from "./timeline-words.ts";

const names = { members: new Map([["m1", "Grace Demo"]]), envelopes: new Map([["e1", "the report"]]), issueCount: 1 };

function words(event: Partial<TimelineEvent>): string {
  const whole = { at: new Date(0), kind: "x", actorKind: "reporter", memberName: null, facts: {}, ...event };
  const { who, did } = timelineWords(whole, names);
  return `${who} ${did}`;
}

describe("the record of a report in words", () => {
  test.each<{ event: Partial<TimelineEvent>; expected: string }>([
    { event: { kind: "report-received", facts: { door: "form" } }, expected: "The reporter sent the report" },
    {
      event: { kind: "report-acknowledged", actorKind: "member", memberName: "Ada Demo" },
      expected: "Ada Demo acknowledged receipt",
    },
    {
      event: { kind: "message-sent", actorKind: "member", memberName: "Ada Demo", facts: { toReporter: true } },
      expected: "Ada Demo sent a message to the reporter and the list",
    },
    {
      event: { kind: "message-sent", facts: { toReporter: false, kind: "exploit" } },
      expected: "The reporter sent an exploit to the list",
    },
    {
      event: {
        kind: "access-granted",
        actorKind: "member",
        memberName: "Ada Demo",
        facts: { envelope: "e1", member: "m1" },
      },
      expected: "Ada Demo granted the report to Grace Demo",
    },
    {
      event: { kind: "access-granted", actorKind: "member", facts: { envelope: "gone", member: 7 } },
      expected: "A member who has left granted an envelope to a member who has left",
    },
    { event: { kind: "report-received", actorKind: "system" }, expected: "The portal sent the report" },
    { event: { kind: "something-new" }, expected: "The reporter something-new" },
  ])("$expected", ({ event, expected }) => {
    expect(words(event)).toBe(expected);
  });

  test("every kind has words of its own, whoever did it", () => {
    for (const kind of eventKinds) {
      for (const actorKind of ["reporter", "member", "system"]) {
        expect(words({ kind, actorKind })).not.toContain(kind);
      }
    }
    expect(new Set(eventKinds.map((kind) => words({ kind }))).size).toBe(eventKinds.length);
  });

  test.each<{ event: Partial<TimelineEvent>; expected: string }>([
    {
      event: { kind: "case-fact-recorded", facts: { issue: 1, fact: "attacks-seen" } },
      expected: "attacks have been seen",
    },
    { event: { kind: "obligation-closed", facts: { what: "TELL_LEAK" } }, expected: "Tell of the leak" },
    { event: { kind: "embargo-ended", facts: { issue: 1, cause: "date-reached" } }, expected: "its date has come" },
    { event: { kind: "posting-recorded", facts: { issue: 1, posting: "exploit" } }, expected: "the exploit’s posting" },
    { event: { kind: "triage-answered", facts: { question: "valid", answer: "no" } }, expected: "valid: no" },
    {
      event: { kind: "embargo-proposed", facts: { issue: 1, disclosureAt: "2026-12-01T12:30:00.000Z" } },
      expected: "2026-12-01 12:30 UTC",
    },
  ])("$event.kind says: $expected", ({ event, expected }) => {
    expect(words(event)).toContain(expected);
  });

  test("the number of an issue is said where there are several, and not where there is one", () => {
    const event = {
      at: new Date(0),
      actorKind: "reporter",
      memberName: null,
      kind: "issue-withdrawn",
      facts: { issue: 2 },
    };
    expect(timelineWords(event, { ...names, issueCount: 2 }).did).toContain("2");
    expect(timelineWords(event, names).did).not.toContain("2");
  });
});
