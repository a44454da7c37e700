import { describe, expect, test } from "vitest";
import { addDays, dayMs } from "#lib/base/instant.ts";
import {
  accepted,
  agreedFor,
  member,
  mondayAt,
  otherMember,
  proposed,
  rejected,
  reporter,
  terminated,
} from "./_negotiated.ts";
import { embargoOf, machineTrace } from "./embargo.ts";
import type { EmbargoState, EmbargoStep } from "./embargo-machine.ts";
import type { EmbargoRecord, EndCause } from "./embargo-record.ts";
import { embargoTable } from "./fixtures/vultron-tables.ts";

const day = (days: number) => addDays(mondayAt, days);
const endCauses = [
  "public",
  "exploit-public",
  "attacks-seen",
  "withdrawn",
  "published",
  "merged",
  "date-reached",
] as const satisfies readonly EndCause[];
const steps = ["propose", "accept", "reject", "terminate"] as const;

/** Where the published table leads, or undefined where it does not allow the trace. */
function published(trace: readonly EmbargoStep[]): string | undefined {
  return trace.reduce<string | undefined>(
    (from, step) => embargoTable.find(({ source, trigger }) => source === from && trigger === step.toUpperCase())?.dest,
    "NONE",
  );
}

describe("an embargo", () => {
  test("that nobody has named a date for does not exist", () => {
    expect(embargoOf([], mondayAt)).toEqual({
      state: "none",
      disclosureAt: null,
      agreement: null,
      openProposals: [],
      end: null,
    });
  });

  test("is active where the policy accepts the reporter's date at once (R11)", () => {
    expect(embargoOf(agreedFor(9), mondayAt)).toEqual({
      state: "active",
      disclosureAt: day(9),
      agreement: { proposal: 1, at: mondayAt, proposedBy: reporter, acceptedBy: "policy" },
      openProposals: [],
      end: null,
    });
  });

  test("keeps its date while another is proposed, and has the new one once that is accepted", () => {
    const revised = [...agreedFor(9), proposed(2, member, day(5))];
    expect(embargoOf(revised, mondayAt)).toMatchObject({ state: "revise", disclosureAt: day(9) });
    expect(embargoOf([...revised, accepted(2, reporter)], mondayAt)).toMatchObject({
      state: "active",
      disclosureAt: day(5),
      agreement: { proposal: 2, proposedBy: member, acceptedBy: reporter },
      openProposals: [],
    });
  });

  test("keeps its date where another is rejected", () => {
    const records = [...agreedFor(9), proposed(2, member, day(5)), rejected(2, reporter)];
    expect(embargoOf(records, mondayAt)).toMatchObject({ state: "active", disclosureAt: day(9), openProposals: [] });
  });

  test("is not agreed to by silence, however long after an answer was asked for", () => {
    const asked: EmbargoRecord = { ...proposed(1, reporter, day(30)), answerUntil: day(1) } as EmbargoRecord;
    expect(embargoOf([asked], day(29))).toMatchObject({ state: "proposed", disclosureAt: null, agreement: null });
    const revision: EmbargoRecord = { ...proposed(2, reporter, day(12)), answerUntil: day(1) } as EmbargoRecord;
    expect(embargoOf([...agreedFor(9), revision], day(8))).toMatchObject({ state: "revise", disclosureAt: day(9) });
  });

  test("shows the two sides' proposals beside each other, the shorter first", () => {
    const records = [proposed(1, reporter, day(30)), proposed(2, member, day(14))];
    expect(embargoOf(records, mondayAt).openProposals.map(({ proposal }) => proposal)).toEqual([2, 1]);
  });

  test("forgets a side's proposal once that side makes another, whoever of it does", () => {
    const records = [proposed(1, member, day(5)), proposed(2, reporter, day(6)), proposed(3, otherMember, day(7))];
    expect(embargoOf(records, mondayAt).openProposals.map(({ proposal }) => proposal)).toEqual([2, 3]);
    expect(() => embargoOf([...records, accepted(1, reporter)], mondayAt)).toThrow("proposal 1, which is not open");
  });

  test("closes every other proposal when one is accepted", () => {
    const records = [proposed(1, reporter, day(10)), proposed(2, member, day(5)), accepted(2, reporter)];
    expect(embargoOf(records, mondayAt)).toMatchObject({ state: "active", disclosureAt: day(5), openProposals: [] });
  });

  test("leaves the other proposal open when one is rejected, as a second proposal to the machine", () => {
    const records = [proposed(1, reporter, day(10)), proposed(2, member, day(5)), rejected(2, reporter)];
    expect(embargoOf(records, mondayAt).openProposals.map(({ proposal }) => proposal)).toEqual([1]);
    expect(machineTrace(records, mondayAt)).toEqual(["propose", "propose", "reject", "propose"]);
  });
});

describe("the end of an embargo", () => {
  test.each([
    { what: "a millisecond before its date", ms: -1, state: "active" },
    { what: "at the very instant of its date", ms: 0, state: "exited" },
    { what: "a year later", ms: 365 * dayMs, state: "exited" },
  ])("has come $what: $state", ({ ms, state }) => {
    const embargo = embargoOf(agreedFor(14), new Date(day(14).getTime() + ms));
    expect(embargo.state).toBe(state);
    expect(embargo.end).toEqual(
      state === "active" ? null : { at: day(14), cause: "date-reached", by: "policy", evidence: null },
    );
  });

  test("closes what is proposed, and keeps the date that was agreed", () => {
    const records = [...agreedFor(9), proposed(2, reporter, day(12))];
    expect(embargoOf(records, day(9))).toMatchObject({ state: "exited", disclosureAt: day(9), openProposals: [] });
    expect(machineTrace(records, day(9))).toEqual(["propose", "accept", "propose", "terminate"]);
  });

  test("by its date may be written down afterwards and changes nothing by it", () => {
    const late = terminated("date-reached", addDays(day(9), 2), "policy");
    expect(embargoOf([...agreedFor(9), late], day(20))).toEqual(embargoOf(agreedFor(9), day(20)));
    expect(() => embargoOf([...agreedFor(9), terminated("date-reached", day(8), "policy")], day(20))).toThrow();
  });

  test.each(["active", "revise"] as const)("comes at once to one that is %s, with who said why", (state) => {
    const records = [...agreedFor(9), ...(state === "revise" ? [proposed(2, member, day(5))] : [])];
    const end: EmbargoRecord = {
      step: "terminate",
      at: day(3),
      by: otherMember,
      cause: "attacks-seen",
      evidence: "https://example.org/attack",
    };
    expect(embargoOf(records, day(3)).state).toBe(state);
    expect(embargoOf([...records, end], day(3))).toMatchObject({
      state: "exited",
      disclosureAt: day(9),
      openProposals: [],
      end: { at: day(3), by: otherMember, cause: "attacks-seen", evidence: "https://example.org/attack" },
    });
  });

  test("is kept where the issue was public before any date was agreed, and the machine knows no step for it", () => {
    const end = terminated("public", mondayAt);
    expect(embargoOf([end], mondayAt)).toMatchObject({ state: "none", agreement: null, end: { cause: "public" } });
    expect(machineTrace([end], mondayAt)).toEqual([]);
    const proposals = [proposed(1, reporter, day(30)), proposed(2, member, day(14))];
    expect(embargoOf([...proposals, end], mondayAt)).toMatchObject({ state: "none", openProposals: [] });
    expect(machineTrace([...proposals, end], mondayAt)).toEqual(["propose", "propose", "reject"]);
  });

  test.each(endCauses)("by %s is final: nothing can be recorded after it", (cause) => {
    const over = cause === "date-reached" ? agreedFor(1) : [...agreedFor(1), terminated(cause, mondayAt)];
    const never = cause === "date-reached" ? agreedFor(1) : [terminated(cause, mondayAt)];
    for (const ended of [over, never]) {
      expect(() => embargoOf([...ended, proposed(2, member, day(9), day(2))], day(2))).toThrow("after the end");
      expect(() => embargoOf([...ended, terminated("withdrawn", day(2))], day(2))).toThrow("after the end");
    }
  });
});

describe("records that break a promise", () => {
  test.each<{ what: string; records: readonly EmbargoRecord[]; says: string }>([
    {
      what: "a side's own acceptance",
      records: [proposed(1, reporter, day(9)), accepted(1, reporter)],
      says: "own side",
    },
    {
      what: "a colleague's acceptance",
      records: [proposed(1, member, day(9)), accepted(1, otherMember)],
      says: "own side",
    },
    {
      what: "the policy's of the list's date",
      records: [proposed(1, member, day(9)), accepted(1, "policy")],
      says: "own side",
    },
    { what: "an answer to nothing", records: [rejected(1, member)], says: "not open" },
    { what: "a second answer", records: [...agreedFor(9), rejected(1, member)], says: "not open" },
    { what: "an end by a date never agreed", records: [terminated("date-reached", day(9))], says: "before that date" },
    { what: "a number used twice", records: [...agreedFor(9), proposed(1, member, day(5))], says: "number" },
  ])("are not read: $what", ({ records, says }) => {
    expect(() => embargoOf(records, mondayAt)).toThrow(says);
  });
});

describe("the steps on the published machine", () => {
  /** The trace as records of one proposal at a time, the two sides taking turns; null where there is nothing to answer. */
  function recordsOf(trace: readonly EmbargoStep[]): readonly EmbargoRecord[] | null {
    const records: EmbargoRecord[] = [];
    let numbered = 0;
    for (const step of trace) {
      if (step === "propose") records.push(proposed((numbered += 1), reporter, day(9)));
      else if (step === "terminate") records.push(terminated("public", mondayAt));
      else if (numbered === 0) return null;
      else records.push(step === "accept" ? accepted(numbered, member) : rejected(numbered, member));
    }
    return records;
  }

  function traces(length: number): readonly (readonly EmbargoStep[])[] {
    return length === 0 ? [[]] : traces(length - 1).flatMap((before) => steps.map((step) => [...before, step]));
  }

  /** The one thing that records know and the table does not: an end where no embargo stands. */
  const endsNothing = (trace: readonly EmbargoStep[]) => {
    const end = trace.indexOf("terminate");
    return end >= 0 && ["NONE", "PROPOSED"].includes(published(trace.slice(0, end)) ?? "");
  };

  test("are every trace of up to 7 that the table allows, and none that it does not", () => {
    let read = 0;
    for (const trace of [0, 1, 2, 3, 4, 5, 6, 7].flatMap(traces)) {
      if (endsNothing(trace)) continue;
      const records = recordsOf(trace);
      const expected = published(trace);
      if (records === null) expect(expected).toBeUndefined();
      else if (expected === undefined) expect(() => embargoOf(records, mondayAt), trace.join(" ")).toThrow();
      else {
        read += 1;
        expect(machineTrace(records, mondayAt)).toEqual(trace);
        expect(embargoOf(records, mondayAt).state).toBe(expected.toLowerCase() as EmbargoState);
      }
    }
    // 1 + 1 + 3 + 6 + 13 + 27 + 56 + 115, as counted in embargo-machine.test.ts.
    expect(read).toBe(222);
  });

  test("stay within the table whatever both sides propose, answer and end, of up to 5 records", () => {
    const sides = [reporter, member] as const;
    let seen = 0;

    function grow(records: readonly EmbargoRecord[], left: number): void {
      seen += 1;
      const embargo = embargoOf(records, mondayAt);
      expect(published(machineTrace(records, mondayAt))).toBe(embargo.state.toUpperCase());
      expect(["proposed", "revise"].includes(embargo.state)).toBe(embargo.openProposals.length > 0);
      expect(embargo.openProposals.length).toBeLessThanOrEqual(2);
      if (left === 0 || embargo.end !== null) return;

      const next = 1 + records.filter(({ step }) => step === "propose").length;
      for (const by of sides) grow([...records, proposed(next, by, day(next))], left - 1);
      for (const { proposal, by } of embargo.openProposals)
        for (const side of sides) {
          if (side !== by) grow([...records, accepted(proposal, side)], left - 1);
          grow([...records, rejected(proposal, side)], left - 1);
        }
      grow([...records, terminated("public", mondayAt)], left - 1);
    }

    grow([], 5);
    expect(seen).toBeGreaterThan(1000);
  });
});
