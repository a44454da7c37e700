"use client";

import { useState } from "react";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { signCommand } from "./sign-command.ts";
import { answerChallenge, type OwnChallenge } from "./sign-in-road.ts";

export interface AnswerFormProps {
  readonly challenge: OwnChallenge;
  readonly onSignedIn: () => void;
}

/** What to run in a terminal, and where to paste what it prints. */
export function AnswerForm({ challenge, onSignedIn }: AnswerFormProps) {
  const [signed, setSigned] = useState("");
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isPending, setPending] = useState(false);

  async function answer() {
    setPending(true);
    setProblem(null);
    const outcome = await answerChallenge(signed, challenge.proof);
    if (outcome.ok) {
      onSignedIn(); // still pending: the next page is on its way
      return;
    }
    setPending(false);
    setProblem(outcome.problem);
  }

  return (
    <form
      className="space-y-5 border-t border-line pt-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) void answer();
      }}
    >
      <CodeBlock label="Run this in a terminal" text={signCommand(challenge.challenge, challenge.fingerprint)} />
      <p className="text-sm text-muted">
        Read the line “Site” before you sign: it must name this site. The text is good until{" "}
        <Instant at={challenge.expiresAt} precision="second" />.
      </p>
      <TextArea
        id="sign-in-signed"
        label="All that gpg printed"
        hint="From -----BEGIN PGP SIGNED MESSAGE----- to -----END PGP SIGNATURE-----."
        mono
        rows={8}
        value={signed}
        onChange={(event) => {
          setSigned(event.target.value);
        }}
      />
      {problem === null ? null : (
        <Notice tone="refusal" role="alert" title={problem.wrong}>
          <p>{problem.mend}</p>
        </Notice>
      )}
      <Button type="submit" variant="primary" pending={isPending}>
        Sign in
      </Button>
    </form>
  );
}
