"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { requestDone, requestJson } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { calendarAddressSchema } from "#lib/schema/calendar-address.ts";

export interface CalendarAddressProps {
  /** When the address that works now was made, as text; null where there is none. */
  readonly calendarSince: string | null;
}

/** The secret address under which a calendar program finds the member's deadlines: made, shown once, replaced, revoked. */
export function CalendarAddress({ calendarSince }: CalendarAddressProps) {
  const router = useRouter();
  const [address, setAddress] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function make() {
    setPending(true);
    const made = await requestJson("/api/v1/calendar", calendarAddressSchema, { method: "POST" });
    setPending(false);
    setProblem(made.ok ? null : made.problem);
    setAddress(made.ok ? made.value.address : null);
    router.refresh();
  }

  async function revoke() {
    const revoked = await requestDone("/api/v1/calendar", { method: "DELETE" });
    setProblem(revoked.ok ? null : revoked.problem);
    if (revoked.ok) setAddress(null);
    router.refresh();
  }

  return (
    <Panel title="In your calendar program" id="calendar-address" className="mt-14">
      <p className="max-w-prose">
        A secret address of your own gives a calendar program what stands on this page: the handle, one neutral word and
        the instant, such as “FN-2026-0042: disclosure”, and nothing else. Whoever has the address can read that.
      </p>
      <div role="status" className="mt-4 space-y-3 empty:hidden">
        {address === null ? null : (
          <>
            <p className="font-medium">
              Your calendar address. It is shown this once: the portal keeps its hash alone.
            </p>
            <CodeBlock text={address} label="Calendar address" />
          </>
        )}
        {problem === null ? null : (
          <Notice tone="refusal" title={problem.wrong}>
            <p>{problem.mend}</p>
          </Notice>
        )}
      </div>
      {calendarSince === null ? (
        <div className="mt-4">
          <Button icon="calendar" pending={isPending} onClick={() => void make()}>
            Make a calendar address
          </Button>
        </div>
      ) : (
        <Standing since={calendarSince} onReplace={make} onRevoke={revoke} />
      )}
    </Panel>
  );
}

interface StandingProps {
  readonly since: string;
  readonly onReplace: () => Promise<void>;
  readonly onRevoke: () => Promise<void>;
}

function Standing({ since, onReplace, onRevoke }: StandingProps) {
  return (
    <>
      <p className="mt-4 text-sm text-muted">
        One was made <Instant at={since} />.
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        <ConfirmDialog
          trigger={<Button icon="calendar">Replace it</Button>}
          title="Replace your calendar address?"
          confirmLabel="Replace"
          onConfirm={onReplace}
        >
          <p>The one before stops working at once; programs that use it have to be told the new one.</p>
        </ConfirmDialog>
        <ConfirmDialog
          trigger={<Button icon="cross">Revoke it</Button>}
          title="Revoke your calendar address?"
          confirmLabel="Revoke"
          danger
          onConfirm={onRevoke}
        >
          <p>It stops working at once. What a program has fetched already stays there until it is removed.</p>
        </ConfirmDialog>
      </div>
    </>
  );
}
