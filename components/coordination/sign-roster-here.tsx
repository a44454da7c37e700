"use client";

import { useState } from "react";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer } from "#components/sealing/vault-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { FormOutcome } from "./form-outcome.tsx";
import type { SignRosterProps } from "./roster-to-sign.ts";
import { UnlockToSign } from "./unlock-to-sign.tsx";

/** Signs the roster in this tab's vault, and publishes it. */
export function SignRosterHere({ roster, publishing }: SignRosterProps) {
  const { vault, signer, now } = useMemberKey();
  const { state, isPending, publishSigned } = publishing;
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isSigning, setSigning] = useState(false);

  async function sign(fingerprint: string) {
    setSigning(true);
    const signed = await vaultAnswer(vault.ask("signText", { fingerprint, text: roster.text, at: now() }));
    setSigning(false);
    setProblem(signed.ok ? null : signed.problem);
    if (signed.ok) publishSigned(signed.value);
  }

  if (signer === null) return <UnlockToSign id={`unlock-for-${roster.listName}`} />;
  return (
    <div className="space-y-4">
      {problem === null ? null : (
        <Notice tone="refusal" role="alert" title={problem.wrong}>
          <p>{problem.mend}</p>
        </Notice>
      )}
      <FormOutcome state={state} done={(version) => `Version ${version} is published`} />
      <Button variant="primary" icon="key" pending={isPending || isSigning} onClick={() => void sign(signer)}>
        Sign and publish version {roster.version} of {roster.listName}
      </Button>
    </div>
  );
}
