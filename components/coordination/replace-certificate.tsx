"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { addCertificate } from "./certificate-blob.ts";
import { CertificateField } from "./certificate-field.tsx";
import { FormOutcome } from "./form-outcome.tsx";
import type { CoordinationAction } from "./form-state.ts";
import { useCoordinationForm } from "./use-coordination-form.ts";
import { useJudgedCertificate } from "./use-judged-certificate.ts";

export interface ReplaceCertificateProps {
  readonly memberId: string;
  readonly name: string;
  readonly isCoordinator: boolean;
  readonly replace: CoordinationAction;
  readonly now: Date;
}

/** Gives a person another certificate: a new key, or the same with a later end. */
export function ReplaceCertificate(props: ReplaceCertificateProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={
        <Button size="small" variant="quiet">
          Replace certificate<VisuallyHidden> of {props.name}</VisuallyHidden>
        </Button>
      }
      title={`A new certificate for ${props.name}`}
      description={
        <>
          Senders use it once a roster that names it is signed. What was sealed to the old key opens with the old key.
          {props.isCoordinator
            ? " Rosters that were signed with another key than the new one are refused until somebody signs new ones."
            : null}
        </>
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      <CertificateForm {...props} />
    </Dialog>
  );
}

function CertificateForm({ memberId, replace, now }: ReplaceCertificateProps) {
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
    <form onSubmit={onSubmit} className="space-y-4">
      <input type="hidden" name="memberId" value={memberId} />
      <CertificateField id={`certificate-of-${memberId}`} field={certificate} isMissing={isMissing} />
      <FormOutcome state={state} done={(name) => `${name} has a new certificate`} />
      <Button type="submit" variant="primary" pending={isPending}>
        Replace the certificate
      </Button>
    </form>
  );
}
