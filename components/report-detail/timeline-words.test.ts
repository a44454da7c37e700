import { describe, expect, test } from "vitest";
import type { TimelineEvent } from "#lib/schema/report-page.ts";
import { timelineWords } from "./timeline-words.ts";

const names = { members: new Map([["m1", "Grace Demo"]]), envelopes: new Map([["e1", "the report"]]) };

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

  test("every kind that concerns a report has words of its own", () => {
    const kinds = [
      "report-received",
      "report-acknowledged",
      "message-sent",
      "card-added",
      "ticket-added",
      "access-granted",
      "reply-address-changed",
      "reporter-certificate-added",
    ];
    for (const kind of kinds) expect(words({ kind })).not.toContain(kind);
  });
});
