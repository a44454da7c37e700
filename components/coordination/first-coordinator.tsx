"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { addCertificate } from "./certificate-blob.ts";
import { CertificateField } from "./certificate-field.tsx";
import { FormOutcome } from "./form-outcome.tsx";
import type { CoordinationAction } from "./form-state.ts";
import { useCoordinationForm } from "./use-coordination-form.ts";
import { useJudgedCertificate } from "./use-judged-certificate.ts";
import { useLinkToken } from "./use-link-token.ts";

export interface FirstCoordinatorProps {
  readonly enrol: CoordinationAction;
  readonly now: Date;
}

/** Enrols whoever holds the one-time link. */
export function FirstCoordinator({ enrol, now }: FirstCoordinatorProps) {
  const token = useLinkToken();
  if (token === null) return null;
  if (token === "") {
    return (
      <div className="max-w-prose">
        <Notice tone="advice" title="The link is not whole">
          <p>
            Open it once more as the terminal printed it, with all that follows the # sign. This page keeps nothing of
            it when it is loaded again.
          </p>
        </Notice>
      </div>
    );
  }
  return <FirstCoordinatorForm token={token} enrol={enrol} now={now} />;
}

function FirstCoordinatorForm({ token, enrol, now }: FirstCoordinatorProps & { readonly token: string }) {
  const certificate = useJudgedCertificate(now);
  const [isMissing, setMissing] = useState(false);
  const { state, isPending, onSubmit } = useCoordinationForm(enrol, (form) => {
    form.set("token", token);
    const isThere = addCertificate(form, certificate.state);
    setMissing(!isThere);
    return isThere;
  });

  if (state.step === "done") {
    return (
      <div className="max-w-prose space-y-5">
        <FormOutcome
          state={state}
          done={(name) => `${name} is enrolled as the first coordinator`}
          next="Sign in with your key, enrol the others, and sign the first rosters: until then nobody can report."
        />
        <LinkButton as={Link} href="/sign-in" variant="primary">
          Sign in
        </LinkButton>
      </div>
    );
  }
  return (
    <form onSubmit={onSubmit} className="max-w-prose space-y-6">
      <TextField id="first-name" name="name" label="Your name" hint="It stands on the rosters, in public." required />
      <TextField
        id="first-organisation"
        name="organisation"
        label="Your organisation"
        hint="A distribution, or nothing if you only coordinate."
        optional
      />
      <CertificateField id="first-certificate" field={certificate} isMissing={isMissing} />
      <FormOutcome state={state} done={(name) => name} />
      <Button type="submit" variant="primary" pending={isPending}>
        Enrol me
      </Button>
    </form>
  );
}
