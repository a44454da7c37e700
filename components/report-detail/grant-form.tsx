"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import type { GrantChoice } from "./grant-choices.ts";

export interface GrantFormProps {
  readonly choices: readonly GrantChoice[];
  /** Envelopes by id, such as `the report`. */
  readonly names: ReadonlyMap<string, string>;
  readonly isPending: boolean;
  readonly onGrant: (choice: GrantChoice, envelopeIds: readonly string[]) => void;
}

/** Who is to read what from now on. */
export function GrantForm({ choices, names, isPending, onGrant }: GrantFormProps) {
  const [memberId, setMemberId] = useState("");
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const choice = choices.find((each) => each.memberId === memberId) ?? null;
  const chosenIds = choice?.missingIds.filter((id) => !leftOut.includes(id)) ?? [];

  if (choices.length === 0) return <p className="text-muted">Every present member can read all that you can read.</p>;
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice !== null && !isPending) onGrant(choice, chosenIds);
      }}
    >
      <SelectField
        id="grant-member"
        label="Member"
        value={memberId}
        onChange={({ target }) => {
          setMemberId(target.value);
          setLeftOut([]);
        }}
      >
        <option value="">Choose …</option>
        {choices.map((each) => (
          <option key={each.memberId} value={each.memberId}>
            {each.name}
          </option>
        ))}
      </SelectField>
      {choice === null ? null : <MemberKeyLine choice={choice} />}
      {choice?.reader == null ? null : (
        <Fieldset id="grant-envelopes" legend="They will read">
          {choice.missingIds.map((id) => (
            <Checkbox
              key={id}
              id={`grant-${id}`}
              label={names.get(id) ?? "an envelope"}
              checked={!leftOut.includes(id)}
              onChange={({ target }) => {
                setLeftOut(target.checked ? leftOut.filter((each) => each !== id) : [...leftOut, id]);
              }}
            />
          ))}
        </Fieldset>
      )}
      <Button
        type="submit"
        variant="primary"
        icon="key"
        pending={isPending}
        disabled={choice?.reader == null || chosenIds.length === 0}
      >
        Grant
      </Button>
    </form>
  );
}

function MemberKeyLine({ choice: { fingerprint, reader } }: { readonly choice: GrantChoice }) {
  return (
    <>
      <p className="text-sm text-muted">
        Key <Fingerprint value={fingerprint} />
      </p>
      {reader === null ? (
        <Notice tone="refusal" title="No signed roster holds this key, or it cannot be encrypted to">
          <p>A coordinator has to sign a roster that names it; the portal’s word alone makes nobody a reader.</p>
        </Notice>
      ) : null}
    </>
  );
}
