"use client";

import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";
import { AcknowledgeButton } from "./acknowledge-button.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import { fittingAction } from "./fitting-action.ts";

export interface DeadlineActionProps {
  readonly deadline: ShownDeadline;
  readonly onDone: (text: string) => void;
}

/** The one thing to do about a deadline, here or at the report. */
export function DeadlineAction({ deadline, onDone }: DeadlineActionProps) {
  const action = fittingAction(deadline);
  const { handle, reportId } = deadline;
  if (action.kind === "none" || reportId === null)
    return <p className="text-sm text-muted">Sealed to others: theirs to do</p>;
  switch (action.kind) {
    case "acknowledge":
      return <AcknowledgeButton handle={handle} reportId={reportId} label={action.label} onDone={onDone} />;
    case "close":
      return <CloseDialog deadline={{ ...deadline, reportId }} label={action.label} onDone={onDone} />;
    case "open":
      return (
        <LinkButton as={Link} href={`/reports/${reportId}#${action.placeId}`} size="small" icon="forward">
          {action.label}
          <VisuallyHidden> of {handle}</VisuallyHidden>
        </LinkButton>
      );
  }
}
