"use client";

import { DisclosureField } from "#components/embargo/disclosure-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { utcInstantText } from "#components/ui/instant-text.ts";
import { latestDisclosureAt, preferredUntil } from "#lib/policy/latest-instant.ts";
import { ClauseReason } from "./clause-reason.tsx";
import { controlId } from "./draft.ts";
import { focusControl } from "./focus-control.ts";
import { useReportForm } from "./form-context.ts";
import { PolicyLink } from "./policy-link.tsx";
import { ProvisionalNote } from "./provisional-action.tsx";
import { Question } from "./question.tsx";
import { suggestedDisclosureAt } from "./suggested-disclosure.ts";

/** When the issue is to be public: a date and a time with its zone (R7), within the days of the policy (R11). */
export function DisclosureQuestion() {
  const { draft, change, errorOf, findingsOf, policy, now } = useReportForm();
  const isOffered = draft.proposedDisclosureAt === "" && findingsOf("proposedDisclosureAt").length === 0;
  const suggestedAt = isOffered ? suggestedDisclosureAt(now, policy) : null;

  return (
    <Question fields={["proposedDisclosureAt"]}>
      <DisclosureField
        id={controlId("proposedDisclosureAt")}
        legend="When should it become public?"
        hint={
          <ClauseReason id="R7">
            A date and a time with its zone; they may be tentative. The clock starts when the report arrives{" "}
            <PolicyLink id="R11" />.
          </ClauseReason>
        }
        error={errorOf("proposedDisclosureAt")}
        value={draft.proposedDisclosureAt}
        onValueChange={(proposedDisclosureAt) => {
          change({ proposedDisclosureAt });
        }}
        policy={policy}
        now={now}
        preferredUntil={preferredUntil(now, policy)}
        latestAt={latestDisclosureAt(now, policy)}
      />
      {draft.isProvisional ? <ProvisionalNote /> : null}
      {suggestedAt === null ? null : (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
          <span className="text-muted">Nothing speaks against this one:</span>
          <Button
            size="small"
            onClick={() => {
              focusControl("proposedDisclosureAt");
              change({ proposedDisclosureAt: suggestedAt.toISOString() });
            }}
          >
            Use {utcInstantText(suggestedAt)}
          </Button>
        </p>
      )}
    </Question>
  );
}
