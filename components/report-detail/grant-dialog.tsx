"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { useReaders } from "#components/readers/readers-context.ts";
import { WaitingForReaders } from "#components/readers/waiting-for-readers.tsx";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { grantChoices, type GrantChoice } from "./grant-choices.ts";
import { grantEnvelopes, type GrantOutcome } from "./grant-envelopes.ts";
import { GrantForm } from "./grant-form.tsx";
import { GrantResult } from "./grant-result.tsx";
import { useSignedReaders } from "./use-signed-readers.ts";

export interface GrantDialogProps {
  readonly page: Pick<ReportPage, "envelopes" | "members" | "listNames">;
  /** Envelopes that stand open here. */
  readonly openableIds: readonly string[];
  /** Envelopes by id, such as `the report`. */
  readonly names: ReadonlyMap<string, string>;
}

/** Gives another member key packets of this report; the bodies stay as they are. */
export function GrantDialog({ page, openableIds, names }: GrantDialogProps) {
  const { vault, now } = useMemberKey();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<(GrantOutcome & { readonly name: string }) | null>(null);
  const signed = useSignedReaders(page.listNames, isOpen);
  const known = useReaders(isOpen);

  async function grant(choice: GrantChoice, envelopeIds: readonly string[]) {
    const { reader, memberId, name } = choice;
    if (reader === null) return;
    setPending(true);
    const envelopes = page.envelopes.filter(({ id }) => envelopeIds.includes(id));
    const granted = await grantEnvelopes({ vault, envelopes, memberId, reader, at: now() });
    setPending(false);
    setOutcome({ ...granted, name });
    if (granted.grantedCount > 0) router.refresh();
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        setOutcome(null);
      }}
      trigger={
        <Button size="small" icon="person">
          Grant access
        </Button>
      }
      title="Grant access"
      description={
        <p>
          Another member gets a key packet of what you choose and can read it from then on. Taking it back later does
          not undo what they have read. Only who needs to know, and only on these terms (<PolicyLink id="M1" />,{" "}
          <PolicyLink id="M3" />
          ).
        </p>
      }
    >
      {outcome !== null ? (
        <GrantResult outcome={outcome} />
      ) : signed === null ? (
        <p className="flex items-center gap-2 text-muted">
          <Spinner /> Checking the signed rosters …
        </p>
      ) : known.step !== "known" ? (
        <WaitingForReaders state={known} />
      ) : (
        <div className="space-y-4">
          {signed.problems.map(({ code, wrong, mend }) => (
            <Notice key={code} tone="advice" title={`A roster could not be verified. ${wrong}`}>
              <p>{mend} Until then nothing can be granted to those whom only that roster names.</p>
            </Notice>
          ))}
          <GrantForm
            choices={grantChoices(page.members, { ...known, openableIds, signed: signed.readers })}
            names={names}
            isPending={isPending}
            onGrant={(choice, envelopeIds) => void grant(choice, envelopeIds)}
          />
        </div>
      )}
    </Dialog>
  );
}
