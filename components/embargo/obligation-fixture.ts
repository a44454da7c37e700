import type { ObligationId } from "#lib/base/id.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";

/** The mandatory posting, owed by the reporter at an instant. */
export function owedAt(dueAt: Date, fields: Partial<ShownObligation> = {}): ShownObligation {
  return {
    id: "an obligation" as ObligationId,
    kind: "POST_ISSUE",
    issueNumber: 1,
    part: null,
    owner: "reporter",
    duty: "A11",
    clause: "R13",
    openedAt: new Date("2026-03-01T09:00:00Z"),
    dueAt,
    isWith: "owner",
    closing: null,
    ...fields,
  };
}
