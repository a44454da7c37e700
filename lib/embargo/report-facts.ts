import type { Policy } from "#lib/policy/policy.ts";
import type { CaseFact } from "./case-state.ts";
import type { EmbargoRecord } from "./embargo-record.ts";
import type { Closing } from "./obligation.ts";

/** Everything about a report from which follows what is owed for it, as far as it has happened. */
export interface ReportFacts {
  /** The policy under which it arrived; its issues keep their own. */
  readonly policy: Policy;
  readonly receivedAt: Date;
  readonly acknowledgedAt: Date | null;
  /** When anybody last wrote or recorded something. */
  readonly lastActivityAt: Date;
  readonly issues: readonly IssueFacts[];
  readonly leaks: readonly LeakFacts[];
  /** What people have closed and nobody has reopened. */
  readonly closings: readonly KeyedClosing[];
}

export interface IssueFacts {
  readonly number: number;
  readonly policy: Policy;
  /** The receipt of its report, or when it was split out. */
  readonly openedAt: Date;
  /** In the order in which they were made. */
  readonly records: readonly EmbargoRecord[];
  readonly caseRecords: readonly CaseRecord[];
  readonly postings: readonly PostingFacts[];
  readonly exploit: SharedExploit | null;
  readonly withdrawnAt: Date | null;
  /** When it became part of another issue, which then owes what is owed. */
  readonly mergedAt: Date | null;
}

export interface CaseRecord {
  readonly fact: CaseFact;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** A public posting about an issue, whoever made it. */
export interface PostingFacts {
  readonly kind: "mandatory" | "exploit";
  readonly postedAt: Date;
  /** Its address, or its Message-ID. */
  readonly reference: string;
  /** Whether it stands alone: enough for people outside the list to fix the issue (R13, C3). */
  readonly carriesDetails: boolean;
  readonly includesExploit: boolean;
  readonly announcesExploitAt: Date | null;
}

/** An exploit that was shared with the list. */
export interface SharedExploit {
  readonly sharedAt: Date;
  readonly by: "reporter" | "other";
  /** When it is to be public, as the report says. */
  readonly publicationAt: Date | null;
}

export interface LeakFacts {
  readonly id: string;
  readonly noticedAt: Date;
}

export interface KeyedClosing extends Closing {
  readonly key: string;
}
