import { z } from "zod";
import { eventKinds } from "./event-kind.ts";
import { noticeIdSchema, obligationIdSchema, reportIdSchema } from "./id.ts";
import { obligationKindSchema } from "./obligation.ts";
import { instant } from "./wire.ts";

/** Of what somebody was told: news of a report, or a reminder of what is owed for it. */
export const noticeSchema = z.object({
  id: noticeIdSchema,
  at: instant,
  handle: z.string(),
  /** Null where the reader holds no key packet of the report. */
  reportId: reportIdSchema.nullable(),
  /** What happened; null for a reminder. */
  news: z.enum(eventKinds).nullable(),
  /** What is owed; null for news. */
  reminder: z.object({ kind: obligationKindSchema, step: z.string(), dueAt: instant }).nullable(),
  isRead: z.boolean(),
});

export type ShownNotice = z.output<typeof noticeSchema>;

/** A cursor: where the page before ended. */
const noticeCursorSchema = z.object({ at: instant, id: noticeIdSchema });

/** `/notices` */
export const noticesResponseSchema = z.object({
  notices: z.array(noticeSchema),
  isFirst: z.boolean(),
  next: noticeCursorSchema.nullable(),
});

export type NoticesResponse = z.output<typeof noticesResponseSchema>;
export type NoticesWire = z.input<typeof noticesResponseSchema>;

const sentReminderSchema = noticeSchema.extend({
  /** `Ada Lovelace (Debian)`; null for the reporter. */
  recipient: z.string().nullable(),
});

export type SentReminder = z.output<typeof sentReminderSchema>;

const reminderAheadSchema = z.object({
  id: obligationIdSchema,
  at: instant,
  handle: z.string(),
  reportId: reportIdSchema.nullable(),
  kind: obligationKindSchema,
  step: z.string(),
  to: z.enum(["owner", "primary", "backup", "coordinators"]),
  owner: z.enum(["reporter", "list"]),
  duty: z.string(),
  dueAt: instant,
});

export type ReminderAhead = z.output<typeof reminderAheadSchema>;

/** `/notices/reminders` */
export const remindersResponseSchema = z.object({
  sent: z.array(sentReminderSchema),
  nextSent: noticeCursorSchema.nullable(),
  ahead: z.array(reminderAheadSchema),
  nextAhead: z.object({ at: instant, id: obligationIdSchema }).nullable(),
  isFirst: z.boolean(),
  now: instant,
});

export type RemindersResponse = z.output<typeof remindersResponseSchema>;
export type RemindersWire = z.input<typeof remindersResponseSchema>;

/** `2026-12-01T10:00:00.000Z_ID` in an address, as a cursor; null for anything else, or nothing. */
export function cursorOfText<Id extends string>(
  text: unknown,
  idSchema: z.ZodType<Id>,
): { readonly at: Date; readonly id: Id } | null {
  const [atText, idText] = typeof text === "string" ? text.split("_") : [];
  const at = instant.safeParse(atText);
  const id = idSchema.safeParse(idText);
  return at.success && id.success ? { at: at.data, id: id.data } : null;
}

export function textOfCursor({ at, id }: { readonly at: Date; readonly id: string }): string {
  return `${at.toISOString()}_${id}`;
}

/** Up to when notices were shown, and so read: a form's, and `POST /api/v1/receipt/notices`. */
export const readUntilSchema = z.object({ until: instant });
