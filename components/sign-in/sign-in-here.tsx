"use client";

import { useState } from "react";
import { tabVault } from "#lib/pgp/client.ts";
import { PrivateKeyForm } from "#components/member-key/private-key-form.tsx";
import { unlockKey, type KeyInput } from "#components/member-key/unlock-key.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { lastingStorage } from "#components/sealing/roster-memory.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { signInWithKey } from "./sign-in-road.ts";

/** Signs in with a key that is unlocked in this tab, and stays unlocked there. */
export function SignInHere({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [keepProblem, setKeepProblem] = useState<ShownProblem | null>(null);

  async function signIn(input: KeyInput) {
    setPending(true);
    setProblem(null);
    const outcome = await unlockAndSignIn(input);
    if (outcome.problem === null && outcome.keepProblem === null) {
      onSignedIn(); // still pending: the next page is on its way
      return;
    }
    setPending(false);
    setProblem(outcome.problem);
    if (outcome.problem === null) setKeepProblem(outcome.keepProblem);
  }

  if (keepProblem !== null) {
    return (
      <Notice
        tone="advice"
        role="alert"
        title="You are signed in, but the key was not kept"
        actions={
          <Button variant="primary" onClick={onSignedIn}>
            Go on to the reports
          </Button>
        }
      >
        <p>
          {keepProblem.wrong} {keepProblem.mend}
        </p>
      </Notice>
    );
  }
  return (
    <Panel title="Sign in with your key">
      <PrivateKeyForm
        id="sign-in"
        submitLabel="Sign in"
        isPending={isPending}
        problem={problem}
        onSubmit={(input) => void signIn(input)}
      />
    </Panel>
  );
}

interface Outcome {
  readonly problem: ShownProblem | null;
  readonly keepProblem: ShownProblem | null;
}

async function unlockAndSignIn(input: KeyInput): Promise<Outcome> {
  const vault = tabVault();
  const unlocked = await unlockKey(input, { vault, storage: lastingStorage(), enrolled: null });
  if (!unlocked.ok) return { problem: unlocked.problem, keepProblem: null };
  const { key, keepProblem } = unlocked.value;
  const signedIn = await signInWithKey(vault, key.fingerprint);
  if (signedIn.ok) return { problem: null, keepProblem };
  // Nobody is signed in who could lock it again.
  await vault.ask("lock", { fingerprint: key.fingerprint }).catch(() => null);
  return { problem: signedIn.problem, keepProblem };
}
