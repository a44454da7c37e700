/** Who asks, as seen from a report that went to `distros`. */
export const askers = [
  "nobody",
  "the reporter",
  "another report's reporter",
  "a reader",
  "a coordinator",
  "a member who does not read it",
  "a removed member",
  "a member who has signed out elsewhere",
] as const;
export type Asker = (typeof askers)[number];

/**
 * What an asker gets. `yes`: what they ask for, or to be told what is wrong with how they ask. `nothing`: what anybody
 * gets who asks for what does not exist, to the byte. `sign in`: the way to the page of that name, whatever they ask for.
 */
export type Answer = "yes" | "nothing" | "sign in";
export type Answers = Readonly<Record<Asker, Answer>>;

/** One thing to ask of the site. `ID` in a body stands for what the path names. */
export interface Question {
  /** As in the build's own list of routes. */
  readonly route: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** JSON, or undefined for none. */
  readonly body?: unknown;
  /** Whether it is about the report, and asked again for each state that a report may be in. */
  readonly isOfReport?: true;
  /** What is wrong with its form is said before anything is looked up, and nothing sealed is at hand here. */
  readonly isUnsealed?: true;
  readonly answers: Answers;
}

/** What some get, and all others. */
export function answers(of: Partial<Answers>, others: Answer): Answers {
  return Object.fromEntries(askers.map((asker) => [asker, of[asker] ?? others])) as Answers;
}

export const everybody = answers({}, "yes");
const ofReader = { "a reader": "yes", "a coordinator": "yes" } as const;
const ofMember = { ...ofReader, "a member who does not read it": "yes" } as const;
const readersPage = answers({ ...ofReader, "a member who does not read it": "nothing" }, "sign in");
const readersOnly = answers(ofReader, "nothing");
const membersPage = answers(ofMember, "sign in");
const membersOnly = answers(ofMember, "nothing");
const nobodyElse = { "a reader": "nothing", "a member who does not read it": "nothing" } as const;
const remindersPage = answers({ "a coordinator": "yes", ...nobodyElse }, "sign in");
const coordinatorsPage = answers({ "a coordinator": "yes" }, "nothing");
const reportersOnly = answers({ "the reporter": "yes", "another report's reporter": "yes" }, "nothing");
const thisReporterOnly = answers({ "the reporter": "yes" }, "nothing");

const leak = { kind: "record-leak", noticedAt: "2026-01-01T00:00:00.000Z" };

/**
 * Every page and route of the site, by hand: what each asker gets. The build's own list is held against it, so that a
 * new route fails the build until somebody has written down here who may ask for it.
 */
export const questions: readonly Question[] = [
  { route: "/", method: "GET", answers: everybody },
  { route: "/policy", method: "GET", answers: everybody },
  { route: "/lists", method: "GET", answers: everybody },
  { route: "/lists/[name]", method: "GET", answers: everybody },
  { route: "/lists/[name]/roster.asc", method: "GET", answers: everybody },
  { route: "/lists/[name]/roster.txt", method: "GET", answers: everybody },
  { route: "/report", method: "GET", answers: everybody },
  { route: "/receipt", method: "GET", answers: everybody },
  { route: "/sign-in", method: "GET", answers: everybody },
  { route: "/enrol", method: "GET", answers: everybody },
  { route: "/theme", method: "POST", answers: everybody },
  { route: "/calendar/[file]", method: "GET", answers: answers({}, "nothing") }, // the address is the secret

  { route: "/reports", method: "GET", answers: membersPage },
  { route: "/reports/[id]", method: "GET", isOfReport: true, answers: readersPage },
  { route: "/deadlines", method: "GET", answers: membersPage },
  { route: "/duties", method: "GET", answers: membersPage },
  { route: "/notices", method: "GET", answers: membersPage },
  { route: "/notices/reminders", method: "GET", answers: remindersPage },
  { route: "/organisations", method: "GET", answers: membersPage },
  { route: "/organisations/[id]", method: "GET", answers: membersPage },
  { route: "/coordination", method: "GET", answers: coordinatorsPage },
  { route: "/coordination/rosters", method: "GET", answers: coordinatorsPage },

  { route: "/api/auth/[...nextauth]", method: "GET", answers: everybody },
  { route: "/api/v1/challenge", method: "POST", body: {}, answers: everybody },
  { route: "/api/v1/findings", method: "POST", body: {}, answers: everybody },
  { route: "/api/v1/lists/[name]/roster", method: "GET", answers: everybody },
  { route: "/api/v1/reports", method: "POST", body: {}, answers: everybody },

  { route: "/api/v1/receipt", method: "GET", isOfReport: true, answers: reportersOnly },
  { route: "/api/v1/receipt/notices", method: "POST", body: {}, answers: reportersOnly },
  { route: "/api/v1/receipt/address", method: "PUT", body: {}, answers: reportersOnly },
  { route: "/api/v1/receipt/certificate", method: "POST", body: {}, answers: reportersOnly },
  { route: "/api/v1/receipt/messages", method: "POST", body: {}, answers: reportersOnly },
  { route: "/api/v1/receipt/steps", method: "POST", body: {}, answers: reportersOnly },
  { route: "/api/v1/receipt/envelopes/[id]/parts/[part]", method: "GET", isOfReport: true, answers: thisReporterOnly },

  { route: "/api/v1/reports", method: "GET", answers: membersOnly },
  { route: "/api/v1/cards", method: "GET", answers: membersOnly },
  { route: "/api/v1/tickets", method: "GET", answers: membersOnly },
  { route: "/api/v1/keyring", method: "GET", answers: membersOnly },
  { route: "/api/v1/keyring", method: "PUT", body: {}, answers: membersOnly },
  { route: "/api/v1/calendar", method: "POST", answers: membersOnly },
  { route: "/api/v1/calendar", method: "DELETE", answers: membersOnly },
  { route: "/api/v1/duties/offers", method: "POST", body: {}, answers: membersOnly },
  { route: "/api/v1/envelopes/[id]/parts/[part]", method: "GET", isOfReport: true, answers: readersOnly },
  { route: "/api/v1/envelopes/[id]/messages/[part]", method: "GET", isOfReport: true, answers: readersOnly },
  { route: "/api/v1/reports/[id]/steps", method: "POST", body: leak, isOfReport: true, answers: readersOnly },
  { route: "/api/v1/reports/[id]/readers", method: "GET", isOfReport: true, answers: readersOnly },
  { route: "/api/v1/reports/[id]/acknowledgement", method: "POST", isOfReport: true, answers: readersOnly },
  {
    route: "/api/v1/reports/[id]/read",
    method: "POST",
    body: { readUntil: "2026-01-01T00:00:00.000Z" },
    isOfReport: true,
    answers: readersOnly,
  },
  { route: "/api/v1/reports/[id]/messages", method: "POST", isUnsealed: true, isOfReport: true, answers: readersOnly },
  { route: "/api/v1/reports/[id]/card", method: "POST", isUnsealed: true, isOfReport: true, answers: readersOnly },
  { route: "/api/v1/envelopes/[id]/ticket", method: "PUT", isUnsealed: true, isOfReport: true, answers: readersOnly },
  { route: "/api/v1/envelopes/[id]/grants", method: "POST", isUnsealed: true, isOfReport: true, answers: readersOnly },
  { route: "/api/v1/duties/offers", method: "DELETE", answers: membersOnly },
  { route: "/api/v1/sign-out", method: "POST", answers: everybody }, // the last: it ends what the others are asked with
];
