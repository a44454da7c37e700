import { later } from "#lib/base/instant.ts";
import type { ClauseId } from "#lib/policy/clause.ts";
import type { DutyId } from "#lib/policy/duty.ts";
import type { Party } from "./embargo-record.ts";

export type ObligationKind =
  | "ACKNOWLEDGE"
  | "SUPPLY_DATE"
  | "ANSWER_PROPOSAL"
  | "REPORT_PROGRESS"
  | "DISCLOSE"
  | "POST_ISSUE"
  | "ANNOUNCE_EXPLOIT"
  | "POST_EXPLOIT"
  | "TELL_LEAK"
  | "INVESTIGATE_LEAK"
  | "REPORT_LEAK";

/** `record`: something that Fortnight itself recorded, such as an acknowledgement or an answer, named by its code. */
export type EvidenceKind = "link" | "message-id" | "word" | "record";

/** What shows that a thing was done. In clear, so never more than an address, a Message-ID or a harmless sentence. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly text: string;
}

export interface Closing {
  readonly at: Date;
  readonly evidence: Evidence;
}

/** Something owed at an instant, whether given by now or not. */
export interface Obligation {
  /** Unique within its report: `ACKNOWLEDGE`, `POST_ISSUE/1`, `ANSWER_PROPOSAL/1/3`, `TELL_LEAK/<leak>`. */
  readonly key: string;
  readonly kind: ObligationKind;
  readonly issueNumber: number | null;
  /** Who of the two owes it first. */
  readonly owner: Party;
  /** The duty whose primary and backup look after it. */
  readonly duty: DutyId;
  readonly clause: ClauseId;
  readonly openedAt: Date;
  /** Never before it was opened. */
  readonly dueAt: Date;
  readonly closing: Closing | null;
}

interface KindRule {
  readonly owner: Party;
  readonly duty: DutyId;
  readonly clause: ClauseId;
  readonly evidence: readonly EvidenceKind[];
}

const anything: readonly EvidenceKind[] = ["link", "message-id", "word", "record"];
const said: readonly EvidenceKind[] = ["link", "message-id", "word"];
/** A posting is public, so it can be shown; nobody's word stands for it. */
const shown: readonly EvidenceKind[] = ["link", "message-id"];

const rules: Readonly<Record<ObligationKind, KindRule>> = {
  ACKNOWLEDGE: { owner: "list", duty: "A1", clause: "R8", evidence: anything },
  SUPPLY_DATE: { owner: "reporter", duty: "A1", clause: "R7", evidence: anything },
  ANSWER_PROPOSAL: { owner: "list", duty: "A2", clause: "A2", evidence: ["record"] },
  REPORT_PROGRESS: { owner: "list", duty: "A9", clause: "A9", evidence: anything },
  DISCLOSE: { owner: "reporter", duty: "A9", clause: "A9", evidence: anything },
  POST_ISSUE: { owner: "reporter", duty: "A11", clause: "R13", evidence: shown },
  ANNOUNCE_EXPLOIT: { owner: "reporter", duty: "A12", clause: "R14", evidence: shown },
  POST_EXPLOIT: { owner: "reporter", duty: "A12", clause: "R14", evidence: shown },
  TELL_LEAK: { owner: "list", duty: "A10", clause: "M4", evidence: said },
  INVESTIGATE_LEAK: { owner: "list", duty: "A10", clause: "M4", evidence: said },
  REPORT_LEAK: { owner: "list", duty: "A10", clause: "M4", evidence: said },
};

export const obligationKinds = Object.keys(rules) as readonly ObligationKind[];

/** Whether such evidence can close an obligation of this kind. */
export function acceptsEvidence(kind: ObligationKind, evidence: EvidenceKind): boolean {
  return rules[kind].evidence.includes(evidence);
}

/** What one obligation has of its own, beside what its kind says. */
interface Owed {
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly closing: Closing | null;
  readonly issueNumber?: number;
  /** What tells it from others of its kind and issue. */
  readonly part?: string | number;
  readonly owner?: Party;
  readonly duty?: DutyId;
  readonly clause?: ClauseId;
}

/** An obligation as its kind has it. Nothing is due before it is owed. */
export function owed(kind: ObligationKind, { issueNumber, part, dueAt, ...own }: Owed): Obligation {
  const { owner, duty, clause } = rules[kind];
  const key = [kind, issueNumber, part].filter((piece) => piece !== undefined).join("/");
  return {
    key,
    kind,
    issueNumber: issueNumber ?? null,
    owner,
    duty,
    clause,
    dueAt: later(dueAt, own.openedAt),
    ...own,
  };
}

/** That Fortnight itself recorded what was owed; `code` names the record. */
export function recordOf(at: Date, code: string): Closing {
  return { at, evidence: { kind: "record", text: code } };
}

/** The earliest of several closings, or null where there is none: what is done is done. */
export function firstClosing(closings: readonly (Closing | null)[]): Closing | null {
  return closings
    .filter((closing) => closing !== null)
    .reduce<Closing | null>((first, closing) => (first === null || closing.at < first.at ? closing : first), null);
}
