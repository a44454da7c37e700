"use client";

import type { UnlockedReceipt } from "#lib/pgp/client.ts";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { Panel } from "#components/ui/panel.tsx";
import { AddressForm } from "./address-form.tsx";
import { OwnCertificate } from "./own-certificate.tsx";

export interface ContactPanelProps {
  readonly receipt: UnlockedReceipt;
  readonly report: ReceiptResponse;
  readonly onChanged: () => void;
}

/** How else the reporter can be reached. */
export function ContactPanel({ receipt, report, onChanged }: ContactPanelProps) {
  return (
    <Panel title="Ways to reach you">
      <div className="space-y-8">
        <AddressForm receipt={receipt} address={report.replyAddress} onChanged={onChanged} />
        <OwnCertificate receipt={receipt} report={report} onChanged={onChanged} />
      </div>
    </Panel>
  );
}
