"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { tabVault } from "#lib/pgp/client.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ReceiptForm } from "./receipt-form.tsx";
import { closeReceipt, fetchReport, type OpenReceipt } from "./receipt-road.ts";

const ReceiptReport = lazy(async () => ({ default: (await import("./receipt-report.tsx")).ReceiptReport }));

/** Where a reporter returns to. All that it shows is in the memory of this page, until it is closed or left. */
export function ReceiptDesk() {
  const [opened, setOpened] = useState<OpenReceipt | null>(null);
  const [wasClosed, setClosed] = useState(false);
  const held = useRef<OpenReceipt | null>(null);

  useEffect(() => {
    held.current = opened;
  }, [opened]);

  // Going elsewhere within the portal closes it too: the tab's vault outlives the page.
  useEffect(
    () => () => {
      if (held.current !== null) void closeReceipt(tabVault());
    },
    [],
  );

  async function refresh() {
    if (opened === null) return;
    const report = await fetchReport(opened.receipt);
    if (!report.ok) return;
    // It may have been closed meanwhile: what was forgotten must not come back.
    setOpened((current) => (current?.receipt === opened.receipt ? { ...current, report: report.value } : current));
  }

  function close() {
    void closeReceipt(tabVault());
    setOpened(null);
    setClosed(true);
  }

  if (opened !== null) {
    return (
      <Suspense>
        <ReceiptReport opened={opened} onChanged={() => void refresh()} onClose={close} />
      </Suspense>
    );
  }
  return (
    <>
      <PageHeader
        title="Your report"
        lead="With the receipt you got for it you come back to your report: you read the replies, and answer."
      />
      <div className="space-y-8">
        {wasClosed ? (
          <div className="max-w-prose">
            <Notice tone="success" role="status" title="Closed">
              <p>This browser has forgotten the code, its key and everything that was open.</p>
            </Notice>
          </div>
        ) : null}
        <ReceiptForm
          onOpened={(next) => {
            setClosed(false);
            setOpened(next);
          }}
        />
      </div>
    </>
  );
}
