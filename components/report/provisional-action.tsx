"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { focusControl } from "./focus-control.ts";
import { useReportForm } from "./form-context.ts";
import { PolicyLink } from "./policy-link.tsx";

/** The second way out of a date that the policy cannot grant: the report is taken, and the list names one (A2). */
export function ProvisionalAction() {
  const { change } = useReportForm();
  return (
    <Button
      size="small"
      variant="quiet"
      onClick={() => {
        focusControl("proposedDisclosureAt");
        change({ isProvisional: true });
      }}
    >
      Send it without an agreed date
    </Button>
  );
}

/** Says that the report goes out without an agreed date, as its reporter has chosen. */
export function ProvisionalNote() {
  const { change } = useReportForm();
  return (
    <Notice
      role="status"
      title="It goes out without an agreed date"
      actions={
        <Button
          size="small"
          onClick={() => {
            focusControl("proposedDisclosureAt");
            change({ isProvisional: false });
          }}
        >
          Agree on a date first
        </Button>
      }
    >
      <p>
        The list takes it provisionally and will name the latest date that it can grant; until you have answered, no
        embargo is agreed. <PolicyLink id="A2" />
      </p>
    </Notice>
  );
}
