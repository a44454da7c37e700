"use client";

import { Button } from "#components/ui/button.tsx";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import type { RosterCheck } from "#components/list/use-trusted-roster.ts";
import { DeliveryProgress } from "./delivery-progress.tsx";
import { DeliveryRefusal } from "./delivery-refusal.tsx";
import { useDelivery } from "./use-delivery.ts";
import { useFocusOnChange } from "./use-focus-on-change.ts";
import type { ReportFormModel } from "./use-report-form-model.ts";

interface SendPanelProps {
  readonly model: ReportFormModel;
  readonly roster: RosterCheck;
  /** Whether the person has accepted the key under a roster, where it is an unfamiliar one. */
  readonly isAccepted: (trusted: TrustedRoster) => boolean;
}

/** Encrypts and sends, shows how far it has come, and what to do where it did not work. */
export function SendPanel({ model, roster, isAccepted }: SendPanelProps) {
  const delivery = useDelivery(model.form, model.dispatch);
  const trusted = roster.state.step === "trusted" ? roster.state.trusted : null;
  const isReady = trusted !== null && isAccepted(trusted);

  async function checkAndDeliver() {
    const next = await roster.check();
    if (next !== null && isAccepted(next)) await delivery.deliver(next);
  }

  const place = useFocusOnChange(delivery.state.step);
  if (delivery.state.step !== "idle")
    return (
      <div ref={place} tabIndex={-1} className="outline-none">
        <DeliveryProgress state={delivery.state} onCancel={delivery.cancel} />
      </div>
    );
  const { problem } = delivery.state;
  return (
    <div ref={place} tabIndex={-1} className="space-y-6 border-t border-line pt-8 outline-none">
      {problem === null ? null : (
        <DeliveryRefusal problem={problem} goTo={model.goTo} onFetchReaders={() => void checkAndDeliver()} />
      )}
      {roster.state.step === "refused" ? (
        <Button onClick={() => void roster.check()}>Check the roster again</Button>
      ) : null}
      <Button
        variant="primary"
        icon="lock"
        disabled={!isReady}
        onClick={() => {
          if (trusted !== null) void delivery.deliver(trusted);
        }}
      >
        {problem?.code === "NETWORK_DOWN" ? "Try again" : "Encrypt and send"}
      </Button>
    </div>
  );
}
