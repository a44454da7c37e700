"use client";

import { useEffect, useState } from "react";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { isUnfamiliar, UnfamiliarCoordinator } from "#components/list/unfamiliar-coordinator.tsx";
import { SignatureVerdict } from "#components/list/signature-verdict.tsx";
import { useTrustedRoster } from "#components/list/use-trusted-roster.ts";
import { AdviceReview } from "./advice-review.tsx";
import { ClearReview } from "./clear-review.tsx";
import { EncryptedReview } from "./encrypted-review.tsx";
import { FormSection } from "./form-section.tsx";
import { ReaderNames } from "./reader-names.tsx";
import { SendPanel } from "./send-panel.tsx";
import type { ReportFormModel } from "./use-report-form-model.ts";

/** Everything once more before it is encrypted: what stays secret, what does not, and who will be able to read it. */
export function ReviewStep({ model }: { readonly model: ReportFormModel }) {
  const { form, findings, correctClock } = model;
  const roster = useTrustedRoster(form.draft.list ?? "");
  const [accepted, setAccepted] = useState<string | null>(null);
  const trusted = roster.state.step === "trusted" ? roster.state.trusted : null;
  const isAccepted = (next: TrustedRoster) => !isUnfamiliar(next) || accepted === next.signedBy.fingerprint;

  const answeredAt = trusted?.now;
  useEffect(() => {
    if (answeredAt !== undefined) correctClock(answeredAt);
  }, [answeredAt, correctClock]);

  return (
    <div className="space-y-10">
      <AdviceReview findings={findings} />
      <FormSection
        id="encrypted-review"
        title="Encrypted"
        lead="Only the readers below can open this. Sizes are padded, so that they say little."
      >
        <EncryptedReview draft={form.draft} goTo={model.goTo} />
      </FormSection>
      <FormSection
        id="readers-review"
        title="Encrypted to"
        lead="The readers are those whom a coordinator has signed for. Your browser checks the signature itself."
      >
        <SignatureVerdict state={roster.state} />
        {trusted === null ? null : (
          <>
            <UnfamiliarCoordinator
              trusted={trusted}
              isAccepted={isAccepted(trusted)}
              onAccept={(yes) => {
                setAccepted(yes ? trusted.signedBy.fingerprint : null);
              }}
            />
            <ReaderNames trusted={trusted} draft={form.draft} />
          </>
        )}
      </FormSection>
      <FormSection
        id="clear-review"
        title="In clear"
        lead="This is all that the server, its database and its backups learn of the report."
      >
        <ClearReview draft={form.draft} rosterVersion={trusted?.roster.version ?? null} goTo={model.goTo} />
      </FormSection>
      <SendPanel model={model} roster={roster} isAccepted={isAccepted} />
    </div>
  );
}
