import { unobjectionableAnswers } from "#lib/policy/unobjectionable-answers.ts";
import { emptyDraft, type Draft } from "./draft.ts";

/** For tests: a draft that nothing stands in the way of on 2 November 2026, with what a test is about put over it. */
export function answeredDraft(changed: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft,
    ...unobjectionableAnswers,
    proposedDisclosureAt: "2026-11-05T14:00:00.000Z",
    title: "heap overflow in libfoo",
    software: "libfoo",
    versions: "1.2 to 1.4",
    description: "A heap overflow in the demo parser.\nIt is reached from the network.",
    cveWish: "has",
    cveIds: "CVE-2026-12345",
    credit: "Ada",
    ...changed,
  };
}
