import type { Metadata } from "next";
import { siteOrigin } from "#app/site-origin.ts";
import { CurlHint } from "#components/receipt/curl-hint.tsx";
import { ReceiptDesk } from "#components/receipt/receipt-desk.tsx";

export const metadata: Metadata = { title: "Your report" };

export default function ReceiptPage() {
  return (
    <>
      <noscript>
        <CurlHint origin={siteOrigin()} />
      </noscript>
      <ReceiptDesk />
    </>
  );
}
