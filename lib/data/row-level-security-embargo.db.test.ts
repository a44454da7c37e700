import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { twoReports, type AskerName, type TwoReports } from "#e2e/support/two-reports.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import type { Actor } from "#lib/access/actor.ts";
import { addDays } from "#lib/base/instant.ts";
import { changeMemberToRemoved } from "./members.ts";
import { everybody } from "./fixtures/question.ts";
import { rowWriter, type RowWriter } from "./fixtures/row-writer.ts";
import { inTransaction } from "./transaction.ts";

let stage: TwoReports;
let write: RowWriter;
let ofReport: string;
let members: Readonly<Record<"Uma" | "Flora", string>>;

const outsiders = ["anonymous", "other reporter", "newcomer", "other list", "coordinator"] as const;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
  write = rowWriter((who) => stage.askers[who]);
  ofReport = `"reportId" = '${stage.asked.reportId}'`;
  members = { Uma: stage.house.uma.actor.memberId, Flora: stage.house.flora.actor.memberId };
});

const newId = () => crypto.randomUUID();
const firstIssue = () => `"issueId" = '${stage.asked.work.issueId}'`;

async function otherIssue(): Promise<string> {
  const [row] = await askAsSuperuser<{ id: string }>(`select id from "Issue" where not (${ofReport})`);
  return row?.id ?? "";
}

describe("nobody adds to the work on a report that they do not see", () => {
  test.each(outsiders)(
    "%s adds no step, fact, posting, leak, status, answer, work, debt, closing or notice",
    async (who) => {
      const fresh = { id: newId(), number: 99, key: "X", fact: "public", memberId: null, party: "reporter" };
      const tables = ["EmbargoRecord", "CaseRecord", "Posting", "Leak", "Obligation", "Closing", "Notice"];
      for (const table of tables)
        expect(await write.add(who, table, await write.rowOf(table, ofReport), fresh), table).toBe("refused");
      for (const table of ["OrganisationStatus", "TriageAnswer", "DutyWork"]) {
        const { actor } = { actor: stage.askers[who] };
        const own = "memberId" in actor ? { memberId: actor.memberId, organisationId: actor.organisationId } : {};
        const row = { ...(await write.rowOf(table, ofReport)), ...own };
        expect(await write.add(who, table, row, { id: table === "TriageAnswer" ? 9_999 : newId() }), table).toBe(
          "refused",
        );
      }
    },
  );

  test("nor do they change any of it", async () => {
    const columns: Readonly<Record<string, string>> = {
      Issue: "revision = revision + 1",
      Posting: `"takenBackAt" = now()`,
      Closing: `"reopenedAt" = now()`,
      OrganisationStatus: "status = 'released'",
      Obligation: `"dueAt" = now()`,
    };
    for (const [table, change] of Object.entries(columns))
      for (const who of outsiders.filter((each) => each !== "other reporter" && each !== "other list"))
        expect(await write.change(who, table, change), `${table} by ${who}`).toBe("0 changed");
  });
});

describe("a row says truly who wrote it, and of which report", () => {
  test("the reporter writes nothing in the list's name or the policy's, and a member nothing in the reporter's", async () => {
    const step = { ...(await write.rowOf("EmbargoRecord", `${firstIssue()} and number = 1`)), number: 3, proposal: 2 };
    const list = { party: "list", memberId: members.Flora };
    const policy = { party: "policy", memberId: null };
    const reporter = { party: "reporter", memberId: null };
    expect(await write.add("reporter", "EmbargoRecord", step, list)).toBe("refused");
    expect(await write.add("reporter", "EmbargoRecord", step, policy)).toBe("refused");
    expect(await write.add("reader", "EmbargoRecord", step, reporter)).toBe("refused");
    expect(await write.add("reader", "EmbargoRecord", step, { ...list, memberId: members.Uma })).toBe("refused");
    for (const table of ["CaseRecord", "Posting", "Leak"]) {
      const row = { ...(await write.rowOf(table, ofReport)), id: newId(), number: 9, fact: "public" };
      expect(await write.add("reporter", table, row, list), table).toBe("refused");
      expect(await write.add("reporter", table, row, policy), table).toBe("refused");
      expect(await write.add("reader", table, row, reporter), table).toBe("refused");
      expect(await write.add("reader", table, row, { ...list, memberId: members.Uma }), table).toBe("refused");
      expect(await write.add("system", table, row, policy), table).toBe("refused");
    }
  });

  test("nothing of one report is said of another's issue, which would stand in the way there", async () => {
    const issueId = await otherIssue();
    for (const table of ["EmbargoRecord", "CaseRecord", "Posting"]) {
      const row = { ...(await write.rowOf(table, ofReport)), id: newId(), issueId, number: 1 };
      expect(await write.add("reporter", table, row, { party: "reporter", memberId: null }), table).toBe("refused");
    }
    const status = { ...(await write.rowOf("OrganisationStatus", ofReport)), issueId };
    expect(await write.add("reader", "OrganisationStatus", status, {})).toBe("refused");
  });

  test("an organisation speaks for itself, with a note of its own", async () => {
    const status = await write.rowOf("OrganisationStatus", firstIssue());
    const ubuntu = { organisationId: stage.house.uma.actor.organisationId };
    expect(await write.add("reader", "OrganisationStatus", status, ubuntu)).toBe("refused");
    expect(await write.change("reader", "OrganisationStatus", `"envelopeId" = '${stage.asked.envelopeId}'`)).toBe(
      "refused",
    );
    expect(await write.change("reader", "OrganisationStatus", `"organisationId" = '${ubuntu.organisationId}'`)).toBe(
      "refused",
    );
    expect(await write.change("reader", "OrganisationStatus", `"memberId" = '${members.Uma}'`)).toBe("refused");
    expect(await write.change("reader", "OrganisationStatus", "status = 'released'")).toBe("1 changed");
    const work = { ...(await write.rowOf("DutyWork", ofReport)), id: newId() };
    expect(await write.add("reader", "DutyWork", work, ubuntu)).toBe("refused");
    expect(await write.add("reader", "DutyOffer", { ...(await write.rowOf("DutyOffer")), duty: "T6" }, ubuntu)).toBe(
      "refused",
    );
  });
});

describe("of a negotiation", () => {
  test("no side accepts its own proposal, and no step comes out of turn", async () => {
    const proposal = { ...(await write.rowOf("EmbargoRecord", `${firstIssue()} and number = 1`)), reason: "other" };
    const accept = { ...proposal, step: "accept", disclosureAt: null, reason: null, number: 3 };
    expect(await write.add("reporter", "EmbargoRecord", accept, {})).toBe("refused");
    expect(await write.add("reporter", "EmbargoRecord", proposal, { number: 7, proposal: 2 })).toBe("refused");
    expect(await write.add("reporter", "EmbargoRecord", proposal, { number: 3, proposal: 2 })).toBe("1 added");
  });

  test("the standing policy accepts nothing that a member has carried over from nowhere", async () => {
    const by = { party: "list", memberId: members.Flora, number: 3, proposal: 2, reason: "carried-over" };
    const proposal = { ...(await write.rowOf("EmbargoRecord", `${firstIssue()} and number = 1`)), ...by };
    const accept = { ...proposal, number: 4, step: "accept", party: "policy", memberId: null, disclosureAt: null };
    expect(await write.addAll("reader", "EmbargoRecord", [proposal, accept])).toBe("refused");
  });

  test("nobody ends it by a date that has not come", async () => {
    const row = {
      ...(await write.rowOf("EmbargoRecord", `${firstIssue()} and number = 1`)),
      number: 3,
      step: "terminate",
    };
    const ended = { ...row, party: "policy", cause: "date-reached", at: new Date("2026-11-04T00:00:00Z") };
    for (const who of ["reporter", "reader", "system"] as const)
      expect(await write.add(who, "EmbargoRecord", ended, {}), who).toBe("refused");
  });
});

describe("of an issue", () => {
  test.each<{ who: AskerName; columns: string; what: string }>([
    { who: "reporter", columns: `"isExtensionAgreed" = true`, what: "the reporter grants no extension" },
    { who: "reporter", columns: `"mergedIntoNumber" = 2, "mergedAt" = now()`, what: "the reporter merges nothing" },
    { who: "reporter", columns: `"policyVersion" = 'linux-kernel'`, what: "nobody changes the policy" },
    { who: "reader", columns: `"createdAt" = now()`, what: "nobody moves the clock" },
    { who: "system", columns: `"disclosureAt" = now()`, what: "jobs name no date" },
    { who: "system", columns: `"cveId" = 'CVE-2026-1'`, what: "jobs assign no id" },
  ])("$what", async ({ who, columns }) => {
    expect(await write.change(who, "Issue", `revision = revision + 1, ${columns}`)).toBe("refused");
  });

  test("every change is counted, and the end is final", async () => {
    for (const who of ["reporter", "reader", "system"] as const) {
      expect(await write.change(who, "Issue", `"embargoState" = "embargoState"`), who).toBe("refused");
      expect(await write.change(who, "Issue", `revision = revision + 1, "embargoState" = 'active'`), who).toBe(
        "refused",
      );
    }
  });

  test("none is split out by the reporter, or under another policy", async () => {
    const issue = { ...(await write.rowOf("Issue", ofReport)), id: newId(), number: 9 };
    expect(await write.add("reporter", "Issue", issue, {})).toBe("refused");
    expect(await write.add("reader", "Issue", issue, { policyVersion: "linux-kernel" })).toBe("refused");
  });
});

describe("of a debt", () => {
  const open = () => `where id = '${stage.asked.work.openId}'`;
  const closed = (kind: string, text: string) => `"closedAt" = now(), "evidenceKind" = '${kind}', evidence = '${text}'`;

  test.each([
    { what: "somebody's word that nobody gave", columns: () => closed("word", "Done") },
    { what: "a posting that nobody made", columns: () => closed("link", "https://example.net") },
    { what: "a record that is not there", columns: () => closed("record", "acknowledged") },
    { what: "its being moot", columns: () => closed("record", "moot") },
    { what: "nothing at all", columns: () => `"closedAt" = now()` },
  ])("receipt to be confirmed is not closed by $what", async ({ columns }) => {
    for (const who of ["reporter", "reader", "system"] as const)
      expect(await write.change(who, "Obligation", `${columns()} ${open()}`), who).toBe("refused");
  });

  test("the posting that the reporter owes does not become moot by the reporter", async () => {
    const posting = `${closed("record", "moot")} where ${ofReport} and key = 'POST_ISSUE/1'`;
    expect(await write.change("reporter", "Obligation", posting)).toBe("refused");
  });

  test("none is owed in another report's name", async () => {
    const row = { ...(await write.rowOf("Obligation", ofReport)), id: newId(), key: "X" };
    expect(await write.add("reporter", "Obligation", row, { handle: "FN-2026-9999" })).toBe("refused");
  });

  test("a reporter gives no word for what the list owes, and nobody for a posting", async () => {
    const closing = { ...(await write.rowOf("Closing", ofReport)), id: newId() };
    const byReporter = { party: "reporter", memberId: null, obligationId: stage.asked.work.openId };
    expect(await write.add("reporter", "Closing", closing, byReporter)).toBe("refused");
    const posting = await write.rowOf("Obligation", `${ofReport} and key = 'POST_ISSUE/1'`);
    expect(await write.add("reader", "Closing", closing, { obligationId: posting.id })).toBe("refused");
    expect(await write.add("reporter", "Closing", closing, { ...byReporter, obligationId: posting.id })).toBe(
      "refused",
    );
  });

  test("what is taken back or reopened is so once, and in one's own name", async () => {
    const uma = `"takenBackAt" = now(), "takenBackById" = '${members.Uma}'`;
    expect(await write.change("reader", "Posting", uma)).toBe("refused");
    expect(await write.change("reporter", "Posting", `"takenBackAt" = now()`)).toBe("0 changed");
    expect(await write.change("reader", "Posting", `reference = 'https://example.net'`)).toBe("refused");
    expect(await write.change("reader", "Closing", `"reopenedAt" = now(), "reopenedById" = '${members.Uma}'`)).toBe(
      "refused",
    );
    expect(await write.change("reporter", "Closing", `"reopenedAt" = now()`)).toBe("0 changed");
  });
});

describe("of notices and calendars", () => {
  test("nobody but jobs reminds, so that no true reminder is hushed by a false one", async () => {
    const reminder = { ...(await write.rowOf("Notice", `${ofReport} and news is null`)), id: newId(), step: "due" };
    for (const who of everybody.filter((each) => each !== "system"))
      expect(await write.add(who, "Notice", reminder, {}), who).toBe("refused");
    const [foreign] = await askAsSuperuser<{ id: string }>(`select id from "Obligation" where not (${ofReport})`);
    expect(await write.add("system", "Notice", reminder, { obligationId: foreign?.id })).toBe("refused");
  });

  test("news goes to those who read the report", async () => {
    const news = { ...(await write.rowOf("Notice", `${ofReport} and "memberId" = '${members.Flora}'`)), id: newId() };
    const nora = stage.askers.newcomer;
    const toNora = "memberId" in nora ? { memberId: nora.memberId, recipient: nora.memberId } : {};
    expect(await write.add("reporter", "Notice", news, toNora)).toBe("refused");
    expect(await write.add("reporter", "Notice", news, { recipient: "reporter" })).toBe("refused");
    expect(await write.add("reporter", "Notice", news, {})).toBe("1 added");
  });

  test("of a notice its own reader says that it was read; a calendar address is revoked for good", async () => {
    expect(await write.change("reader", "Notice", "news = 'leak-recorded'")).toBe("refused");
    expect(await write.change("coordinator", "Notice", `"readAt" = now() where ${ofReport} and news is not null`)).toBe(
      "0 changed",
    );
    expect(await write.change("reader", "CalendarFeed", `"secretHash" = ''`)).toBe("refused");
    expect(await write.change("newcomer", "CalendarFeed", `"revokedAt" = now()`)).toBe("0 changed");
  });
});

describe("of a report", () => {
  test("receipt is confirmed in one's own name, and its discussion moves to a list of one's own", async () => {
    const own = `where id = '${stage.asked.reportId}'`;
    const uma = `"acknowledgedAt" = now(), "acknowledgedById" = '${members.Uma}'`;
    expect(await write.change("reader", "Report", `${uma} ${own}`)).toBe("refused");
    const [linux] = await askAsSuperuser<{ id: string }>(`select id from "List" where name = 'linux-distros'`);
    const moved = `"movedFromListId" = "listId", "movedAt" = now(), "listId" = '${linux?.id ?? ""}' ${own}`;
    expect(await write.change("reader", "Report", moved)).toBe("refused");
    expect(await write.changeAs(stage.house.dora.actor, "Report", moved)).toBe("1 changed");
  });
});

test("jobs learn which members read a report, and nothing of who holds which envelope", async () => {
  const seen = await inTransaction(stage.house.system, async (transaction) => {
    const readers = await transaction.$queryRaw`select * from fortnight_readers_of(${stage.asked.reportId}::uuid)`;
    return { readers, rows: await transaction.reader.count() };
  });
  expect(seen.rows).toBe(0);
  expect(seen.readers).toHaveLength(4);
});

test("who has been removed writes nothing more, whatever their session says", async () => {
  const actor: Actor = stage.house.flora.actor;
  await changeMemberToRemoved(stage.house.system, stage.house.flora.actor.memberId, addDays(stage.first.sealing.at, 1));
  const answer = { ...(await write.rowOf("TriageAnswer", ofReport)), id: 9_999 };
  expect(await write.addAs(actor, "TriageAnswer", answer)).toBe("refused");
  expect(await write.changeAs(actor, "Issue", `revision = revision + 1, "cveState" = 'wanted'`)).toBe("0 changed");
  expect(await write.changeAs(actor, "Report", `"acknowledgedAt" = now()`)).toBe("0 changed");
});
