import { ClauseLink } from "#components/policy/clause-link.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { isClauseId } from "#lib/policy/clause.ts";
import type { ReportLine } from "#lib/schema/reports-response.ts";
import { owedWords } from "./owed-words.ts";

export interface OwedCellProps {
  readonly owed: ReportLine["owed"];
  readonly isOverdue: boolean;
  readonly now: Date;
}

/** What is owed next and by whom; what is overdue says so by a word and an icon. */
export function OwedCell({ owed, isOverdue, now }: OwedCellProps) {
  if (owed === null) return <span className="text-muted">Nothing</span>;
  const { what, by } = owedWords(owed);
  return (
    <>
      <span className="block">
        {what} {isClauseId(owed.clause) ? <ClauseLink id={owed.clause} /> : null}
      </span>
      <span className="block text-sm text-muted">
        {isOverdue ? (
          <span className="block font-medium text-refusal">
            <Icon name="clock" className="mr-1 size-4 align-[-0.2em]" />
            Overdue: <Countdown to={owed.dueAt} now={now} />
          </span>
        ) : (
          <span className="block">
            <Countdown to={owed.dueAt} now={now} />
          </span>
        )}
        by {by}
      </span>
    </>
  );
}
