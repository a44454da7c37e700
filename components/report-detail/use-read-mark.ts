"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { readRequestSchema } from "#lib/schema/member-requests.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { jsonBody, requestDone } from "#components/request/request.ts";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";
import { isShown } from "./shown-contents.ts";

/**
 * Notes what was read, once every envelope of a thread that its reader can open has been shown: sealed ones have not.
 * With that the reader's organisation has opened the report, which the page then shows.
 */
export function useReadMark(
  page: Pick<ReportPage, "report" | "issues" | "statuses" | "readUntil" | "viewerOrganisationId">,
  thread: readonly ThreadEnvelope[],
  contents: ReadonlyMap<string, EnvelopeContents>,
): void {
  const router = useRouter();
  const newestAt = thread.at(-1)?.sentAt ?? null;
  const areAllShown = thread.every(({ id, keyPackets }) => keyPackets.length === 0 || isShown(contents.get(id)));
  const { id: reportId } = page.report;
  const unopened = unopenedIssues(page);
  const marked = useRef({ readUntil: page.readUntil, unopened: "" });

  useEffect(() => {
    if (newestAt === null || !areAllShown) return;
    const { readUntil, unopened: markedIssues } = marked.current;
    const isOpeningNew = unopened !== "" && unopened !== markedIssues;
    if (readUntil !== null && readUntil >= newestAt && !isOpeningNew) return;
    marked.current = { readUntil: newestAt, unopened };
    const request = readRequestSchema.encode({ readUntil: newestAt });
    void requestDone(`/api/v1/reports/${reportId}/read`, jsonBody("POST", request)).then((done) => {
      if (done.ok && isOpeningNew) router.refresh();
    });
  }, [reportId, newestAt, areAllShown, unopened, router]);
}

/** The issues that the viewer's organisation has not even opened, as one text that is the same while they are. */
function unopenedIssues({
  issues,
  statuses,
  viewerOrganisationId,
}: Pick<ReportPage, "issues" | "statuses" | "viewerOrganisationId">): string {
  return issues
    .filter(({ number, mergedAt }) => {
      const isKnown = statuses.some(
        (each) => each.issueNumber === number && each.organisationId === viewerOrganisationId,
      );
      return mergedAt === null && !isKnown;
    })
    .map(({ number }) => String(number))
    .join();
}
