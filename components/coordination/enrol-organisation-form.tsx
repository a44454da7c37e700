"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { FormOutcome } from "./form-outcome.tsx";
import type { CoordinationAction } from "./form-state.ts";
import { useCoordinationForm } from "./use-coordination-form.ts";

/** Enrols organisations, one after the other (L2). */
export function EnrolOrganisation({ enrol }: { readonly enrol: CoordinationAction }) {
  const [name, setName] = useState("");
  const { state, isPending, onSubmit } = useCoordinationForm(async (previous, form) => {
    const outcome = await enrol(previous, form);
    if (outcome.step === "done") setName("");
    return outcome;
  });

  return (
    <form onSubmit={onSubmit} className="space-y-4">
      <TextField
        id="organisation-name"
        name="name"
        label="Name of the organisation"
        required
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <FormOutcome state={state} done={(enrolled) => `${enrolled} is enrolled`} next="Now its people can be." />
      <Button type="submit" pending={isPending}>
        Enrol the organisation
      </Button>
    </form>
  );
}
