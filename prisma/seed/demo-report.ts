import type { ObligationId } from "#lib/base/id.ts";
import type { OutgoingAttachment } from "#lib/mime/entity.ts";
import type { Card } from "#lib/mime/card.ts";
import { unobjectionableAnswers } from "#lib/policy/unobjectionable-answers.ts";
import type { ClearFacts } from "#lib/schema/clear-facts.ts";
import type { Step } from "#lib/schema/step.ts";

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
  /** Taken without an agreed date, since what it proposes is beyond the maximum (A2). */
  readonly isProvisional?: boolean;
  readonly answers: Partial<ClearFacts>;
  readonly card: Card;
  readonly text: string;
  readonly credit: string;
  readonly attachments: readonly OutgoingAttachment[];
  readonly exploit: DemoExploit | null;
  readonly acknowledgement: { readonly by: string; readonly hours: number } | null;
  readonly thread: readonly DemoMessage[];
  /** What was done about it beside writing, in order of time. */
  readonly steps?: readonly DemoStep[];
  /** Cards of issues that were split out, each by the member with this file name. */
  readonly cards?: readonly {
    readonly by: string;
    readonly hours: number;
    readonly issue: number;
    readonly card: Card;
  }[];
}

/** A step as it is taken, save for the number of changes that whoever takes it has seen. */
export type DemoStepTaken = Step extends infer Each
  ? Each extends { readonly revision: number }
    ? Omit<Each, "revision">
    : Each
  : never;

/** The instants, and the debts, of a report on which its steps rest. */
export interface DemoClock {
  /** So many hours after the report came. */
  readonly after: (hours: number) => Date;
  /** As it was proposed. */
  readonly disclosureAt: Date;
  /** The id of what is owed under a key such as `TELL_LEAK/1`. */
  readonly owed: (key: string) => ObligationId;
}

/** A step by the reporter or by the member with this file name. */
export interface DemoStep {
  readonly by: string;
  /** After the report. */
  readonly hours: number;
  readonly take: (clock: DemoClock) => DemoStepTaken;
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
