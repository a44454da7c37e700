import type { MemberId } from "#lib/base/id.ts";

/** On whose side somebody speaks of a date: the one who found the issue, or those who were told of it. */
export type Party = "reporter" | "list";

/** Who takes a step. A reporter has no account, and so no id. */
export type Speaker =
  { readonly party: "reporter"; readonly memberId: null } | { readonly party: "list"; readonly memberId: MemberId };

/** Why another date is proposed. A closed list, since it is kept in clear; what is secret goes into a message. */
export type ProposalReason =
  | "date-of-report"
  | "fix-needs-time"
  | "fix-is-ready"
  | "others-need-time"
  | "risk-of-leak"
  | "better-hour"
  | "policy-limit"
  | "carried-over"
  | "other";

/** Why an embargo is over. */
export type EndCause =
  "public" | "exploit-public" | "attacks-seen" | "withdrawn" | "published" | "merged" | "date-reached";

/** What may take a step beside people: the list's standing policy accepts a date that is within it (R11). */
export type StandingPolicy = "policy";

/** One step in the negotiation of an issue's embargo, as it is kept for ever. Proposals are numbered from 1. */
export type EmbargoRecord =
  | {
      readonly step: "propose";
      readonly at: Date;
      readonly by: Speaker;
      readonly proposal: number;
      readonly disclosureAt: Date;
      readonly reason: ProposalReason;
      /** Until when an answer is asked for. Silence past it is silence, never a yes. */
      readonly answerUntil: Date | null;
    }
  | {
      readonly step: "accept" | "reject";
      readonly at: Date;
      readonly by: Speaker | StandingPolicy;
      readonly proposal: number;
    }
  | {
      readonly step: "terminate";
      readonly at: Date;
      readonly by: Speaker | StandingPolicy;
      readonly cause: EndCause;
      /** A link, a Message-ID or a sentence, in clear; null where the cause speaks for itself. */
      readonly evidence: string | null;
    };
