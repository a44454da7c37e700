"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { requestDone } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { memberName } from "#components/thread/envelope-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";

export interface AcknowledgementProps {
  readonly report: Pick<ReportPage["report"], "id" | "acknowledgedAt" | "acknowledgedBy">;
}

/** Whether the reporter was told that their report arrived (A1, R8), and the button that tells them. */
export function Acknowledgement({ report }: AcknowledgementProps) {
  const { acknowledgedAt, acknowledgedBy } = report;
  const [outcome, setOutcome] = useState<"faster" | ShownProblem | null>(null);

  return (
    <>
      {acknowledgedAt === null ? (
        <AcknowledgeButton reportId={report.id} onOutcome={setOutcome} />
      ) : (
        <p className="flex items-start gap-1.5">
          <Icon name="success" className="mt-0.5 size-5 text-success" />
          <span>
            Acknowledged by{" "}
            <span className="font-medium">
              {acknowledgedBy === null ? "a member who has left" : memberName(acknowledgedBy)}
            </span>
            <span className="block text-sm text-muted">
              <Instant at={acknowledgedAt} stacked />
            </span>
          </span>
        </p>
      )}
      <div role="status" className="empty:hidden">
        {outcome === null ? null : outcome === "faster" ? (
          <p className="mt-2 text-sm">Somebody was faster: receipt had been acknowledged already.</p>
        ) : (
          <Notice tone="refusal" title={outcome.wrong}>
            <p>{outcome.mend}</p>
          </Notice>
        )}
      </div>
    </>
  );
}

interface AcknowledgeButtonProps {
  readonly reportId: string;
  readonly onOutcome: (outcome: "faster" | ShownProblem | null) => void;
}

function AcknowledgeButton({ reportId, onOutcome }: AcknowledgeButtonProps) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);

  async function acknowledge() {
    setPending(true);
    const done = await requestDone(`/api/v1/reports/${reportId}/acknowledgement`, { method: "POST" });
    setPending(false);
    const isFaster = !done.ok && done.problem.code === "ALREADY_ACKNOWLEDGED";
    onOutcome(done.ok ? null : isFaster ? "faster" : done.problem);
    if (done.ok || isFaster) router.refresh();
  }

  return (
    <>
      <p className="mb-3 text-sm">
        Nobody has told the reporter yet that it arrived (<PolicyLink id="A1" />, <PolicyLink id="R8" />
        ). Your name will be shown to them.
      </p>
      <Button
        id="acknowledge-receipt"
        variant="primary"
        icon="check"
        pending={isPending}
        onClick={() => void acknowledge()}
      >
        Acknowledge receipt
      </Button>
    </>
  );
}
