"use client";

import { useState } from "react";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { useFocusOnProblem } from "#components/request/use-focus-on-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { KeptKey } from "./kept-key.ts";
import { KeptKeyLine } from "./kept-key-line.tsx";
import { emptyKeyDraft, keyOfDraft, PrivateKeyFields, type KeyDraft } from "./private-key-fields.tsx";
import type { KeyInput } from "./unlock-key.ts";
import { useKeptKey } from "./use-kept-key.ts";

export interface PrivateKeyFormProps {
  readonly id: string;
  /** What unlocking is for: "Sign in", "Unlock". */
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly problem: ShownProblem | null;
  readonly onSubmit: (input: KeyInput) => void;
  /** The key that its owner is enrolled with: a kept one of another is not offered. */
  readonly enrolled?: string | null;
}

/** Asks for a private key, or for the passphrase of the one that is kept here. Nothing in it has a name to be sent by. */
export function PrivateKeyForm(props: PrivateKeyFormProps) {
  const { id, submitLabel, isPending, problem, onSubmit, enrolled = null } = props;
  const { kept, forget } = useKeptKey();
  const [isOther, setOther] = useState(false);
  const [draft, setDraft] = useState(emptyKeyDraft);
  const [passphrase, setPassphrase] = useState("");
  const offered = isOther || (enrolled !== null && kept?.fingerprint !== enrolled) ? null : kept;
  const isWrongPassphrase = problem?.code === "PGP_WRONG_PASSPHRASE";
  useFocusOnProblem(`${id}-passphrase`, isWrongPassphrase ? problem : null);

  function submit() {
    onSubmit({ ...inputOf(offered, draft), passphrase });
  }

  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) submit();
      }}
    >
      {offered === null ? (
        <PrivateKeyFields
          id={id}
          draft={draft}
          onChange={(part) => {
            setDraft((current) => ({ ...current, ...part }));
          }}
        />
      ) : (
        <KeptKeyLine
          fingerprint={offered.fingerprint}
          onForget={forget}
          onOther={() => {
            setOther(true);
          }}
        />
      )}
      <TextField
        id={`${id}-passphrase`}
        type="password"
        autoComplete="current-password"
        label="Passphrase of the key"
        hint="Leave it empty if the key has none."
        width="medium"
        value={passphrase}
        error={isWrongPassphrase ? `${problem.wrong} ${problem.mend}` : undefined}
        onChange={(event) => {
          setPassphrase(event.target.value);
        }}
      />
      {problem === null || isWrongPassphrase ? null : (
        <Notice tone="refusal" role="alert" title={problem.wrong}>
          <p>{problem.mend}</p>
        </Notice>
      )}
      <Button type="submit" variant="primary" icon="unlock" pending={isPending}>
        {submitLabel}
      </Button>
    </form>
  );
}

function inputOf(offered: KeptKey | null, draft: KeyDraft): Omit<KeyInput, "passphrase"> {
  if (offered !== null) return { privateKey: offered.privateKey, isToBeKept: false };
  return { privateKey: keyOfDraft(draft), isToBeKept: draft.isToBeKept };
}
