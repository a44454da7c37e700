"use client";

import { Button } from "#components/ui/button.tsx";
import { byteCountText } from "#components/ui/byte-count.ts";
import { Progress } from "#components/ui/progress.tsx";
import type { DeliveryState } from "./use-delivery.ts";

interface DeliveryProgressProps {
  readonly state: Extract<DeliveryState, { step: "sealing" | "sending" }>;
  readonly onCancel: () => void;
}

const labels = { sealing: "Encrypting in your browser", sending: "Sending what is encrypted" } as const;

/** How far a report has come, with a way to call it back. Its label is read out as it changes, its numbers are not. */
export function DeliveryProgress({ state: { step, doneBytes, totalBytes }, onCancel }: DeliveryProgressProps) {
  const isMeasured = totalBytes > 0;
  return (
    <div className="space-y-4 border-t border-line pt-8">
      <p role="status" className="sr-only">
        {labels[step]}
      </p>
      <Progress
        id="delivery-progress"
        label={labels[step]}
        {...(isMeasured
          ? {
              value: doneBytes,
              max: totalBytes,
              text: `${byteCountText(doneBytes)} of ${byteCountText(totalBytes)}`,
            }
          : {})}
      />
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}
