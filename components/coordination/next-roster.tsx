"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "./form-outcome.tsx";
import type { CoordinationAction } from "./form-state.ts";
import type { RosterToSign } from "./roster-to-sign.ts";
import { SignRoster } from "./sign-roster.tsx";
import { usePublishing } from "./use-publishing.ts";

export interface NextRosterProps {
  readonly next: RosterToSign;
  /** The published one says something else than the next, is refused, or runs out soon. */
  readonly isDue: boolean;
  readonly publish: CoordinationAction;
}

/** The next roster of a list, opened where it is due; it can be signed without need, for another half year. */
export function NextRoster({ next, isDue, publish }: NextRosterProps) {
  const [isWanted, setWanted] = useState(false);
  const publishing = usePublishing(next.listId, async (previous, form) => {
    const outcome = await publish(previous, form);
    if (outcome.step === "done") setWanted(false);
    return outcome;
  });

  if (!isDue && !isWanted) {
    return (
      <div className="space-y-4">
        <FormOutcome state={publishing.state} done={(version) => `Version ${version} is published`} />
        <p className="flex flex-wrap items-center gap-x-5 gap-y-3 text-muted">
          Nobody has come or gone since, and everybody has the same certificate.
          <Button
            size="small"
            onClick={() => {
              setWanted(true);
            }}
          >
            Sign it anew all the same
          </Button>
        </p>
      </div>
    );
  }
  return (
    <section className="border-t border-line pt-5">
      <h3 className="mb-3 text-lg">Version {next.version}, to be signed</h3>
      <SignRoster key={next.version} roster={next} publishing={publishing} />
    </section>
  );
}
