import { earliest } from "#lib/base/instant.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { lengthText } from "#components/ui/distance-text.ts";

export type ScaleMarkKind = "start" | "preferred" | "agreed" | "proposed" | "latest" | "now" | "ended";

export interface ScaleMark {
  readonly kind: ScaleMarkKind;
  readonly at: Date;
  readonly label: string;
  /** Where it is between the scale's ends, 0 to 100. */
  readonly percent: number;
}

/** An embargo as a line: from the start of its clock to the latest instant that may be agreed, or beyond. */
export interface EmbargoScale {
  /** In the order of time. */
  readonly marks: readonly ScaleMark[];
  /** How far it has come, 0 to 100. */
  readonly elapsedPercent: number;
  /** Where the preferred time ends; null where the policy prefers none. */
  readonly preferredPercent: number | null;
  /** Where the allowed time ends; null where nothing limits it. */
  readonly latestPercent: number | null;
  /** How much of the maximum is used, in words. */
  readonly usedText: string;
}

type Measured = Pick<ShownIssue, "clockStartsAt" | "createdAt" | "latestAt" | "preferredUntil" | "policy" | "embargo">;

/** Null where there is nothing yet to measure: no limit, no date and no proposal. */
export function embargoScale(issue: Measured, now: Date): EmbargoScale | null {
  const { latestAt, preferredUntil, embargo } = issue;
  const startsAt = issue.clockStartsAt ?? issue.createdAt;
  const instants = [latestAt, embargo.disclosureAt, ...embargo.openProposals.map(({ disclosureAt }) => disclosureAt)];
  const lastAt = instants.reduce<Date | null>(
    (last, at) => (last === null || (at !== null && at > last) ? at : last),
    null,
  );
  if (lastAt === null || lastAt <= startsAt) return null;

  const percentOf = (at: Date) =>
    clamped((at.getTime() - startsAt.getTime()) / (lastAt.getTime() - startsAt.getTime()));
  const passedAt = earliest([now, embargo.end?.at ?? null, lastAt]) ?? now;
  const marks = marksOf(issue, startsAt, now).map((mark) => ({ ...mark, percent: percentOf(mark.at) }));
  return {
    marks: marks.toSorted((left, right) => left.at.getTime() - right.at.getTime()),
    elapsedPercent: percentOf(passedAt),
    preferredPercent: preferredUntil === null ? null : percentOf(preferredUntil),
    latestPercent: latestAt === null ? null : percentOf(latestAt),
    usedText: usedText(issue, startsAt, passedAt),
  };
}

function marksOf(issue: Measured, startsAt: Date, now: Date): readonly Omit<ScaleMark, "percent">[] {
  const { latestAt, preferredUntil, embargo, clockStartsAt } = issue;
  const { disclosureAt, openProposals, end } = embargo;
  return [
    { kind: "start", at: startsAt, label: clockStartsAt === null ? "Reported" : "The clock started" },
    ...(preferredUntil === null ? [] : [{ kind: "preferred", at: preferredUntil, label: "Preferred, until" } as const]),
    ...(disclosureAt === null ? [] : [{ kind: "agreed", at: disclosureAt, label: "Agreed" } as const]),
    ...openProposals.map(
      ({ proposal, disclosureAt: at }) => ({ kind: "proposed", at, label: `Proposed (${String(proposal)})` }) as const,
    ),
    ...(latestAt === null ? [] : [{ kind: "latest", at: latestAt, label: "Latest allowed" } as const]),
    end === null ? { kind: "now", at: now, label: "Now" } : { kind: "ended", at: end.at, label: "Ended" },
  ];
}

function usedText({ policy, latestAt, embargo, clockStartsAt }: Measured, startsAt: Date, passedAt: Date): string {
  const passed = lengthText(Math.max(0, passedAt.getTime() - startsAt.getTime()));
  const { maximum } = policy;
  if (maximum === null || latestAt === null || clockStartsAt === null)
    return `${passed === "" ? "No time" : passed} since the report; nothing limits it yet.`;
  const used = `${passed === "" ? "Nothing" : passed} of at most ${maximum} used`;
  const { disclosureAt, end } = embargo;
  if (disclosureAt === null || end !== null) return `${used}.`;
  return `${used}; the agreed date takes ${lengthText(disclosureAt.getTime() - startsAt.getTime())} of it.`;
}

function clamped(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 100;
}
