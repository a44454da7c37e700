import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { referenceSchema, type StepWire } from "#lib/schema/step.ts";
import { happenedFault } from "#components/step/happened-fault.ts";
import type { FieldFault } from "#components/step/use-step-form.ts";

/** What a mandatory posting says of the exploit. */
export type ExploitAnswer = "nothing" | "includes" | "announces";

/** What somebody has entered of a posting so far. Instants are ISO 8601 text, or "". */
export interface PostingDraft {
  readonly kind: "mandatory" | "exploit" | null;
  readonly reference: string;
  readonly postedAt: string;
  readonly carriesDetails: boolean | null;
  readonly exploit: ExploitAnswer | null;
  readonly announcesExploitAt: string;
}

export const emptyPostingDraft: PostingDraft = {
  kind: null,
  reference: "",
  postedAt: "",
  carriesDetails: null,
  exploit: null,
  announcesExploitAt: "",
};

/** What has to be mended before the posting can be recorded, in the order of the fields. */
export function postingFaults(draft: PostingDraft, prefix: string, now: Date): readonly FieldFault[] {
  const faultWhere = (isAtFault: boolean, field: string, text: string): readonly FieldFault[] =>
    isAtFault ? [{ fieldId: `${prefix}-${field}`, text }] : [];
  const isMandatory = draft.kind === "mandatory";
  const isReference = referenceSchema.safeParse(draft.reference).success;
  const isAnnounced = draft.exploit !== "announces" || draft.announcesExploitAt !== "";
  return [
    ...faultWhere(draft.kind === null, "posting", "Say what was posted."),
    ...faultWhere(!isReference, "reference", "Give the link of the posting, or its Message-ID like <left@right>."),
    ...happenedFault(`${prefix}-postedAt`, draft.postedAt, now),
    ...faultWhere(
      isMandatory && draft.carriesDetails === null,
      "carriesDetails",
      "Say whether it carries the details itself.",
    ),
    ...faultWhere(isMandatory && draft.exploit === null, "exploit", "Say what it says of an exploit."),
    ...faultWhere(isMandatory && !isAnnounced, "announcesExploitAt", "Give the instant that it announces."),
  ];
}

/** The step that records a draft without faults. */
export function postingStep(
  draft: PostingDraft,
  { number, revision }: Pick<ShownIssue, "number" | "revision">,
): StepWire {
  const isMandatory = draft.kind === "mandatory";
  return {
    kind: "record-posting",
    issue: number,
    revision,
    posting: isMandatory ? "mandatory" : "exploit",
    reference: draft.reference,
    postedAt: draft.postedAt,
    carriesDetails: !isMandatory || draft.carriesDetails === true,
    includesExploit: !isMandatory || draft.exploit === "includes",
    announcesExploitAt: isMandatory && draft.exploit === "announces" ? draft.announcesExploitAt : null,
  };
}
