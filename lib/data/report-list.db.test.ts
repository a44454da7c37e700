import { beforeAll, expect, inject, test } from "vitest";
import pg from "pg";
import { freshDatabase } from "#e2e/support/database.ts";
import { twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { listReportIds, listReports } from "./report-list.ts";

/** One more than are looked for among a member's own. */
const many = 501;
const few = 40;

let stage: TwoReports;

beforeAll(async () => {
  const url = new URL(await freshDatabase());
  stage = await twoReports();
  const client = new pg.Client({ connectionString: inject("adminUrl").replace("DATABASE", url.pathname.slice(1)) });
  await client.connect();
  await client.query("set session_replication_role = replica");
  for (const statement of copiesOf(stage.first.actor.reportId)) await client.query(statement);
  await client.query("analyze");
  await client.end();
});

/** The first report again and again, a second apart, each read by Flora, and the oldest of them by Nora. */
function copiesOf(reportId: ReportId): readonly string[] {
  const id = (noun: string) => `md5('${noun} ' || n)::uuid`;
  const columns = `"listId", "submissionHash", door, "policyVersion", facts, "receiptAuthenticatorHash", "receiptHoldsKey"`;
  const packets = (memberId: string, count: number) => `
    insert into "KeyPacket" ("readerId", "envelopeId", "reportId", "memberId", bytes)
    select md5('${memberId} ' || n)::uuid, ${id("envelope")}, ${id("report")}, '${memberId}', ''
    from generate_series(1, ${String(count)}) n`;
  return [
    `insert into "Report" (id, handle, "submissionId", "receivedAt", "receiptLookupId", ${columns})
     select ${id("report")}, 'FN-1999-' || n, ${id("submission")}, '1999-01-01'::timestamptz + n * interval '1 second',
       n::text, ${columns} from "Report", generate_series(1, ${String(many)}) n where id = '${reportId}'`,
    `insert into "Issue" (id, "reportId", number, "policyVersion", "embargoState", "createdAt")
     select ${id("issue")}, ${id("report")}, 1, 'distros-2017', 'none', now() from generate_series(1, ${String(many)}) n`,
    packets(stage.askers.reader.memberId, many),
    packets(stage.askers.newcomer.memberId, few),
  ];
}

async function walk(actor: SignedInActor, take: number): Promise<readonly string[]> {
  const found: ReportId[] = [];
  for (let after: ReportId | null = null; ; after = found.at(-1) ?? null) {
    const ids: readonly ReportId[] = await listReportIds(actor, { after, take });
    found.push(...ids);
    if (ids.length < take) return found;
  }
}

test.each([
  ["few reports", () => stage.askers.newcomer, few],
  ["many", () => stage.askers.reader, many + 1],
] as const)("whoever reads %s walks through each of them once, the newest first", async (_how, actor, count) => {
  const found = await walk(actor(), 7);
  expect(found).toHaveLength(count);
  expect(new Set(found).size).toBe(count);
  const { reports, nextCursor } = await listReports(actor(), { after: null, take: 1_000 });
  expect(nextCursor).toBeNull();
  expect(reports.map(({ id }) => id)).toEqual(found);
  const times = reports.map(({ receivedAt }) => receivedAt.getTime());
  expect(times).toEqual(times.toSorted((left, right) => right - left));
});

test("behind a report that one does not read there is nothing, as behind one that is not there", async () => {
  const page = (after: ReportId) => listReportIds(stage.askers.newcomer, { after, take: 5 });
  expect(await page(stage.other.actor.reportId)).toEqual([]);
  expect(await page(crypto.randomUUID() as ReportId)).toEqual([]);
});
