import type { OutgoingAttachment } from "#lib/mime/entity.ts";
import type { Card } from "#lib/mime/card.ts";
import { unobjectionableAnswers } from "#lib/policy/unobjectionable-answers.ts";
import type { ClearFacts } from "#lib/schema/clear-facts.ts";

/** A message of the thread, by the reporter or by the member with this file name. */
export interface DemoMessage {
  readonly by: string;
  /** After the report. */
  readonly hours: number;
  readonly text: string;
}

/** An invented report in invented software, and what came of it. Every text but the answers is sealed. */
export interface DemoReport {
  readonly listName: string;
  readonly ageHours: number;
  /** From receipt to the proposed disclosure, which is then moved on to a full hour. */
  readonly embargoHours: number;
  readonly answers: Partial<ClearFacts>;
  readonly card: Card;
  readonly text: string;
  readonly credit: string;
  readonly attachments: readonly OutgoingAttachment[];
  readonly exploit: DemoExploit | null;
  readonly acknowledgement: { readonly by: string; readonly hours: number } | null;
  readonly thread: readonly DemoMessage[];
}

export interface DemoExploit {
  readonly text: string;
  readonly attachments: readonly OutgoingAttachment[];
  /** From the disclosure to the exploit's publication (R14). */
  readonly delayHours: number;
}

export const usualAnswers: ClearFacts = {
  ...unobjectionableAnswers,
  list: null,
  proposedDisclosureAt: null,
  exploitPublicationAt: null,
  cveWish: "wants",
};
