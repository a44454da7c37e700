"use client";

import type { Progress as OpeningProgress } from "#lib/pgp/client.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { ReportRow } from "./report-row.ts";
import { UnlockButton } from "./unlock-button.tsx";

export interface CardsBarProps {
  readonly rows: readonly ReportRow[];
  readonly progress: OpeningProgress | null;
  readonly problem: ShownProblem | null;
}

/** How far the titles are open, and how to open the others; nothing once all are. */
export function CardsBar({ rows, progress, problem }: CardsBarProps) {
  const { state } = useMemberKey();
  const sealedCount = rows.filter(({ rowCard }) => rowCard.state === "sealed").length;

  if (problem !== null) {
    return (
      <div className="mb-5">
        <Notice tone="refusal" role="alert" title={`The titles could not be opened. ${problem.wrong}`}>
          <p>{problem.mend}</p>
        </Notice>
      </div>
    );
  }
  if (progress !== null) {
    return (
      <div className="mb-5 max-w-prose">
        <Progress
          id="cards-progress"
          label="Opening titles in this browser"
          {...(progress.total === 0
            ? {}
            : {
                value: progress.done,
                max: progress.total,
                text: `opening ${String(progress.done)} of ${String(progress.total)}`,
              })}
        />
      </div>
    );
  }
  if (sealedCount === 0 || state.kind === "unknown") return null;
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-sunken px-4 py-2.5 text-sm">
      <p className="flex grow basis-72 items-start gap-2">
        <Icon name="lock" className="mt-0.5 size-4 text-muted" />
        {sealedText(sealedCount, rows.length, state.kind)}
      </p>
      {state.kind === "unlocked" ? null : <UnlockButton id="unlock-titles" label="Unlock titles" />}
    </div>
  );
}

function sealedText(
  sealedCount: number,
  rowCount: number,
  kind: "locked" | "unlocking" | "unlocked" | "tickets",
): string {
  const some = `${String(sealedCount)} of ${String(rowCount)} titles`;
  switch (kind) {
    case "locked":
    case "unlocking":
      return "Titles and software are sealed to you. They open in this browser, and the portal never sees them.";
    case "tickets":
      return `${some} are sealed still: your tickets did not cover them.`;
    case "unlocked":
      return `${some} do not open with this key. Another reader can grant them to you anew.`;
  }
}
