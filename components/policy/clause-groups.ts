import { clausesOfGroup, listReporterClauses, type Clause } from "#lib/policy/clause.ts";

export interface ClauseGroupText {
  /** Anchor of the group on the policy page. */
  readonly anchor: string;
  readonly title: string;
  readonly lead: string;
  readonly clauses: readonly (Clause & { readonly reason?: string })[];
}

/** The policy as it is read on its page: reporters first, because they come without knowing it. */
export const clauseGroups: readonly ClauseGroupText[] = [
  {
    anchor: "reporters",
    title: "If you report",
    lead: "What the lists ask of a report and of you, each with its reason. The form checks most of it while you write.",
    clauses: listReporterClauses(),
  },
  {
    anchor: "lists",
    title: "The lists and their readers",
    lead: "Who receives a report, and in what form.",
    clauses: clausesOfGroup("list"),
  },
  {
    anchor: "members",
    title: "If you read",
    lead: "What every member accepts for themselves and for the team behind them.",
    clauses: clausesOfGroup("member"),
  },
  {
    anchor: "duties",
    title: "Giving back",
    lead: "Work that member organisations take on, each with a primary and a backup: technical (T), administrative (A), and what anyone may do (C).",
    clauses: clausesOfGroup("duty"),
  },
  {
    anchor: "membership",
    title: "Joining",
    lead: "What an organisation must meet to become a member, and to stay one.",
    clauses: clausesOfGroup("membership"),
  },
];
