import type { ReactNode } from "react";
import { embargoSentence } from "#components/reports/state-words.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { EmbargoState } from "#lib/embargo/embargo-machine.ts";

/** Where a report stands, in parts side by side: see {@link DisclosurePart} and {@link StripPart}. */
export function Strip({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid rounded-lg border border-line bg-surface max-md:divide-y max-md:divide-line md:grid-cols-3 md:divide-x md:divide-line">
      {children}
    </div>
  );
}

export function StripPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="min-w-0 p-5">
      <h2 className="mb-1 text-sm font-medium text-muted">{title}</h2>
      {children}
    </section>
  );
}

export interface DisclosurePartProps {
  readonly disclosureAt: Date | null;
  readonly embargoState: EmbargoState;
  /** The server's clock when the page was made. */
  readonly now: Date;
}

/** Until when it is secret: how far that is, the instant, and what the state of the embargo means. */
export function DisclosurePart({ disclosureAt, embargoState, now }: DisclosurePartProps) {
  return (
    <StripPart title="Disclosure">
      {embargoState === "exited" && disclosureAt !== null && disclosureAt > now ? (
        <>
          <p className="text-xl font-semibold">Over early</p>
          <p className="text-sm text-muted">
            Agreed until <Instant at={disclosureAt} />
          </p>
        </>
      ) : disclosureAt === null ? (
        <p className="text-xl font-semibold">No date yet</p>
      ) : (
        <>
          <p className="text-xl font-semibold">
            <Countdown to={disclosureAt} now={now} />
          </p>
          <p>
            <Instant at={disclosureAt} stacked />
          </p>
        </>
      )}
      <p className="mt-2 text-sm text-muted">{embargoSentence({ embargoState, disclosureAt }, now)}</p>
    </StripPart>
  );
}
