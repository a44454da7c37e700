"use client";

import Link from "next/link";
import { useActionState, useMemo } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import {
  noticesResponseSchema,
  textOfCursor,
  type NoticesWire,
  type ShownNotice,
} from "#lib/schema/notices-response.ts";
import { HandleLink, NoticeLine } from "./notice-line.tsx";

export interface NoticesViewProps {
  readonly wire: NoticesWire;
  readonly isCoordinator: boolean;
  /** Marks all as read up to the instant in the form's `until`. */
  readonly markRead: (previous: null, form: FormData) => Promise<null>;
}

/** What the portal has told somebody, newest first. */
export function NoticesView({ wire, isCoordinator, markRead }: NoticesViewProps) {
  const { notices, isFirst, next } = useMemo(() => noticesResponseSchema.parse(wire), [wire]);
  const [newest] = notices;
  // With an address of its own: a form without one is served with an empty `action`, which is no valid HTML.
  const [, send] = useActionState(markRead, null, "/notices");
  const hasUnread = notices.some(({ isRead }) => !isRead);

  return (
    <>
      <PageHeader
        title="Notices"
        lead="What has changed in the reports that concern you, and what you were reminded of."
        actions={
          <>
            {isCoordinator ? (
              <LinkButton as={Link} href="/notices/reminders" icon="clock">
                All reminders
              </LinkButton>
            ) : null}
            {newest !== undefined && hasUnread ? (
              <form action={send}>
                <input type="hidden" name="until" value={newest.at.toISOString()} />
                <Button type="submit" icon="check" variant="primary">
                  Mark as read
                </Button>
              </form>
            ) : null}
          </>
        }
      />
      {notices.length === 0 ? (
        <EmptyState title="Nothing yet">
          <p>What happens to the reports that are sealed to you is told here, and what is owed for them.</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      {isFirst && next === null ? null : (
        <Pagination
          as={Link}
          label="notices"
          previousHref={isFirst ? null : "/notices"}
          nextHref={next === null ? null : `/notices?before=${textOfCursor(next)}`}
        />
      )}
    </>
  );
}

function NoticeRow({ notice }: { readonly notice: ShownNotice }) {
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <p>
          <NoticeLine notice={notice} />
        </p>
        <p className="text-sm">
          <HandleLink {...notice} />
          {notice.isRead ? null : (
            <span className="ml-2">
              <Badge tone="note">Unread</Badge>
            </span>
          )}
        </p>
      </div>
      <div className="text-sm text-muted sm:text-right">
        <Instant at={notice.at} stacked />
      </div>
    </li>
  );
}
