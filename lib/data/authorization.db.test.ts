import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { reporterAddress, reportsCameAt, twoReports, type Asked, type TwoReports } from "#e2e/support/two-reports.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import { prismaClient } from "#lib/db/client.ts";
import { askersOf, everybody, isNothing, type Question } from "./fixtures/question.ts";
import { reads } from "./fixtures/reads.ts";
import { writes } from "./fixtures/writes.ts";
import { listAcknowledgementsOf } from "./contributions.ts";
import { changeReportToAcknowledged } from "./reports.ts";

/** What asks for no row of anybody's. */
const neither = [
  "envelopes.visibleTo", // conditions, asked with every read
  "reports.visibleTo",
  "obligations.visibleTo",
  "reports.toSummary",
  "author.authorOf", // forms: they turn what is given into something else
  "author.toAuthor",
  "case-records.toCaseRecord",
  "cases.toCase",
  "deadlines.lateAt",
  "deadlines.upcomingFrom",
  "closings.toClosing",
  "duty-works.toDutyWork",
  "embargo-records.toRecord",
  "envelopes.envelopesPart",
  "envelopes.toThreadEnvelope",
  "events.toTimeline",
  "issues.toIssue",
  "leaks.toLeak",
  "members.toMember",
  "organisation-statuses.toOrganisationStatus",
  "postings.toPosting",
  "reporter-certificates.toReporterCertificate",
  "triage-answers.toTriageAnswer",
  "triage-answers.triageAnswersPart",
  "obligations.toKept",
  "report-lock.lockReport",
  "members.lockMembers", // locks: they make others wait, and tell nothing
  "duties.lockDuties",
  "rosters.lockRosters",
  "submissions.lockSubmission",
  "rate-limits.recordTime", // counters of keyed hashes
  "transaction.inTransaction",
  "transaction.walkIndexes", // how rows are found, and not which
];

let stage: TwoReports;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
});

/** By which nothing is to be found. */
function nothing(asked: Asked): Asked {
  const id = () => crypto.randomUUID() as never;
  return {
    ...asked,
    reportId: id(),
    envelopeId: id(),
    submissionId: id(),
    lookupId: "0".repeat(32),
    certificateId: id(),
    sessionId: id(),
    organisationId: id(),
    work: {
      ...asked.work,
      silentOrganisationId: id(),
      issueId: id(),
      secondIssueId: id(),
      openId: id(),
      secretHash: "none",
    },
  };
}

test("every function of this folder stands in the table", async () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^[a-z-]+\.ts$/.test(name));
  const named = await Promise.all(
    files.map(async (name) => {
      const exported: object = (await import(new URL(name, import.meta.url).href)) as object;
      return Object.entries(exported).flatMap(([key, value]) =>
        typeof value === "function" ? [`${name.slice(0, -3)}.${key}`] : [],
      );
    }),
  );
  const table = [...reads, ...writes].map(({ name }) => name);
  expect(named.flat().sort()).toEqual([...table, ...neither].sort());
});

async function expectAnswers(question: Question): Promise<void> {
  const missing = nothing(stage.asked);
  for (const { who, actor, isAllowed } of askersOf(question, stage.askers)) {
    const answer = question.ask(actor, stage.asked);
    if (answer === undefined) {
      expect(isAllowed, `${who} may not even ask`).toBe(false);
      continue;
    }
    const given = await answer;
    expect(!isNothing(given), `${who} is answered`).toBe(isAllowed);
    if (!isAllowed) expect(given, `${who} is told what is told of nothing`).toEqual(await question.ask(actor, missing));
  }
}

describe("a read gives to those who may, and to all others what it gives where nothing is", () => {
  test.each(reads)("$name: $allowed", expectAnswers);
});

test("no answer shows a member's address to anybody, or the reporter's to anybody but the reporter", async () => {
  for (const { name, ask } of reads) {
    for (const who of everybody) {
      const answer = JSON.stringify([await ask(stage.askers[who], stage.asked)]);
      expect(answer, `${name} by ${who}`).not.toContain("@example.org");
      if (name !== "case-files.findReporterFile") expect(answer, `${name} by ${who}`).not.toContain(reporterAddress);
    }
  }
});

describe("so it does where PostgreSQL keeps nothing back, by its own condition", () => {
  beforeAll(async () => {
    const tables = await prismaClient().$queryRaw<{ name: string }[]>`
      select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`;
    for (const { name } of tables)
      await prismaClient().$executeRawUnsafe(`alter table "${name}" disable row level security`);
    expect(tables.length).toBeGreaterThan(20);
  });

  test.each(reads)("$name: $allowed", expectAnswers);
});

test("who confirmed receipt is told to those who see the report", async () => {
  const { askers, asked, house } = stage;
  await changeReportToAcknowledged(house.flora.actor, asked.reportId, reportsCameAt);
  const told = (actor: SignedInActor) => listAcknowledgementsOf(actor, house.flora.actor.organisationId, reportsCameAt);
  expect(await told(askers.reader)).toMatchObject([{ reportId: asked.reportId }]);
  for (const who of ["newcomer", "other list", "coordinator"] as const)
    expect(await told(askers[who]), who).toEqual([]);
});
