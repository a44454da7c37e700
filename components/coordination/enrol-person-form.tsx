"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { addCertificate } from "./certificate-blob.ts";
import { CertificateField } from "./certificate-field.tsx";
import { FormOutcome } from "./form-outcome.tsx";
import type { CoordinationAction } from "./form-state.ts";
import { useCoordinationForm } from "./use-coordination-form.ts";
import { useJudgedCertificate } from "./use-judged-certificate.ts";

export interface EnrolPersonProps {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly lists: readonly { readonly id: string; readonly name: string }[];
  readonly enrol: CoordinationAction;
  readonly now: Date;
}

/** Enrols people, one after the other. */
export function EnrolPerson(props: EnrolPersonProps) {
  const [turn, setTurn] = useState(0);
  return (
    <EnrolPersonForm
      key={turn}
      {...props}
      onAgain={() => {
        setTurn(turn + 1);
      }}
    />
  );
}

function EnrolPersonForm({ organisations, lists, enrol, now, onAgain }: EnrolPersonProps & { onAgain: () => void }) {
  const certificate = useJudgedCertificate(now);
  const [isCertificateMissing, setCertificateMissing] = useState(false);
  const { state, isPending, onSubmit } = useCoordinationForm(enrol, (form) => {
    const isThere = addCertificate(form, certificate.state);
    setCertificateMissing(!isThere);
    return isThere;
  });

  if (state.step === "done") {
    return (
      <div className="space-y-4">
        <FormOutcome
          state={state}
          done={(name) => `${name} is enrolled`}
          next="They read nothing until a roster that names them is signed."
        />
        <Button onClick={onAgain}>Enrol another person</Button>
      </div>
    );
  }
  return (
    <form onSubmit={onSubmit} className="space-y-6">
      <SelectField id="person-organisation" name="organisationId" label="Organisation">
        {organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField id="person-name" name="name" label="Name" hint="It stands on the roster, in public." required />
      <TextField
        id="person-address"
        name="address"
        type="email"
        label="Mail address"
        hint="Shown to nobody."
        optional
      />
      <Fieldset id="person-lists" legend="Which lists do they read?">
        {lists.map(({ id, name }) => (
          <Checkbox key={id} id={`person-list-${name}`} name="listIds" value={id} label={name} defaultChecked />
        ))}
      </Fieldset>
      <Checkbox
        id="person-coordinator"
        name="isCoordinator"
        label="They coordinate too"
        hint="Then they enrol and remove people, and every browser accepts their signature under rosters."
      />
      <CertificateField id="person-certificate" field={certificate} isMissing={isCertificateMissing} />
      <FormOutcome state={state} done={(name) => name} />
      <Button type="submit" variant="primary" pending={isPending}>
        Enrol
      </Button>
    </form>
  );
}
