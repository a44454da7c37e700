import { Button } from "#components/ui/button.tsx";
import { byteCountText } from "#components/ui/byte-count.ts";
import { Progress } from "#components/ui/progress.tsx";
import type { SendingState } from "./use-sending.ts";

export interface SendingProgressProps {
  readonly id: string;
  readonly state: SendingState;
  readonly onCancel: () => void;
}

/** How far a message has come on its way, with a way to call it back. */
export function SendingProgress({ id, state, onCancel }: SendingProgressProps) {
  const isMeasured = state.step === "sending" && state.totalBytes > 0;
  return (
    <div className="flex max-w-prose flex-wrap items-end gap-4">
      <div className="grow basis-60">
        <Progress
          id={id}
          label={state.step === "sealing" ? "Encrypting in this browser" : "Sending the encrypted message"}
          {...(isMeasured
            ? {
                value: state.sentBytes,
                max: state.totalBytes,
                text: `${byteCountText(state.sentBytes)} of ${byteCountText(state.totalBytes)}`,
              }
            : {})}
        />
      </div>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}
