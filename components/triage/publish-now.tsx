"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { PreparedMessage } from "#components/thread/prepared-message.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { publishNowMessage, reasonWords } from "./publish-now-message.ts";

export interface PublishNowProps {
  readonly page: Pick<ReportPage, "report" | "issues" | "reporterCertificates">;
  /** `public` or `low`. */
  readonly because: string;
  readonly onPrepare: (message: PreparedMessage) => void;
}

/** Enough members say that it is public or minor: the reporter is to hear that the list would see it published now (A3). */
export function PublishNow({ page, because, onPrepare }: PublishNowProps) {
  const { report, issues, reporterCertificates } = page;
  const reason = because === "public" ? "public" : "low";
  const venue = issues[0]?.policy.venue.name ?? "oss-security";
  return (
    <Notice
      tone="advice"
      title="The reporter is to hear that the list would much rather see it published now"
      actions={
        reporterCertificates.length === 0 ? undefined : (
          <Button
            icon="mail"
            size="small"
            onClick={() => {
              onPrepare(publishNowMessage(reason, { listName: report.listName, venue }));
            }}
          >
            Write it to the reporter
          </Button>
        )
      }
    >
      <p>
        Enough members find that {reasonWords[reason]} (<PolicyLink id="A3" />
        ). The page of their receipt says so already, in one neutral sentence.{" "}
        {reporterCertificates.length === 0
          ? "They gave no certificate, so nothing more can be sealed to them."
          : "A message with your reasons says it better: it is put into the reply for you to change, and sealed as any reply."}
      </p>
    </Notice>
  );
}
