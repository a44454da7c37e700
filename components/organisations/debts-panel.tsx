import { ClauseLink } from "#components/policy/clause-link.tsx";
import { isOverdue, owedWords } from "#components/reports/owed-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { OrganisationDebt } from "#lib/schema/organisation-page.ts";
import { ReportLink } from "./report-link.tsx";

export interface DebtsPanelProps {
  readonly debts: readonly OrganisationDebt[];
  readonly now: Date;
}

/** So many are shown at once; the rest is folded away. */
const shownAtOnce = 10;

/** What an organisation has to give or to see to now, the earliest first; what is late says so by a word and an icon. */
export function DebtsPanel({ debts, now }: DebtsPanelProps) {
  const late = debts.filter((debt) => isOverdue(debt, now)).length;
  return (
    <Panel
      id="owes"
      title="Owes now"
      aside={
        late === 0 ? null : (
          <Badge tone="refusal" icon="clock">
            {late} late
          </Badge>
        )
      }
    >
      {debts.length === 0 ? (
        <p className="text-muted">Nothing is open under its duties.</p>
      ) : (
        <>
          <DebtRows debts={debts.slice(0, shownAtOnce)} now={now} />
          {debts.length <= shownAtOnce ? null : (
            <Disclosure summary={`${String(debts.length - shownAtOnce)} more, due later`}>
              <DebtRows debts={debts.slice(shownAtOnce)} now={now} />
            </Disclosure>
          )}
        </>
      )}
    </Panel>
  );
}

function DebtRows({ debts, now }: DebtsPanelProps) {
  return (
    <ul className="divide-y divide-line">
      {debts.map((debt) => (
        <DebtRow key={debt.id} debt={debt} now={now} />
      ))}
    </ul>
  );
}

function DebtRow({ debt, now }: { readonly debt: OrganisationDebt; readonly now: Date }) {
  const { handle, reportId, issueNumber, duty, role, owner, dueAt } = debt;
  return (
    <li className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p>
          <span className="font-medium">{owedWords(debt).what}</span>{" "}
          <span className="whitespace-nowrap">
            <ReportLink handle={handle} reportId={reportId} />
            {issueNumber === null ? null : `, issue ${String(issueNumber)}`}
          </span>
        </p>
        <p className="text-sm text-muted">
          <ClauseLink id={duty} /> as {role}
          {owner === "reporter" ? "; the reporter owes it" : null}
        </p>
      </div>
      <p className="text-sm sm:text-right">
        {isOverdue(debt, now) ? (
          <span className="font-medium text-refusal">
            <Icon name="clock" className="mr-1 size-4 align-[-0.2em]" />
            Late: <Countdown to={dueAt} now={now} />
          </span>
        ) : (
          <Countdown to={dueAt} now={now} />
        )}
        <span className="block">
          <Instant at={dueAt} stacked />
        </span>
      </p>
    </li>
  );
}
