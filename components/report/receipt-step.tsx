"use client";

import type { Dispatch } from "react";
import Link from "next/link";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { FormSection } from "./form-section.tsx";
import type { FormAction, SentReport } from "./form-state.ts";
import { FormSteps } from "./form-steps.tsx";
import { ReceiptCode } from "./receipt-code.tsx";
import { SentMessages } from "./sent-messages.tsx";
import { StepHeading } from "./step-heading.tsx";
import { WhatHappensNext } from "./what-happens-next.tsx";

interface ReceiptStepProps {
  readonly sent: SentReport;
  readonly isKept: boolean;
  readonly dispatch: Dispatch<FormAction>;
}

/** The report has arrived: the code with which alone its reporter can return, shown this once. */
export function ReceiptStep({ sent, isKept, dispatch }: ReceiptStepProps) {
  return (
    <div className="max-w-3xl space-y-8">
      <div className="screen-only">
        <FormSteps step="receipt" />
      </div>
      <StepHeading
        takesFocus
        step="receipt"
        title={`Report ${sent.handle} has arrived`}
        heading={
          <>
            Report <span className="whitespace-nowrap">{sent.handle}</span> has arrived
          </>
        }
      >
        Received on <Instant at={sent.receivedAt} precision="second" />.
      </StepHeading>
      {sent.isEarlierVersion ? (
        <Notice tone="advice" title="Your first try had come through after all">
          <p>What you changed after it is not in the report. You can send it as a message, with the receipt below.</p>
        </Notice>
      ) : null}
      <ReceiptCode sent={sent} />
      <div className="screen-only space-y-5">
        <Checkbox
          id="receipt-kept"
          label="I have kept the receipt"
          hint="Nobody can show it to you again: not this portal, not the list."
          checked={isKept}
          onChange={(event) => {
            dispatch({ kind: "keep", isKept: event.target.checked });
          }}
        />
        {isKept ? (
          <LinkButton as={Link} href="/receipt" variant="primary" icon="key">
            Go to your report with the receipt
          </LinkButton>
        ) : null}
      </div>
      <div className="screen-only space-y-10">
        <FormSection id="next" title="What happens next">
          <WhatHappensNext />
        </FormSection>
        <FormSection id="sent-messages" title="What was sent">
          <SentMessages sent={sent} />
        </FormSection>
      </div>
    </div>
  );
}
