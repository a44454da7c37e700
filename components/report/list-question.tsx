"use client";

import { RadioGroup } from "#components/ui/radio-group.tsx";
import { countText } from "#components/ui/count-text.ts";
import { ClauseReason } from "./clause-reason.tsx";
import { controlId } from "./draft.ts";
import { useReportForm, type ReportableList } from "./form-context.ts";
import { PolicyLink } from "./policy-link.tsx";
import { Question } from "./question.tsx";

/** Which one list is told, and who that is (L1, R5). */
export function ListQuestion() {
  const { draft, change, errorOf, lists } = useReportForm();

  return (
    <Question fields={["list"]}>
      <RadioGroup
        id={controlId("list")}
        name={controlId("list")}
        legend="Which list is to be told?"
        hint={
          <ClauseReason id="R5">
            One of them, never both <PolicyLink id="L1" />. What concerns Linux alone goes to the Linux distributions.
          </ClauseReason>
        }
        error={errorOf("list")}
        options={lists.map((list) => ({ value: list.name, label: <ListLabel list={list} />, hint: list.description }))}
        value={draft.list}
        onValueChange={(list) => {
          change({ list });
        }}
      />
    </Question>
  );
}

function ListLabel({ list: { name, title, organisations, readers } }: { readonly list: ReportableList }) {
  return (
    <>
      <span className="font-medium">{name}</span>
      <span className="text-muted">
        : {title}, {countText(readers, "person", "people")} of {countText(organisations, "organisation")}
      </span>
    </>
  );
}
