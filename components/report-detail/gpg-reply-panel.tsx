"use client";

import { useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { saveFile } from "#components/thread/save-file.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { gpgReplyCommand } from "./gpg-reply.ts";
import { PasteReply } from "./paste-reply.tsx";

export interface GpgReplyPanelProps {
  readonly report: ReportPage["report"];
  readonly reporterCertificates: ReportPage["reporterCertificates"];
  readonly trusted: TrustedRoster;
  readonly origin: string;
  readonly onSent: () => void;
}

/** A reply that gpg made in a terminal, with a key that this browser never sees. */
export function GpgReplyPanel({ report, reporterCertificates, trusted, origin, onSent }: GpgReplyPanelProps) {
  const [isToReporter, setToReporter] = useState(reporterCertificates.length > 0);
  const reporters = isToReporter ? reporterCertificates : [];
  const command = gpgReplyCommand({
    origin,
    listName: report.listName,
    fingerprints: [...trusted.sealable, ...reporters].map(({ fingerprint }) => fingerprint),
    certificateFiles: reporters.map((_, index) => certificateFile(report.handle, index)),
  });

  return (
    <Fold id="reply-with-gpg" title="Reply with gpg" note="Write, sign and encrypt in a terminal, and paste the result">
      <div className="space-y-5">
        {reporterCertificates.length === 0 ? null : (
          <>
            <Checkbox
              id="gpg-to-reporter"
              label="To the reporter as well as the list"
              checked={isToReporter}
              onChange={({ target }) => {
                setToReporter(target.checked);
              }}
            />
            <ReporterCertificates certificates={reporters} handle={report.handle} />
          </>
        )}
        <CodeBlock label="Encrypt reply.txt to every reader" text={command} room="half the screen" />
        <PasteReply reportId={report.id} rosterVersion={trusted.roster.version} onSent={onSent} />
      </div>
    </Fold>
  );
}

function ReporterCertificates(props: {
  readonly certificates: ReportPage["reporterCertificates"];
  readonly handle: string;
}) {
  if (props.certificates.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <p>Save the reporter’s certificates beside the roster:</p>
      {props.certificates.map(({ fingerprint, bytes }, index) => (
        <Button
          key={fingerprint}
          size="small"
          icon="download"
          onClick={() => {
            saveFile(certificateFile(props.handle, index), bytes);
          }}
        >
          {certificateFile(props.handle, index)}
        </Button>
      ))}
    </div>
  );
}

function certificateFile(handle: string, index: number): string {
  return `${handle}-reporter${index === 0 ? "" : `-${String(index + 1)}`}.pgp`;
}
