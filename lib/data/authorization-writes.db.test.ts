import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { prove } from "#lib/access/_prove.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { askersOf, type Question } from "./fixtures/question.ts";
import { newReport, writes } from "./fixtures/writes.ts";
import { createReport } from "./reports.ts";
import { inTransaction, type Transaction } from "./transaction.ts";

let stage: TwoReports;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
});

/** Rows that this transaction has added, changed or removed so far, by PostgreSQL's own count. */
async function rowsWritten(transaction: Transaction): Promise<number> {
  const [row] = await transaction.$queryRaw<{ rows: number }[]>`
    select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as rows from pg_stat_xact_user_tables`;
  return row?.rows ?? 0;
}

/** How many rows the write would leave behind; 0 where a policy or a trigger stops it. It is undone afterwards. */
async function rowsLeftBy(question: Question, actor: Actor): Promise<number | undefined> {
  const undo = new Error("undone");
  let rows: number | undefined;
  try {
    await inTransaction(actor, async (transaction) => {
      const before = await rowsWritten(transaction);
      const outcome = question.ask(actor, stage.asked);
      if (outcome === undefined) throw undo;
      await outcome;
      rows = (await rowsWritten(transaction)) - before;
      throw undo;
    });
  } catch (error) {
    if (error === undo) return rows;
    expect(String(error)).toMatch(/42501|row-level security/); // SQLSTATE of what is forbidden
    return 0;
  }
  throw new Error("the write was not undone");
}

describe("a write leaves something behind for those who may, and for all others nothing", () => {
  test.each(writes)("$name: $allowed", async (question) => {
    for (const { who, actor, isAllowed } of askersOf(question, stage.askers)) {
      const rows = await rowsLeftBy(question, actor);
      expect(rows !== undefined && rows > 0, `${who} writes`).toBe(isAllowed);
    }
  });
});

test("a report is created by its own reporter", async () => {
  const reportId = crypto.randomUUID() as ReportId;
  const actor = prove({ kind: "reporter", reportId });
  expect(await createReport(actor, newReport(stage.asked, reportId))).toMatchObject({ ok: true });
});
