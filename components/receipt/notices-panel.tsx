"use client";

import { useState } from "react";
import { NoticeLine } from "#components/notices/notice-line.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { UnlockedReceipt } from "#lib/pgp/client.ts";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { markNoticesRead } from "./receipt-road.ts";

export interface NoticesPanelProps {
  readonly receipt: UnlockedReceipt;
  readonly report: Pick<ReceiptResponse, "notices">;
  readonly onRead: () => void;
}

/** What the reporter was told of lately, the newest first. */
export function NoticesPanel({ receipt, report: { notices }, onRead }: NoticesPanelProps) {
  const [isPending, setPending] = useState(false);
  const [newest] = notices;
  if (newest === undefined) return null;

  async function markRead(until: Date) {
    setPending(true);
    await markNoticesRead(receipt, until);
    setPending(false);
    onRead();
  }

  const hasUnread = notices.some(({ isRead }) => !isRead);
  return (
    <Panel
      title="Notices"
      aside={
        hasUnread ? (
          <Button size="small" icon="check" pending={isPending} onClick={() => void markRead(newest.at)}>
            Mark as read
          </Button>
        ) : null
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {notices.map((notice) => (
          <li key={notice.id} className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
            <div>
              <NoticeLine notice={notice} />
              {notice.isRead ? null : (
                <span className="ml-2">
                  <Badge tone="note">Unread</Badge>
                </span>
              )}
            </div>
            <p className="text-sm text-muted">
              <Instant at={notice.at} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
