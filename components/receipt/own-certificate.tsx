"use client";

import type { UnlockedReceipt } from "#lib/pgp/client.ts";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { AddCertificateForm } from "./add-certificate-form.tsx";

export interface OwnCertificateProps {
  readonly receipt: UnlockedReceipt;
  readonly report: ReceiptResponse;
  readonly onChanged: () => void;
}

/** The reporter's own certificates, to which replies are sealed besides, and a form for one more. */
export function OwnCertificate({ receipt, report, onChanged }: OwnCertificateProps) {
  const own = report.reporterCertificates.filter(({ origin }) => origin === "own");
  return (
    <section
      id="your-certificate"
      aria-labelledby="your-certificate-title"
      className="max-w-prose scroll-mt-6 space-y-3"
    >
      <h3 id="your-certificate-title" className="text-base">
        Your own certificate
      </h3>
      <p className="text-sm text-muted">
        Replies are encrypted to it as well from then on, so that you read them with your own gpg. What was written
        before stays as it is.
      </p>
      {own.map(({ fingerprint }) => (
        <p key={fingerprint}>
          <Fingerprint value={fingerprint} />
        </p>
      ))}
      <AddCertificateForm receipt={receipt} now={report.now} onAdded={onChanged} />
    </section>
  );
}
