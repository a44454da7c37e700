import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { twoReports, type AskerName, type TwoReports } from "#e2e/support/two-reports.ts";
import { askAsSuperuser, tableNames } from "#e2e/support/whole-database.ts";
import { prismaClient } from "#lib/db/client.ts";
import { everybody } from "./fixtures/question.ts";
import { createUsedNonce } from "./spent.ts";
import { inTransaction } from "./transaction.ts";

/** A table, the rows of it that the first report is about, and who sees all of them, or their own. */
interface Seen {
  readonly table: string;
  readonly rows: string;
  readonly all: readonly AskerName[];
  readonly own?: Readonly<Partial<Record<AskerName, string>>>;
}

const ofReport = `"reportId" = $1`;
const knowsReport = ["reporter", "reader", "system"] as const;
const holdsEnvelope = ["reporter", "reader"] as const;

/** What PostgreSQL alone shows of each table, without any condition of ours. */
const seen: readonly Seen[] = [
  { table: "Report", rows: "id = $1", all: knowsReport },
  { table: "Issue", rows: ofReport, all: knowsReport },
  { table: "ReporterCertificate", rows: ofReport, all: knowsReport },
  { table: "Event", rows: ofReport, all: knowsReport },
  { table: "Envelope", rows: ofReport, all: holdsEnvelope },
  {
    table: "EnvelopePart",
    rows: `"envelopeId"::text in (select id::text from "Envelope" where "reportId" = $1)`,
    all: holdsEnvelope,
  },
  { table: "Reader", rows: ofReport, all: holdsEnvelope },
  {
    table: "KeyPacket",
    rows: ofReport,
    all: [],
    own: {
      reporter: `"memberId" is null`,
      reader: `"memberId" in (select id from "Member" where name = 'Flora Demo')`,
    },
  },
  ...["EmbargoRecord", "CaseRecord", "Posting", "Leak", "Closing"].map((table) => ({
    table,
    rows: ofReport,
    all: knowsReport,
  })),
  { table: "TriageAnswer", rows: ofReport, all: ["reader"], own: { reporter: "question = 'public-or-low'" } },
  ...["OrganisationStatus", "DutyWork"].map((table) => ({
    table,
    rows: ofReport,
    all: ["reader" as const],
  })),
  { table: "Obligation", rows: ofReport, all: ["reporter", "reader", "coordinator", "system"] },
  {
    table: "Notice",
    rows: ofReport,
    all: ["system"],
    own: {
      reporter: `recipient = 'reporter'`,
      reader: `"memberId" in (select id from "Member" where name = 'Flora Demo')`,
      coordinator: "news is null",
    },
  },
  { table: "CalendarFeed", rows: "$1::uuid is not null", all: ["reader", "system"] },
  { table: "DutyHolder", rows: "$1::uuid is not null", all: everybody },
  { table: "DutyOffer", rows: "$1::uuid is not null", all: ["reader", "newcomer", "other list", "coordinator"] },
  { table: "Keyring", rows: "$1::uuid is not null", all: ["reader"] },
  { table: "ReadMark", rows: ofReport, all: ["reader"] },
  {
    table: "Session",
    rows: "$1::uuid is not null",
    all: ["coordinator", "system"],
    own: { reader: `"memberId" in (select id from "Member" where name = 'Flora Demo')` },
  },
  { table: "UsedNonce", rows: "$1::uuid is not null", all: ["system"] },
  { table: "EnrolmentLink", rows: "$1::uuid is not null", all: ["system"] },
  // Public: which organisations and people read which list, by which certificates.
  ...["List", "Organisation", "Member", "Subscription", "Certificate", "PinnedCoordinator", "Roster"].map((table) => ({
    table,
    rows: "$1::uuid is not null",
    all: everybody,
  })),
  { table: "RosterReader", rows: "$1::uuid is not null", all: everybody },
];

/** Tables without row-level security: they hold numbers and hashes, and nothing of anybody's. */
const open = ["EventHead", "HandleCounter", "rate_limit", "_prisma_migrations"];

let stage: TwoReports;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
  const at = new Date("2026-11-04T00:00:00Z");
  await createUsedNonce(stage.house.system, "used", at, at);
});

function count(table: string, where: string) {
  return `select count(*)::int as rows from "${table}" where ${where}`;
}

async function rowsSeenBy(who: AskerName, { table, rows }: Seen): Promise<number> {
  const [answer] = await inTransaction(stage.askers[who], (transaction) =>
    transaction.$queryRawUnsafe<{ rows: number }[]>(count(table, rows.replace("$1", "$1::uuid")), stage.asked.reportId),
  );
  return answer?.rows ?? -1;
}

async function rowsThere(table: string, where: string): Promise<number> {
  const [answer] = await askAsSuperuser<{ rows: number }>(count(table, where), [stage.asked.reportId]);
  return answer?.rows ?? -1;
}

describe("to a bare select PostgreSQL shows", () => {
  test("every table by a rule that stands here", async () => {
    expect([...seen.map(({ table }) => table), ...open].sort()).toEqual([...(await tableNames())].sort());
  });

  test.each(seen)("$table to $all, and to others nothing or their own", async (table) => {
    const there = await rowsThere(table.table, table.rows);
    expect(there).toBeGreaterThan(0);
    for (const who of everybody) {
      const own = table.own?.[who];
      const expected = own === undefined ? 0 : await rowsThere(table.table, `${table.rows} and ${own}`);
      if (own !== undefined) expect(expected).toBeGreaterThan(0);
      expect(await rowsSeenBy(who, table), who).toBe(table.all.includes(who) ? there : expected);
    }
  });

  test("no private row at all where nobody has said who asks", async () => {
    for (const { table, all } of seen) {
      if (all === everybody) continue;
      const [answer] = await prismaClient().$queryRawUnsafe<{ rows: number }[]>(count(table, "true"));
      expect(answer?.rows, table).toBe(0);
    }
  });
});

test("the other list's member holds as much of the other report, and nothing crosses over", async () => {
  const keyPackets = { table: "KeyPacket", rows: "$1::uuid is not null", all: [] };
  for (const who of ["reader", "other list"] as const) {
    const name = who === "reader" ? "Flora Demo" : "Lena Demo";
    const theirs = `"memberId" in (select id from "Member" where name = '${name}') and $1::uuid is not null`;
    expect(await rowsSeenBy(who, keyPackets)).toBe(await rowsThere("KeyPacket", theirs));
  }
});
