import type { Problem } from "#lib/base/problem.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { CoordinationAction } from "./form-state.ts";
import { NextRoster } from "./next-roster.tsx";
import type { RosterToSign } from "./roster-to-sign.ts";

export interface ShownRoster {
  readonly listName: string;
  readonly current: {
    readonly version: number;
    readonly issuedAt: Date;
    readonly expiresAt: Date;
    readonly readers: number;
    readonly problem: Problem | null;
  } | null;
  readonly isChanged: boolean;
  readonly runsOutSoon: boolean;
  /** Subscribed, and not on the next roster. */
  readonly leftOut: readonly string[];
  /** Null where nobody could be on it. */
  readonly next: RosterToSign | null;
}

/** The roster of one list: how it stands, what has changed since, and the next one to sign. */
export function RosterPanel({
  roster,
  publish,
}: {
  readonly roster: ShownRoster;
  readonly publish: CoordinationAction;
}) {
  const { listName, current, isChanged, runsOutSoon, leftOut, next } = roster;
  const isDue = isChanged || runsOutSoon || current === null || current.problem !== null;
  return (
    <Panel title={listName}>
      <div className="space-y-6">
        <Current current={current} />
        {runsOutSoon && current?.problem === null ? (
          <Notice tone="advice" title="It runs out soon">
            <p>Sign the next one before it does: afterwards nobody can report to this list.</p>
          </Notice>
        ) : null}
        {leftOut.length === 0 ? null : (
          <Notice tone="advice" title={`Not on the next roster: ${leftOut.join(", ")}`}>
            <p>Their certificates have expired. Ask for new ones, and replace them under Coordination.</p>
          </Notice>
        )}
        {next === null ? (
          <p className="max-w-prose text-muted">Nobody reads this list, so there is no roster to sign.</p>
        ) : (
          <NextRoster next={next} isDue={isDue} publish={publish} />
        )}
      </div>
    </Panel>
  );
}

function Current({ current }: { readonly current: ShownRoster["current"] }) {
  if (current === null) {
    return <p className="max-w-prose">No roster has been signed yet. Until one is, nobody can report to this list.</p>;
  }
  const { version, issuedAt, expiresAt, readers, problem } = current;
  return (
    <div className="space-y-3">
      <p className="max-w-prose">
        Version {version}, with {readers === 1 ? "one reader" : `${String(readers)} readers`}, was signed at{" "}
        <Instant at={issuedAt} /> and is good until <Instant at={expiresAt} />.
      </p>
      {problem === null ? null : (
        <Notice tone="refusal" title={shownProblem(problem).wrong}>
          <p>Browsers refuse it: nobody can report to this list until the next one is signed.</p>
        </Notice>
      )}
    </div>
  );
}
