"use client";

import { RadioGroup } from "#components/ui/radio-group.tsx";
import { AttachmentsField } from "#components/sealing/attachments-field.tsx";
import { controlId, type Writing } from "./draft.ts";
import { useReportForm } from "./form-context.ts";
import { FormSection } from "./form-section.tsx";
import { PolicyLink } from "./policy-link.tsx";
import { SealedElsewhereField } from "./sealed-elsewhere-field.tsx";
import { LongTextQuestion } from "./text-question.tsx";

/** The description, typed here to be sealed by this browser, or sealed by the reporter's own gpg and pasted. */
export function DescriptionSection() {
  const { draft, change } = useReportForm();

  return (
    <FormSection id="description" title="The report">
      <RadioGroup
        id={controlId("writing")}
        name={controlId("writing")}
        legend="Where is it encrypted?"
        options={[
          { value: "here", label: "Write it here", hint: "This browser encrypts it before anything is sent." },
          {
            value: "elsewhere",
            label: "Paste what gpg has encrypted",
            hint: "For those who trust no page with a secret. The commands are on the policy page.",
          },
        ]}
        value={draft.writing}
        onValueChange={(writing) => {
          change({ writing: writing as Writing });
        }}
      />
      {draft.writing === "here" ? <WrittenHere /> : <SealedReport />}
    </FormSection>
  );
}

function WrittenHere() {
  const { draft, change } = useReportForm();
  return (
    <>
      <LongTextQuestion
        field="description"
        label="Description"
        rows={14}
        hint={
          <p>
            What is wrong, how it is reached, what it does, and a fix or a workaround if you have one. Once the issue is
            public, all of it may be published <PolicyLink id="R15" />. An exploit has a place of its own below.
          </p>
        }
      />
      <AttachmentsField
        id={controlId("attachments")}
        label="Attachments"
        files={draft.attachments}
        onChange={(attachments) => {
          change({ attachments });
        }}
      />
    </>
  );
}

function SealedReport() {
  return (
    <SealedElsewhereField
      field="sealedReport"
      label="Armoured OpenPGP message"
      hint={
        <p>
          Encrypted to every reader of the roster, as the{" "}
          <a href="/policy#without-a-browser" target="_blank" rel="noopener" className="link">
            commands for gpg
          </a>{" "}
          do it. The code that you get for this report cannot open it, only the replies: keep your own copy.
        </p>
      }
    />
  );
}
