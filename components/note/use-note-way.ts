"use client";

import { useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { isUnfamiliar } from "#components/list/unfamiliar-coordinator.tsx";
import type { RosterState } from "#components/list/use-trusted-roster.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import type { NoteRoad } from "./store-note.ts";

/** How notes of a report get from here to the list's readers. */
export interface NoteWay {
  /** Null while nothing can be sealed. */
  readonly road: NoteRoad | null;
  /** The roster whose signer has to be accepted first; null where there is no such question. */
  readonly unfamiliar: TrustedRoster | null;
  readonly isAccepted: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
}

export function useNoteWay({ report }: Pick<ReportPage, "report">, roster: RosterState): NoteWay {
  const { vault, signer } = useMemberKey();
  const [isAccepted, setAccepted] = useState(false);
  const trusted = roster.step === "trusted" ? roster.trusted : null;
  const unfamiliar = trusted !== null && isUnfamiliar(trusted) ? trusted : null;
  const isReady = trusted !== null && (unfamiliar === null || isAccepted);
  const road = isReady ? { vault, signer, trusted, reportId: report.id, listName: report.listName } : null;
  return { road, unfamiliar, isAccepted, onAccept: setAccepted };
}
