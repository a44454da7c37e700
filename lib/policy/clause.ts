import type { ClauseText, ReporterClauseText } from "./clause-text.ts";
import { dutyClauses } from "./duty-clauses.ts";
import { listClauses } from "./list-clauses.ts";
import { memberClauses } from "./member-clauses.ts";
import { membershipClauses } from "./membership-clauses.ts";
import { reporterClauses } from "./reporter-clauses.ts";

const texts = { ...listClauses, ...reporterClauses, ...memberClauses, ...dutyClauses, ...membershipClauses };

export type ClauseId = keyof typeof texts;
export type ReporterClauseId = keyof typeof reporterClauses;

/** A numbered sentence of the policy. */
export interface Clause extends ClauseText {
  readonly id: ClauseId;
}

export interface ReporterClause extends ReporterClauseText {
  readonly id: ReporterClauseId;
}

export type ClauseGroup = "list" | "reporter" | "member" | "duty" | "membership";

const groups: Readonly<Record<ClauseGroup, Readonly<Record<string, ClauseText>>>> = {
  list: listClauses,
  reporter: reporterClauses,
  member: memberClauses,
  duty: dutyClauses,
  membership: membershipClauses,
};

/** Every clause id, in the order of the policy. */
export const clauseIds = Object.keys(texts) as readonly ClauseId[];

export function clauseOf(id: ClauseId): Clause {
  return { id, ...texts[id] };
}

/** The clauses of one part of the policy, in its order. */
export function clausesOfGroup(group: ClauseGroup): readonly Clause[] {
  return clauseIds.filter((id) => Object.hasOwn(groups[group], id)).map(clauseOf);
}

/** R1 to R15 with their reasons, in the order of the policy. */
export function listReporterClauses(): readonly ReporterClause[] {
  return (Object.keys(reporterClauses) as readonly ReporterClauseId[]).map((id) => ({ id, ...reporterClauses[id] }));
}

/** Where a clause stands on this site. */
export function clauseHref(id: ClauseId): `/policy#${ClauseId}` {
  return `/policy#${id}`;
}

export function isClauseId(text: string): text is ClauseId {
  return Object.hasOwn(texts, text);
}
