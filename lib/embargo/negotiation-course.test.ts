import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { addDays, dayMs } from "#lib/base/instant.ts";
import { envoy } from "#lib/policy/policies/envoy.ts";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
import { xen } from "#lib/policy/policies/xen.ts";
import { agreedFor, member, mondayAt, negotiation, otherMember, proposed, reporter } from "./_negotiated.ts";
import { embargoOf, machineTrace } from "./embargo.ts";
import { embargoAfter } from "./embargo-machine.ts";
import type { EmbargoState } from "./embargo-machine.ts";
import type { EmbargoRecord, Speaker } from "./embargo-record.ts";
import { latestAllowedAt, mayAnswer, mayPropose, mayTerminate } from "./negotiation.ts";
import type { Negotiation } from "./negotiation.ts";

/** What somebody tries, whether or not it may be done, some time after the one before. */
type Attempt = { readonly afterMs: number; readonly by: Speaker } & (
  | { readonly kind: "propose"; readonly inMs: number }
  | { readonly kind: "accept" | "reject"; readonly proposal: number }
  | { readonly kind: "terminate" }
);

const by = fc.constantFrom(reporter, member, otherMember);
const afterMs = fc.integer({ min: 0, max: 3 * dayMs });
const proposal = fc.integer({ min: 1, max: 12 });

const anyAttempt: fc.Arbitrary<Attempt> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("propose"),
      by,
      afterMs,
      inMs: fc.integer({ min: -dayMs, max: 40 * dayMs }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom("accept", "reject"), by, afterMs, proposal }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("terminate"), by, afterMs }) },
);

/** The record that an attempt leaves, or null where it is refused. */
function recordOf(attempt: Attempt, given: Negotiation): EmbargoRecord | null {
  const at = given.now;
  switch (attempt.kind) {
    case "propose": {
      const disclosureAt = new Date(at.getTime() + attempt.inMs);
      const next = 1 + given.records.filter(({ step }) => step === "propose").length;
      return mayPropose(given, { by: attempt.by, disclosureAt }).ok
        ? proposed(next, attempt.by, disclosureAt, at)
        : null;
    }
    case "accept":
    case "reject": {
      const { kind: answer, proposal: answered } = attempt;
      const isAllowed = mayAnswer(given, { by: attempt.by, proposal: answered, answer }).ok;
      return isAllowed ? { step: answer, at, by: attempt.by, proposal: answered } : null;
    }
    case "terminate":
      return mayTerminate(given).ok ? { step: "terminate", at, by: attempt.by, cause: "public", evidence: null } : null;
  }
}

/** Carries out what is allowed of the attempts and calls `look` after each. */
function carryOut(attempts: readonly Attempt[], begin: Negotiation, look: (given: Negotiation) => void): void {
  let given = begin;
  for (const attempt of attempts) {
    given = { ...given, now: new Date(given.now.getTime() + attempt.afterMs) };
    const record = recordOf(attempt, given);
    if (record !== null) given = { ...given, records: [...given.records, record] };
    look(given);
  }
}

const beginning = fc.constantFrom<Negotiation>(
  negotiation(),
  negotiation({ records: agreedFor(9) }),
  negotiation({ records: [proposed(1, reporter, addDays(mondayAt, 90))] }),
  negotiation({ policy: xen }),
  negotiation({ policy: linuxKernel, clockStartsAt: addDays(mondayAt, 2) }),
  negotiation({ policy: envoy, clockStartsAt: null, records: [proposed(1, reporter, addDays(mondayAt, 60))] }),
);

describe("whatever people try", () => {
  prop.prop([fc.array(anyAttempt, { maxLength: 25 }), beginning], { numRuns: 1000 })(
    "what is allowed of it is a course of the published machine, agreed by both sides and within the maximum",
    (attempts, begin) => {
      let before = embargoOf(begin.records, begin.now);

      carryOut(attempts, begin, (given) => {
        const embargo = embargoOf(given.records, given.now);
        const state = machineTrace(given.records, given.now).reduce<EmbargoState>((from, step) => {
          const next = embargoAfter(from, step);
          return next.ok ? next.value : expect.fail(`${step} from ${from}`);
        }, "none");
        expect(embargo.state).toBe(state);
        expect(["proposed", "revise"].includes(state)).toBe(embargo.openProposals.length > 0);

        const latestAt = latestAllowedAt(given);
        if (embargo.disclosureAt !== null && latestAt !== null) expect(embargo.disclosureAt <= latestAt).toBe(true);
        if (embargo.agreement !== null) {
          const { proposedBy, acceptedBy } = embargo.agreement;
          expect(acceptedBy === "policy" ? "list" : acceptedBy.party).not.toBe(proposedBy.party);
        }
        if (["active", "revise"].includes(embargo.state)) expect(given.now < (embargo.disclosureAt ?? 0)).toBe(true);
        if (before.end !== null) expect(embargo).toEqual(before);
        before = embargo;
      });
    },
  );
});
