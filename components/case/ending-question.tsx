import type { ReactNode } from "react";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { Question } from "#components/step/form-buttons.tsx";
import { isKeptSecret } from "#components/embargo/issue-standing.ts";

/** What is asked before something is recorded with which no embargo stands. */
export function endingQuestion(issue: ShownIssue, that: string): Question {
  const isOver = !isKeptSecret(issue);
  return {
    title: `Record that ${that}?`,
    confirmLabel: isOver ? "Record it" : "Record it and end the embargo",
    consequences: isOver ? <AfterTheEnd /> : <Ending />,
  };
}

function Ending() {
  return (
    <Consequences>
      <p>
        <strong>The embargo of this issue ends at once</strong>, and cannot begin again. The reporter and the list are
        both told.
      </p>
      <p>
        From then on the posting is owed (<PolicyLink id="R13" />
        ).
      </p>
    </Consequences>
  );
}

function AfterTheEnd() {
  return (
    <Consequences>
      <p>The embargo of this issue is over already. The reporter and the list are both told of this, too.</p>
    </Consequences>
  );
}

function Consequences({ children }: { readonly children: ReactNode }) {
  return (
    <div className="space-y-2">
      {children}
      <p className="text-muted">What is recorded here stays on record.</p>
    </div>
  );
}
