"use client";

import { DateTimeField } from "#components/ui/date-time-field.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { answerTimes, answerTimeWords, type ProposalDraft } from "./proposal-draft.ts";

interface AnswerTimeFieldProps {
  readonly id: string;
  readonly draft: ProposalDraft;
  /** After which an answer would come too late, where that is known. */
  readonly latestAt: Date | null;
  readonly now: Date;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<ProposalDraft>) => void;
}

/** Until when an answer is wanted, by a usual time or one that is named. */
export function AnswerTimeField({ id, draft, latestAt, now, error, onChange }: AnswerTimeFieldProps) {
  const isNamed = draft.answerTime === "named";
  return (
    <div className="space-y-4">
      <SelectField
        id={isNamed ? `${id}-time-of` : id}
        label="Answer wanted"
        hint="Silence past that is shown as silence. It is never taken as a yes."
        error={isNamed ? undefined : error}
        width="medium"
        value={draft.answerTime}
        onChange={(event) => {
          onChange({ answerTime: answerTimes.find((each) => each === event.target.value) ?? "policy" });
        }}
      >
        {answerTimes.map((each) => (
          <option key={each} value={each}>
            {answerTimeWords[each]}
          </option>
        ))}
      </SelectField>
      {isNamed ? (
        <DateTimeField
          id={id}
          legend="Answer wanted by"
          error={error}
          value={draft.answerUntil}
          onValueChange={(answerUntil) => {
            onChange({ answerUntil });
          }}
          now={now}
          earliestAt={now}
          discouragedWeekdays={[]}
          {...(latestAt === null ? {} : { latestAt: latestAt.toISOString() })}
        />
      ) : null}
    </div>
  );
}
