"use client";

import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { utf8 } from "#lib/base/bytes.ts";
import { saveFile } from "#components/thread/save-file.ts";
import type { SentReport } from "./form-state.ts";
import { receiptFileText } from "./receipt-file.ts";

/** The receipt, large and in groups, with the ways to keep it. On paper there is nothing but this. */
export function ReceiptCode({ sent }: { readonly sent: SentReport }) {
  const { handle, receiptText } = sent;
  const address = `${location.origin}/receipt`;
  return (
    <section aria-labelledby="receipt-heading" className="rounded-lg border-2 border-accent bg-surface p-5 sm:p-8">
      <h3 id="receipt-heading" className="text-lg">
        Your receipt for {handle}
      </h3>
      <p className="mt-4 font-mono text-2xl leading-relaxed font-semibold tracking-wide sm:text-3xl">
        {receiptText.split("-").map((group, index, all) => (
          <span key={`${String(index)} ${group}`} className="inline-block">
            {group}
            {index === all.length - 1 ? "" : "-"}
          </span>
        ))}
      </p>
      <p className="mt-4 max-w-prose">
        With this code, and with it alone, you return to your report at <span className="wrap-anywhere">{address}</span>
        : it lets you in, and it is the key to the replies. Whoever has it can read them and answer in your place.
      </p>
      <div className="screen-only mt-5 flex flex-wrap gap-3">
        <CopyButton text={receiptText} label="Copy" what="the receipt" size="medium" />
        <Button
          icon="download"
          onClick={() => {
            saveFile(`receipt-${handle}.txt`, utf8(receiptFileText(sent, address)));
          }}
        >
          Save as a text file
        </Button>
        <Button
          icon="print"
          onClick={() => {
            window.print();
          }}
        >
          Print
        </Button>
      </div>
    </section>
  );
}
