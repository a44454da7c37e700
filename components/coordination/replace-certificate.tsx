"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { addCertificate } from "./certificate-blob.ts";
import { CertificateField } from "./certificate-field.tsx";
import { FormOutcome } from "./form-outcome.tsx";
import type { CoordinationAction } from "./form-state.ts";
import { useCoordinationForm } from "./use-coordination-form.ts";
import { useJudgedCertificate } from "./use-judged-certificate.ts";

export interface ReplaceCertificateProps {
  readonly memberId: string;
  readonly replace: CoordinationAction;
  readonly now: Date;
}

/** Gives a person another certificate: a new key, or the same with a later end. */
export function ReplaceCertificate({ memberId, replace, now }: ReplaceCertificateProps) {
  const certificate = useJudgedCertificate(now);
  const [isMissing, setMissing] = useState(false);
  const { state, isPending, onSubmit } = useCoordinationForm(
    async (previous, form) => {
      const outcome = await replace(previous, form);
      if (outcome.step === "done") certificate.clear();
      return outcome;
    },
    (form) => {
      const isThere = addCertificate(form, certificate.state);
      setMissing(!isThere);
      return isThere;
    },
  );

  return (
    <form onSubmit={onSubmit} className="max-w-prose space-y-4 py-2">
      <input type="hidden" name="memberId" value={memberId} />
      <CertificateField
        id={`certificate-of-${memberId}`}
        field={certificate}
        error={isMissing ? "Give a certificate that can be encrypted to." : undefined}
      />
      <FormOutcome
        state={state}
        done={(name) => `${name} has a new certificate`}
        next="Senders use it once a roster that names it is signed. What was sealed to the old key opens with the old key."
      />
      <Button type="submit" pending={isPending}>
        Replace the certificate
      </Button>
    </form>
  );
}
