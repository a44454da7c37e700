"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { OthersAnswer, ToldParty } from "#lib/policy/facts.ts";
import { ClauseReason } from "./clause-reason.tsx";
import { othersWords, toldWords } from "./clear-rows.ts";
import { controlId } from "./draft.ts";
import { useReportForm } from "./form-context.ts";
import { PolicyLink } from "./policy-link.tsx";
import { Question } from "./question.tsx";

const everybody: readonly ToldParty[] = ["upstream", "other-distributions", "other-projects"];

/** Who knows already, and whether they can live with the limit (R12). */
export function ToldQuestion() {
  const { draft, change, errorOf } = useReportForm();
  const told = draft.toldOthers ?? [];
  const parties: readonly ToldParty[] =
    draft.affectsKernel === true ? ["kernel-security-team", ...everybody] : everybody;

  return (
    <Question fields={["toldOthers", "othersAnswer"]}>
      <div className="space-y-6">
        <Fieldset
          id={`${controlId("toldOthers")}-group`}
          legend="Who has been told already?"
          hint={<ClauseReason id="R12">Choose all that apply.</ClauseReason>}
          error={errorOf("toldOthers")}
          optional
        >
          {parties.map((party, index) => (
            <Checkbox
              key={party}
              id={index === 0 ? controlId("toldOthers") : `${controlId("toldOthers")}-${party}`}
              label={toldWords[party]}
              checked={told.includes(party)}
              onChange={(event) => {
                const others = told.filter((each) => each !== party);
                change({ toldOthers: event.target.checked ? [...others, party] : others });
              }}
            />
          ))}
        </Fieldset>
        <RadioGroup
          id={controlId("othersAnswer")}
          name={controlId("othersAnswer")}
          legend="Do they accept an embargo of 14 days?"
          hint={
            <p>
              The limit binds them too <PolicyLink id="R11" />.
            </p>
          }
          error={errorOf("othersAnswer")}
          optional
          options={(["accepted", "opposed", "not-asked", "disclosing-anyway"] as const).map((value) => ({
            value,
            label: othersWords[value],
          }))}
          value={draft.othersAnswer}
          onValueChange={(answer) => {
            change({ othersAnswer: answer as OthersAnswer });
          }}
        />
      </div>
    </Question>
  );
}
