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
import { useIssueCards, type IssueCard } from "#components/thread/use-issue-cards.ts";
import { useReadMark } from "./use-read-mark.ts";

export interface ReportThread {
  /** What people read, oldest first; cards aside. */
  readonly thread: readonly ThreadEnvelope[];
  readonly contents: ReadonlyMap<string, EnvelopeContents>;
  /** Of the first issue that is not merged, by which the report is called; null where it has none. */
  readonly card: RowCard | null;
  /** The newest card of each issue. */
  readonly cards: ReadonlyMap<number, IssueCard>;
  /** Null until the roster has been looked at. */
  readonly opening: Opening | null;
  /** What the report is called inside its envelope; null while that is sealed. */
  readonly title: string | null;
}

/** Everything of a report that can be opened here, and what its first readers owe the others. */
export function useReportThread(page: ReportPage, roster: RosterState): ReportThread {
  const { vault, keysAtHand } = useMemberKey();
  const { envelopes, now } = page;
  const [bodies] = useState(envelopeBodies);
  const trusted = roster.step === "trusted" ? roster.trusted : null;
  const signers = useThreadSigners(page, roster);

  const opening = useMemo<Opening | null>(
    () => (signers === null ? null : { vault, fetchPart: bodies.fetchPart, signers, at: now }),
    [signers, vault, bodies, now],
  );

  const thread = useMemo(() => envelopes.filter(isInThread), [envelopes]);
  const opened = useOpenedThread(thread, opening, keysAtHand);
  const contents = useCompletion(thread, opened, opening);
  const cards = useIssueCards(envelopes, opening, keysAtHand);
  const first = page.issues.find(({ mergedAt }) => mergedAt === null);
  const card = cards.get(first?.number ?? 1)?.card ?? null;
  useFirstCard(page, contents, trusted);
  useReadMark(page, thread, contents);

  return { thread, contents, card, cards, opening, title: titleOf(card, thread, contents) };
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
