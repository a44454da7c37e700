"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { isUnfamiliar } from "#components/list/unfamiliar-coordinator.tsx";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";
import { cardOfEntity } from "./card-of-entity.ts";
import { addCard } from "./first-card.ts";

/**
 * Gives a report without a card one, as soon as it is open here. Only while the roster is the one that the report was
 * sealed to: its title is for its readers, and for nobody who joined since.
 */
export function useFirstCard(
  page: Pick<ReportPage, "report" | "envelopes" | "reporterCertificates" | "moved">,
  contents: ReadonlyMap<string, EnvelopeContents>,
  trusted: TrustedRoster | null,
): void {
  const { report, envelopes, reporterCertificates, moved } = page;
  const { vault, signer } = useMemberKey();
  const router = useRouter();
  const isTried = useRef(false);

  useEffect(() => {
    const sealed = envelopes.find(({ kind }) => kind === "report");
    const opened = sealed === undefined ? undefined : contents.get(sealed.id);
    if (sealed === undefined || opened?.state !== "opened" || trusted === null || isTried.current) return;
    if (envelopes.some(({ kind, issueNumber }) => kind === "card" && issueNumber === 1)) return;
    if (isUnfamiliar(trusted) || moved !== null || sealed.rosterVersion !== trusted.roster.version) return;

    isTried.current = true;
    const certificates = reporterCertificates.map(({ bytes }) => bytes);
    const sealing = { vault, trusted, reporterCertificates: certificates, signer };
    void addCard(report.id, cardOfEntity(opened.entity), sealing).then((added) => {
      if (added.ok) router.refresh();
    });
  }, [report, envelopes, reporterCertificates, moved, contents, trusted, vault, signer, router]);
}
