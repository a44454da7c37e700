import { answers, everybody, type Answers } from "./who-may-table.ts";

/** One server action to ask of the site. */
export interface ActionQuestion {
  /** As it is exported, and the page that it belongs to, as in the build's own list. */
  readonly name: string;
  readonly route: string;
  /** The form's fields. `MEMBER`, `ORGANISATION` and `LIST` stand for the id of one that exists, or of none. */
  readonly fields: Readonly<Record<string, string | Blob>>;
  readonly answers: Answers;
}

const coordinatorsOnly = answers({ "a coordinator": "yes" }, "nothing");
const certificate = new Blob(["no certificate"]);

/**
 * Every server action of the build, by hand: what each asker gets. Coordinators are told what is wrong with these
 * forms, so that nothing comes of the questions.
 */
export const actionQuestions: readonly ActionQuestion[] = [
  {
    name: "enrolOrganisationAction",
    route: "/coordination",
    fields: { name: "Debian" }, // is there already
    answers: coordinatorsOnly,
  },
  {
    name: "enrolMemberAction",
    route: "/coordination",
    fields: { organisationId: "ORGANISATION", name: "Eve", address: "", listIds: "LIST", certificate },
    answers: coordinatorsOnly,
  },
  {
    name: "replaceCertificateAction",
    route: "/coordination",
    fields: { memberId: "MEMBER", certificate },
    answers: coordinatorsOnly,
  },
  {
    name: "removeMemberAction",
    route: "/coordination",
    fields: { memberId: "MEMBER" }, // the last coordinator
    answers: coordinatorsOnly,
  },
  {
    name: "publishRosterAction",
    route: "/coordination/rosters",
    fields: { listId: "LIST", signedText: "no roster" },
    answers: coordinatorsOnly,
  },
  {
    name: "assignDutyAction",
    route: "/duties",
    fields: { duty: "A1", role: "primary", organisationId: "ORGANISATION", seenOrganisationId: "MEMBER" }, // nobody holds it
    answers: coordinatorsOnly,
  },
  {
    name: "markNoticesRead",
    route: "/notices",
    fields: { until: "1970-01-01T00:00:00.000Z" }, // says nothing to anybody, and nobody's notice is so old
    answers: everybody,
  },
  {
    name: "enrolFirstCoordinatorAction",
    route: "/enrol",
    fields: { token: "x".repeat(43), name: "Eve", organisation: "Eve", certificate }, // the link is the secret
    answers: everybody,
  },
];
