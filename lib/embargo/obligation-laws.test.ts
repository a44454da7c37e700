import { fc, test as property } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { anyMoment, anyTwoMoments } from "./fixtures/report-histories.ts";
import { acceptsEvidence } from "./obligation.ts";
import { obligationsOf } from "./obligations-of.ts";
import { owedTogetherWith, remindersOf } from "./reminders.ts";
import type { ReportFacts } from "./report-facts.ts";

const reversed = (facts: ReportFacts): ReportFacts => ({
  ...facts,
  issues: facts.issues.toReversed().map((issue) => ({
    ...issue,
    postings: issue.postings.toReversed(),
    caseRecords: issue.caseRecords.toReversed(),
  })),
  leaks: facts.leaks.toReversed(),
  closings: facts.closings.toReversed(),
});

/** The facts once everything that is open has been closed at `at`, with evidence of a kind that it takes. */
function closedAt(facts: ReportFacts, now: Date, at: Date): ReportFacts {
  const closings = obligationsOf(facts, now)
    .filter(({ closing }) => closing === null)
    .flatMap(({ key, kind }) => {
      const taken = (["word", "link"] as const).find((evidence) => acceptsEvidence(kind, evidence));
      return taken === undefined ? [] : [{ key, at, evidence: { kind: taken, text: "https://example.org/" } }];
    });
  return { ...facts, closings };
}

describe("obligations", () => {
  property.prop([anyMoment])("have keys that are unique in their report", ({ facts, now }) => {
    const keys = obligationsOf(facts, now).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  property.prop([anyMoment])("follow from the facts alone, in whatever order these come", ({ facts, now }) => {
    const obligations = obligationsOf(facts, now);
    expect(obligationsOf(structuredClone(facts), now)).toEqual(obligations);
    expect(obligationsOf(reversed(facts), now)).toEqual(obligations);
  });

  property.prop([anyMoment])("are ordered by their instants, and none is due before it is owed", ({ facts, now }) => {
    const obligations = obligationsOf(facts, now);
    const due = obligations.map(({ dueAt }) => dueAt.getTime());
    expect(due).toEqual(due.toSorted((left, right) => left - right));
    expect(obligations.filter(({ openedAt, dueAt }) => dueAt < openedAt)).toEqual([]);
  });

  property.prop([anyMoment])(
    "are closed by evidence of a kind that they take, and by nothing else",
    ({ facts, now }) => {
      const later = addDays(now, 60);
      const obligations = [...obligationsOf(facts, now), ...obligationsOf(closedAt(facts, now, later), later)];
      const amiss = obligations.filter(
        ({ kind, closing }) => closing !== null && !acceptsEvidence(kind, closing.evidence.kind),
      );
      expect(amiss).toEqual([]);
    },
  );

  property.prop([anyMoment, fc.integer({ min: 0, max: 90 })])(
    "are never forgotten: the clock alone neither drops nor reopens one",
    ({ facts, now }, days) => {
      const later = new Map(obligationsOf(facts, addDays(now, days)).map((obligation) => [obligation.key, obligation]));
      for (const { key, closing } of obligationsOf(facts, now)) {
        expect(later.has(key)).toBe(true);
        if (closing !== null) expect(later.get(key)?.closing).not.toBeNull();
      }
    },
  );

  property.prop([anyTwoMoments])(
    "that were closed stay closed whatever happens next, save where a thing is owed anew",
    ({ facts, now, laterFacts, laterNow }) => {
      const later = new Map(obligationsOf(laterFacts, laterNow).map((obligation) => [obligation.key, obligation]));
      for (const { key, closing } of obligationsOf(facts, now)) {
        const next = later.get(key);
        if (closing === null) continue;
        expect(next).toBeDefined();
        if (next?.closing === null) expect(next.openedAt.getTime()).toBeGreaterThan(closing.at.getTime());
      }
    },
  );

  property.prop([anyMoment])(
    "that people close stay closed, save those that only an answer or an end closes",
    ({ facts, now }) => {
      const later = addDays(now, 60);
      const open = obligationsOf(closedAt(facts, now, later), now).filter(({ closing }) => closing === null);
      expect(open.filter(({ kind }) => kind !== "ANSWER_PROPOSAL" && kind !== "REPORT_PROGRESS")).toEqual([]);
    },
  );

  property.prop([anyMoment])(
    "to disclose are open only with one to post at the same instant, which is reminded of for both",
    ({ facts, now }) => {
      const open = obligationsOf(facts, now).filter(({ closing }) => closing === null);
      for (const obligation of open) {
        const key = owedTogetherWith(obligation);
        if (key === null || obligation.openedAt >= obligation.dueAt) continue; // no date is agreed once it has come
        expect(open.find((each) => each.key === key)?.dueAt).toEqual(obligation.dueAt);
      }
    },
  );

  property.prop([anyMoment])("that are closed have no reminder due, and those that are open have", ({ facts, now }) => {
    for (const { issueNumber, ...obligation } of obligationsOf(facts, now)) {
      const own = facts.issues.find(({ number }) => number === issueNumber) ?? facts;
      expect(remindersOf(obligation, own.policy).length > 0).toBe(obligation.closing === null);
    }
  });
});
