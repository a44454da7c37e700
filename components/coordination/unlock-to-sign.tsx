"use client";

import { useState } from "react";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { PrivateKeyForm } from "#components/member-key/private-key-form.tsx";
import type { KeyInput } from "#components/member-key/unlock-key.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Notice } from "#components/ui/notice.tsx";

/** Asks for the key with which its owner is enrolled, to sign with it here. */
export function UnlockToSign({ id }: { readonly id: string }) {
  const { member, state, unlock } = useMemberKey();
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function submit(input: KeyInput) {
    setProblem(null);
    const outcome = await unlock(input);
    setProblem(outcome.ok ? outcome.value.keepProblem : outcome.problem);
  }

  if (state.kind === "unlocked") {
    return (
      <Notice tone="advice" title="The key that is unlocked here cannot sign">
        <p>Its signing part is elsewhere, on a smartcard perhaps. Sign in a terminal instead.</p>
      </Notice>
    );
  }
  return (
    <PrivateKeyForm
      id={id}
      submitLabel="Unlock"
      isPending={state.kind === "unlocking"}
      problem={problem}
      enrolled={member.certificate?.fingerprint ?? null}
      onSubmit={(input) => void submit(input)}
    />
  );
}
