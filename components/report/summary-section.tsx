"use client";

import { useReportForm } from "./form-context.ts";
import { FormSection } from "./form-section.tsx";
import { PolicyLink } from "./policy-link.tsx";
import { TextQuestion } from "./text-question.tsx";

/** What members see of a report in their table once they have opened its card. */
export function SummarySection() {
  const { draft } = useReportForm();
  const isOptional = draft.writing === "elsewhere";

  return (
    <FormSection id="summary" title="The issue in short">
      <TextQuestion
        field="title"
        label="Title"
        optional={isOptional}
        hint={
          <p>
            Encrypted with the rest, unlike the subject of a mail <PolicyLink id="R10" />. Outside of the envelope
            nothing names the software or the issue.
          </p>
        }
      />
      <div className="grid gap-8 sm:grid-cols-2">
        <TextQuestion
          field="software"
          label="Affected software"
          optional={isOptional}
          hint={<p>Its name, and upstream’s where there are several.</p>}
        />
        <TextQuestion field="versions" label="Affected versions" optional hint={<p>As far as you know.</p>} />
      </div>
      <TextQuestion
        field="severityVector"
        label="CVSS vector"
        optional
        mono
        hint={<p>Version 3 or 4, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H</p>}
      />
    </FormSection>
  );
}
