"use client";

import { useEffect, useRef } from "react";
import { readRequestSchema } from "#lib/schema/member-requests.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { jsonBody, requestDone } from "#components/request/request.ts";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";
import { isShown } from "./shown-contents.ts";

/** Notes what was read, once every envelope of a thread that its reader can open has been shown: sealed ones have not. */
export function useReadMark(
  reportId: string,
  thread: readonly ThreadEnvelope[],
  contents: ReadonlyMap<string, EnvelopeContents>,
  readUntil: Date | null,
): void {
  const newestAt = thread.at(-1)?.sentAt ?? null;
  const areAllShown = thread.every(({ id, keyPackets }) => keyPackets.length === 0 || isShown(contents.get(id)));
  const marked = useRef(readUntil);

  useEffect(() => {
    if (newestAt === null || !areAllShown) return;
    if (marked.current !== null && marked.current >= newestAt) return;
    marked.current = newestAt;
    const request = readRequestSchema.encode({ readUntil: newestAt });
    void requestDone(`/api/v1/reports/${reportId}/read`, jsonBody("POST", request));
  }, [reportId, newestAt, areAllShown]);
}
