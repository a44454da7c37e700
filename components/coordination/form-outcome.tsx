import { shownProblem } from "#components/request/shown-problem.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { CoordinationState } from "./form-state.ts";

export interface FormOutcomeProps {
  readonly state: CoordinationState;
  /** What was done, to whom: "… is enrolled". */
  readonly done: (subject: string) => string;
  readonly next?: string;
}

/** What came of a form: what was done, or why not. */
export function FormOutcome({ state, done, next }: FormOutcomeProps) {
  switch (state.step) {
    case "editing":
      return null;
    case "refused": {
      const { wrong, mend } = shownProblem(state.problem);
      return (
        <Notice tone="refusal" role="alert" title={wrong}>
          <p>{mend}</p>
        </Notice>
      );
    }
    case "done":
      return (
        <div role="status" className="space-y-3">
          <Notice tone="success" title={done(state.subject)}>
            {next === undefined ? undefined : <p>{next}</p>}
          </Notice>
          {state.warnings.map(({ code, wrong, mend }) => (
            <Notice key={code} tone="advice" title={wrong}>
              <p>{mend}</p>
            </Notice>
          ))}
        </div>
      );
  }
}
