"use client";

import { useMemo } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import type { ShownNote } from "#components/note/note-view.tsx";
import type { Opening } from "#components/thread/open-envelope.ts";
import { useOpenedThread } from "#components/thread/use-opened-thread.ts";
import { useCompletion } from "./use-completion.ts";

/** The notes that stand beside statuses and duties, by the id of their envelope, opened as far as they can be here. */
export function useNotes(
  { envelopes, statuses, dutyWorks }: Pick<ReportPage, "envelopes" | "statuses" | "dutyWorks">,
  opening: Opening | null,
): ReadonlyMap<string, ShownNote> {
  const { keysAtHand } = useMemberKey();
  const named = useMemo(() => {
    const ids = new Set<string | null>([...statuses, ...dutyWorks].map(({ envelopeId }) => envelopeId));
    return envelopes.filter(({ id, kind }) => kind === "status" && ids.has(id));
  }, [envelopes, statuses, dutyWorks]);
  const contents = useCompletion(named, useOpenedThread(named, opening, keysAtHand), opening);
  return new Map(named.map((envelope) => [envelope.id, { envelope, contents: contents.get(envelope.id) }]));
}
