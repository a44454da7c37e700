"use client";

import { useState } from "react";
import { typedFingerprintSchema } from "#lib/schema/id.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { fetchChallenge, type OwnChallenge } from "./sign-in-road.ts";

const notAFingerprint = "Give all 40 letters and digits of the fingerprint, with or without blanks.";

/** Signs in with a text that gpg signed elsewhere: the key, or the card it is on, stays where it is. */
export function SignInWithGpg({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string | undefined>();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isPending, setPending] = useState(false);
  const [challenge, setChallenge] = useState<OwnChallenge | null>(null);

  async function ask() {
    const fingerprint = typedFingerprintSchema.safeParse(typed);
    setError(fingerprint.success ? undefined : notAFingerprint);
    if (!fingerprint.success) return;
    setPending(true);
    const fetched = await fetchChallenge(fingerprint.data);
    setPending(false);
    setProblem(fetched.ok ? null : fetched.problem);
    setChallenge(fetched.ok ? fetched.value : null);
  }

  return (
    <Panel title="Sign in with gpg">
      <div className="space-y-6">
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isPending) void ask();
          }}
        >
          <TextField
            id="sign-in-fingerprint"
            label="Fingerprint of your key"
            hint={
              <>
                <code>gpg --list-secret-keys</code> shows it.
              </>
            }
            error={error}
            mono
            autoComplete="username"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
          {problem === null ? null : (
            <Notice tone="refusal" role="alert" title={problem.wrong}>
              <p>{problem.mend}</p>
            </Notice>
          )}
          <Button type="submit" variant={challenge === null ? "primary" : "secondary"} pending={isPending}>
            {challenge === null ? "Get the text to sign" : "Get a new text"}
          </Button>
        </form>
        {challenge === null ? null : <AnswerForm key={challenge.proof} challenge={challenge} onSignedIn={onSignedIn} />}
      </div>
    </Panel>
  );
}
