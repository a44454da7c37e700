"use client";

import { useMemo, useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import type { RosterState } from "#components/list/use-trusted-roster.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import type { RowCard } from "#components/reports/report-row.ts";
import { isInThread } from "#components/thread/envelope-words.ts";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";
import type { Opening } from "#components/thread/open-envelope.ts";
import { useOpenedThread } from "#components/thread/use-opened-thread.ts";
import { useThreadSigners } from "#components/thread/use-thread-signers.ts";
import { cardOfEntity } from "./card-of-entity.ts";
import { envelopeBodies } from "./envelope-bodies.ts";
import { useCompletion } from "./use-completion.ts";
import { useFirstCard } from "./use-first-card.ts";
import { useReadMark } from "./use-read-mark.ts";
import { useReportCard } from "./use-report-card.ts";

export interface ReportThread {
  /** What people read, oldest first; cards aside. */
  readonly thread: readonly ThreadEnvelope[];
  readonly contents: ReadonlyMap<string, EnvelopeContents>;
  /** Null where the report has none. */
  readonly card: RowCard | null;
  /** Null until the roster has been looked at. */
  readonly opening: Opening | null;
  /** What the report is called inside its envelope; null while that is sealed. */
  readonly title: string | null;
}

/** Everything of a report that can be opened here, and what its first readers owe the others. */
export function useReportThread(page: ReportPage, roster: RosterState): ReportThread {
  const { vault, keysAtHand } = useMemberKey();
  const { envelopes, now, report, readUntil } = page;
  const [bodies] = useState(envelopeBodies);
  const trusted = roster.step === "trusted" ? roster.trusted : null;
  const signers = useThreadSigners(page, roster);

  const opening = useMemo<Opening | null>(
    () => (signers === null ? null : { vault, fetchPart: bodies.fetchPart, signers, at: now }),
    [signers, vault, bodies, now],
  );

  const thread = useMemo(() => envelopes.filter(isInThread), [envelopes]);
  const newestCard = useMemo(() => envelopes.findLast(({ kind }) => kind === "card") ?? null, [envelopes]);
  const opened = useOpenedThread(thread, opening, keysAtHand);
  const contents = useCompletion(thread, opened, opening);
  const card = useReportCard(newestCard, opening, keysAtHand);
  useFirstCard(page, contents, trusted);
  useReadMark(report.id, thread, contents, readUntil);

  return { thread, contents, card, opening, title: titleOf(card, thread, contents) };
}

function titleOf(
  card: RowCard | null,
  thread: readonly ThreadEnvelope[],
  contents: ReadonlyMap<string, EnvelopeContents>,
): string | null {
  if (card?.state === "opened") return card.card.title;
  const report = thread.find(({ kind }) => kind === "report");
  const opened = report === undefined ? undefined : contents.get(report.id);
  return opened?.state === "opened" ? cardOfEntity(opened.entity).title : null;
}
