import type { Problem } from "#lib/base/problem.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** How a list's published roster stands. `changes`: people who came, went or have another certificate since. */
export type RosterStanding =
  | { readonly list: string; readonly kind: "empty" | "unsigned" }
  | { readonly list: string; readonly kind: "refused"; readonly problem: Problem }
  | {
      readonly list: string;
      readonly kind: "signed";
      readonly version: number;
      readonly expiresAt: Date;
      readonly changes: number;
      readonly runsOutSoon: boolean;
    };

/** What keeps senders from the lists, or shows them another set of readers than the present one. */
export function RosterNotices({ standings }: { readonly standings: readonly RosterStanding[] }) {
  const notices = standings.filter(
    (standing) => standing.kind !== "signed" || standing.changes > 0 || standing.runsOutSoon,
  );
  if (notices.length === 0) return null;
  return (
    <div className="max-w-prose space-y-3">
      {notices.map((standing) => (
        <RosterNotice key={standing.list} standing={standing} />
      ))}
    </div>
  );
}

function RosterNotice({ standing }: { readonly standing: RosterStanding }) {
  const { list } = standing;
  switch (standing.kind) {
    case "empty":
      return (
        <Notice tone="refusal" title={`${list} has no readers`}>
          <p>Nobody can report to it. Enrol people who read it, then sign its roster.</p>
        </Notice>
      );
    case "unsigned":
      return (
        <Notice tone="refusal" title={`${list} has no roster yet`}>
          <p>Nobody can report to it until you sign the first one.</p>
        </Notice>
      );
    case "refused": {
      const { wrong } = shownProblem(standing.problem);
      return (
        <Notice tone="refusal" title={`Browsers refuse the roster of ${list}`}>
          <p>{wrong} Nobody can report to the list until you sign the next one.</p>
        </Notice>
      );
    }
    case "signed":
      return (
        <Notice
          tone="advice"
          title={
            standing.runsOutSoon ? `The roster of ${list} runs out soon` : `The roster of ${list} is not up to date`
          }
        >
          {standing.runsOutSoon ? (
            <p>
              Version {standing.version} is good until <Instant at={standing.expiresAt} />. Sign the next one before
              then: afterwards nobody can report to the list.
            </p>
          ) : null}
          {standing.changes === 0 ? null : (
            <p>
              {changeWords(standing.changes)} since version {standing.version} was signed.
            </p>
          )}
        </Notice>
      );
  }
}

function changeWords(changes: number): string {
  return changes === 1
    ? "One person has come or gone, or has another certificate,"
    : `${String(changes)} people have come or gone, or have another certificate,`;
}
