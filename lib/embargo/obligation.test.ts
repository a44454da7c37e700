import { describe, expect, test } from "vitest";
import { addHours } from "#lib/base/instant.ts";
import { receivedAt, soon } from "./fixtures/report-facts.ts";
import { acceptsEvidence, firstClosing, obligationKinds, owed, recordOf } from "./obligation.ts";
import type { EvidenceKind, ObligationKind } from "./obligation.ts";

const evidenceKinds: readonly EvidenceKind[] = ["link", "message-id", "word", "record"];

describe("an obligation of each kind", () => {
  test.each<{ kind: ObligationKind; owner: string; duty: string; clause: string; evidence: readonly EvidenceKind[] }>([
    { kind: "ACKNOWLEDGE", owner: "list", duty: "A1", clause: "R8", evidence: evidenceKinds },
    { kind: "SUPPLY_DATE", owner: "reporter", duty: "A1", clause: "R7", evidence: evidenceKinds },
    { kind: "ANSWER_PROPOSAL", owner: "list", duty: "A2", clause: "A2", evidence: ["record"] },
    { kind: "REPORT_PROGRESS", owner: "list", duty: "A9", clause: "A9", evidence: evidenceKinds },
    { kind: "DISCLOSE", owner: "reporter", duty: "A9", clause: "A9", evidence: evidenceKinds },
    { kind: "POST_ISSUE", owner: "reporter", duty: "A11", clause: "R13", evidence: ["link", "message-id"] },
    { kind: "ANNOUNCE_EXPLOIT", owner: "reporter", duty: "A12", clause: "R14", evidence: ["link", "message-id"] },
    { kind: "POST_EXPLOIT", owner: "reporter", duty: "A12", clause: "R14", evidence: ["link", "message-id"] },
    { kind: "TELL_LEAK", owner: "list", duty: "A10", clause: "M4", evidence: ["link", "message-id", "word"] },
    { kind: "INVESTIGATE_LEAK", owner: "list", duty: "A10", clause: "M4", evidence: ["link", "message-id", "word"] },
    { kind: "REPORT_LEAK", owner: "list", duty: "A10", clause: "M4", evidence: ["link", "message-id", "word"] },
  ])("$kind is the $owner's by $clause, looked after by $duty, and closed by $evidence", ({ kind, ...rule }) => {
    const { owner, duty, clause } = owed(kind, { openedAt: receivedAt, dueAt: soon, closing: null });
    const evidence = evidenceKinds.filter((each) => acceptsEvidence(kind, each));
    expect({ owner, duty, clause, evidence }).toEqual(rule);
  });

  test("is one of eleven", () => {
    expect(obligationKinds).toHaveLength(11);
  });

  test("is never due before it is owed", () => {
    expect(owed("DISCLOSE", { openedAt: soon, dueAt: receivedAt, closing: null }).dueAt).toEqual(soon);
  });
});

describe("of several things that close it", () => {
  const closings = [3, 1, 2].map((hours) => recordOf(addHours(receivedAt, hours), `hour-${String(hours)}`));

  test("the first in time counts, in whatever order they are told", () => {
    expect(firstClosing(closings)?.evidence.text).toBe("hour-1");
    expect(firstClosing([null, ...closings.toReversed()])?.evidence.text).toBe("hour-1");
    expect(firstClosing([null])).toBeNull();
  });

  test("of two at the same instant the one told first counts", () => {
    expect(firstClosing([recordOf(soon, "one"), recordOf(soon, "other")])?.evidence.text).toBe("one");
  });
});
