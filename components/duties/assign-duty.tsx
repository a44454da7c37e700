"use client";

import { useState } from "react";
import { editing, type CoordinationAction } from "#components/coordination/form-state.ts";
import { useCoordinationForm } from "#components/coordination/use-coordination-form.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { OrganisationId } from "#lib/base/id.ts";
import { clauseOf } from "#lib/policy/clause.ts";
import { PlaceProblem } from "./place-problem.tsx";
import type { RotaPlace } from "./rota.ts";

export interface AssignDutyProps {
  readonly place: RotaPlace;
  readonly assign: CoordinationAction;
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[];
}

/** A coordinator gives a duty to an organisation, or leaves it vacant. */
export function AssignDuty(props: AssignDutyProps) {
  const { duty, role, holder } = props.place;
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={
        <Button size="small" variant="quiet">
          Assign
          <VisuallyHidden>
            {" "}
            {duty} as {role}
          </VisuallyHidden>
        </Button>
      }
      title={`Who is ${role} for ${duty}?`}
      description={
        <>
          {clauseOf(duty).title}. {holder === null ? "It is vacant now." : `${holder.organisation} holds it now.`}
        </>
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      <AssignForm
        {...props}
        onDone={() => {
          setOpen(false);
        }}
      />
    </Dialog>
  );
}

function AssignForm({ place, assign, organisations, onDone }: AssignDutyProps & { readonly onDone: () => void }) {
  const { duty, role, holder, offers } = place;
  const { state, isPending, onSubmit } = useCoordinationForm(async (_, form) => {
    const outcome = await assign(editing, form);
    if (outcome.step === "done") onDone();
    return outcome;
  });
  const volunteers = organisations.filter(({ id }) => offers.some(({ organisationId }) => organisationId === id));
  const others = organisations.filter((each) => !volunteers.includes(each));

  return (
    <form onSubmit={onSubmit} className="space-y-4">
      <input type="hidden" name="duty" value={duty} />
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="seenOrganisationId" value={holder?.organisationId ?? ""} />
      <SelectField
        id={`${duty}-${role}-organisation`}
        name="organisationId"
        label="Organisation"
        defaultValue={volunteers[0]?.id ?? holder?.organisationId ?? ""}
      >
        <option value="">Nobody: leave it vacant</option>
        {volunteers.length === 0 ? null : <Choices label="Volunteered" organisations={volunteers} />}
        <Choices label={volunteers.length === 0 ? "Organisations" : "Others"} organisations={others} />
      </SelectField>
      <PlaceProblem problem={state.step === "refused" ? shownProblem(state.problem) : null} />
      <Button type="submit" variant="primary" pending={isPending}>
        Assign
      </Button>
    </form>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly organisations: AssignDutyProps["organisations"];
}

function Choices({ label, organisations }: ChoicesProps) {
  return (
    <optgroup label={label}>
      {organisations.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
