import Link from "next/link";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { ShownNotice } from "#lib/schema/notices-response.ts";
import { noticeWords } from "./notice-words.ts";

/** A report by its handle; a link where the reader may open it. */
export function HandleLink({ handle, reportId }: Pick<ShownNotice, "handle" | "reportId">) {
  return reportId === null ? (
    <span className="font-mono">{handle}</span>
  ) : (
    <Link href={`/reports/${reportId}`} className="link font-mono">
      {handle}
    </Link>
  );
}

/** What somebody was told, and for reminders when it is due. */
export function NoticeLine({ notice }: { readonly notice: Pick<ShownNotice, "news" | "reminder"> }) {
  const { what, step } = noticeWords(notice);
  const { reminder } = notice;
  if (reminder === null || step === null) return <span className="font-medium">{what}</span>;
  return (
    <>
      <span className="font-medium">
        <Icon name="clock" className="mr-1 size-4 align-[-0.2em] text-muted" />
        Reminder: {what}
      </span>
      <span className="block text-sm text-muted">
        {step}; due <Instant at={reminder.dueAt} />
      </span>
    </>
  );
}
