import type { ObligationId, OrganisationId, ReportId } from "#lib/base/id.ts";
import type { Obligation } from "#lib/embargo/obligation.ts";
import type { OrganisationStatusName } from "#lib/embargo/organisation-status.ts";
import type { DutyId, DutyOutcome, DutyRole } from "#lib/policy/duty.ts";

/** One of the two who stand for a duty. */
export interface DutyPlace {
  readonly duty: DutyId;
  readonly role: DutyRole;
}

/** An organisation that holds a duty, or volunteers for it. */
export interface DutyOrganisation extends DutyPlace {
  readonly organisationId: OrganisationId;
  readonly organisation: string;
}

export interface OrganisationPerson {
  readonly id: string;
  readonly name: string;
  readonly isCoordinator: boolean;
  readonly listNames: readonly string[];
}

/** Something owed now that an organisation has to give, or to see to. */
export interface OrganisationDebt extends Pick<
  Obligation,
  "kind" | "issueNumber" | "owner" | "duty" | "clause" | "dueAt"
> {
  readonly id: ObligationId;
  readonly handle: string;
  /** As what the organisation has it: as the one who holds the duty, or as the backup to whom it went on. */
  readonly role: DutyRole;
  /** Null where the viewer may not read the report. */
  readonly reportId: ReportId | null;
}

/** An issue under embargo about which an organisation has said nothing. */
export interface UnansweredIssue {
  readonly reportId: ReportId;
  readonly handle: string;
  readonly issueNumber: number;
  readonly receivedAt: Date;
  /** When somebody of the organisation first opened it; null where nobody has. */
  readonly openedAt: Date | null;
}

/** One thing that an organisation did. */
export type Contribution = { readonly at: Date; readonly reportId: ReportId; readonly handle: string } & (
  | { readonly kind: "acknowledged" }
  | { readonly kind: "duty"; readonly duty: DutyId; readonly outcome: DutyOutcome }
  | { readonly kind: "status"; readonly issueNumber: number; readonly status: OrganisationStatusName }
);

/** An organisation as its page shows it, as far as the viewer may see its reports. */
export interface OrganisationPage {
  readonly id: OrganisationId;
  readonly name: string;
  readonly people: readonly OrganisationPerson[];
  readonly duties: readonly (DutyPlace & { readonly since: Date })[];
  readonly offers: readonly (DutyPlace & { readonly at: Date })[];
  /** The earliest due first. */
  readonly debts: readonly OrganisationDebt[];
  /** The oldest first. */
  readonly unanswered: readonly UnansweredIssue[];
  /** Since this instant, the newest first. */
  readonly since: Date;
  readonly contributions: readonly Contribution[];
}
