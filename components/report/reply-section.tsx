"use client";

import { CertificateField } from "./certificate-field.tsx";
import { useReportForm } from "./form-context.ts";
import { FormSection } from "./form-section.tsx";
import { LongTextQuestion, TextQuestion } from "./text-question.tsx";

/** How the reporter wants to be named, and how they are reached. */
export function ReplySection() {
  const { draft } = useReportForm();
  return (
    <FormSection
      id="replies"
      title="You"
      lead="No account, no name needed: the receipt that you get at the end is enough to read replies and to answer."
    >
      {draft.writing === "elsewhere" ? null : (
        <LongTextQuestion
          field="credit"
          label="Credit"
          optional
          rows={3}
          hint={<p>How you want to be named when the issue is published, or that you do not. Encrypted.</p>}
        />
      )}
      <TextQuestion
        field="replyAddress"
        label="Mail address"
        optional
        width="medium"
        inputMode="email"
        hint={
          <p>
            For a notice that there is a reply, once this portal sends any: it does not yet, so look with your receipt.{" "}
            <strong className="font-semibold text-ink">Stored in clear</strong>, and not needed: you can add it later.
          </p>
        }
      />
      <CertificateField />
    </FormSection>
  );
}
