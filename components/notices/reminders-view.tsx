"use client";

import Link from "next/link";
import { useMemo, type ReactNode } from "react";
import { owedWords } from "#components/reports/owed-words.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import {
  remindersResponseSchema,
  textOfCursor,
  type ReminderAhead,
  type RemindersWire,
} from "#lib/schema/notices-response.ts";
import { HandleLink } from "./notice-line.tsx";
import { noticeWords, recipientText, reminderStepText } from "./notice-words.ts";
import { sentGroups, type SentGroup } from "./sent-groups.ts";

/** What was reminded of, and what will be: for coordinators, in neutral facts. */
export function RemindersView({ wire }: { readonly wire: RemindersWire }) {
  const page = useMemo(() => remindersResponseSchema.parse(wire), [wire]);
  const { sent, nextSent, ahead, nextAhead, isFirst, now } = page;
  return (
    <>
      <PageHeader
        as={Link}
        back={isFirst ? { href: "/notices", label: "Notices" } : { href: "/notices/reminders", label: "All reminders" }}
        title="Reminders"
        lead="What will be sent, unless it is done before, and what was. Each goes out at most once."
      />
      <div className="grid items-start gap-x-10 gap-y-12 lg:grid-cols-2">
        <Part
          title="To be sent"
          nothing="Nothing is left to be reminded of"
          nextHref={nextAhead === null ? null : `/notices/reminders?after=${textOfCursor(nextAhead)}`}
        >
          {ahead.map((each) => (
            <AheadRow key={`${each.id} ${each.step}`} reminder={each} now={now} />
          ))}
        </Part>
        <Part
          title="Sent"
          nothing="No reminder was sent yet"
          nextHref={nextSent === null ? null : `/notices/reminders?before=${textOfCursor(nextSent)}`}
        >
          {sentGroups(sent).map((group) => (
            <SentRow key={group.reminder.id} group={group} />
          ))}
        </Part>
      </div>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly nothing: string;
  readonly nextHref: string | null;
  readonly children: readonly ReactNode[];
}

function Part({ title, nothing, nextHref, children }: PartProps) {
  return (
    <section aria-label={title}>
      <h2 className="mb-3 text-2xl">{title}</h2>
      {children.length === 0 ? (
        <EmptyState title={nothing} />
      ) : (
        <ol className="divide-y divide-line border-y border-line">{children}</ol>
      )}
      {nextHref === null ? null : (
        <div className="mt-4">
          <LinkButton as={Link} href={nextHref} size="small" rel="next" icon="forward">
            The next ones
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function AheadRow({ reminder, now }: { readonly reminder: ReminderAhead; readonly now: Date }) {
  const { at, step } = reminder;
  return (
    <li className="py-3">
      <p>
        <span className="font-medium">{owedWords(reminder).what}</span>, <HandleLink {...reminder} />
      </p>
      <p className="text-sm">
        To {recipientText(reminder)}, {reminderStepText(step)}
      </p>
      <p className="text-sm text-muted">
        <Countdown to={at} now={now} />: <Instant at={at} />
      </p>
    </li>
  );
}

function SentRow({ group: { reminder, recipients } }: { readonly group: SentGroup }) {
  const { what, step } = noticeWords(reminder);
  return (
    <li className="py-3">
      <p>
        <span className="font-medium">{what}</span>, <HandleLink {...reminder} />
      </p>
      <p className="text-sm">
        To {recipients.join(", ")}: {step}
      </p>
      <p className="text-sm text-muted">
        <Instant at={reminder.at} />
      </p>
    </li>
  );
}
