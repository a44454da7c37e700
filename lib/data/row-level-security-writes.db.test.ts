import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { twoReports, type AskerName, type TwoReports } from "#e2e/support/two-reports.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { everybody } from "./fixtures/question.ts";
import { inTransaction } from "./transaction.ts";

let stage: TwoReports;
let members: Readonly<Record<"Uma" | "Flora" | "Nora", string>>;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
  const { house, askers } = stage;
  members = {
    Uma: house.uma.actor.memberId,
    Flora: house.flora.actor.memberId,
    Nora: askers.newcomer.memberId,
  };
});

type Row = Readonly<Record<string, unknown>>;

/** A row that is there, as the superuser sees it. */
async function rowOf(table: string, where = "true"): Promise<Row> {
  const [found] = await askAsSuperuser<{ row: Row }>(`select to_jsonb(t) as row from "${table}" t where ${where}`);
  if (found === undefined) throw new Error(`no row in ${table}`);
  return found.row;
}

async function runAs(who: AskerName, sql: string, ...values: readonly unknown[]): Promise<number> {
  return inTransaction(stage.askers[who], (transaction) => transaction.$executeRawUnsafe(sql, ...values));
}

/** Adds a row like one that is there, with some columns changed; says what PostgreSQL says of it. */
async function add(who: AskerName, table: string, like: Row, changed: Row): Promise<string> {
  const row = JSON.stringify({ ...like, ...changed });
  const sql = `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1::jsonb)`;
  return runAs(who, sql, row).then((rows) => `${String(rows)} added`, refusal);
}

async function change(who: AskerName, table: string, columns: string): Promise<string> {
  return runAs(who, `update "${table}" set ${columns}`).then((rows) => `${String(rows)} changed`, refusal);
}

/** SQLSTATE 42501: a policy or a trigger forbids it. Anything else is a slip of the test. */
function refusal(error: unknown): string {
  return /42501|row-level security/.test(String(error)) ? "refused" : String(error);
}

const newId = () => crypto.randomUUID();

describe("nobody adds to a report that they do not see", () => {
  test.each(["anonymous", "other reporter", "newcomer", "other list", "coordinator", "system"] as const)(
    "%s adds no issue, certificate, envelope, part, reader, key packet, event or read mark",
    async (who) => {
      const { reportId, envelopeId } = stage.asked;
      const ofReport = `"reportId" = '${reportId}'`;
      const mine = { id: newId(), memberId: members.Nora, fingerprint: "A".repeat(40) };
      const added = [
        await add(who, "ReporterCertificate", await rowOf("ReporterCertificate", ofReport), mine),
        await add(who, "Envelope", await rowOf("Envelope", ofReport), { id: newId(), submissionId: newId() }),
        await add(who, "EnvelopePart", await rowOf("EnvelopePart", `"envelopeId" = '${envelopeId}'`), { part: 9 }),
        await add(who, "Reader", await rowOf("Reader", ofReport), mine),
        await add(who, "KeyPacket", await rowOf("KeyPacket", ofReport), { memberId: members.Nora }),
        await add(who, "ReadMark", await rowOf("ReadMark", ofReport), { memberId: members.Nora }),
      ];
      expect(added).toEqual(added.map(() => "refused"));
      expect(await add(who, "Issue", await rowOf("Issue", ofReport), { id: newId(), number: 9 })).toBe("refused");
      if (who === "system") return; // sees dates and states, and says in the record what it does about them
      const event = { ...(await rowOf("Event", ofReport)), id: 9_999, actorKind: who, memberId: null };
      expect(await add(who, "Event", event, {})).toBe("refused");
    },
  );

  test.each(everybody)("%s hands in no report but their own", async (who) => {
    const ids = { id: newId(), handle: "FN-1", submissionId: newId(), receiptLookupId: "0" };
    expect(await add(who, "Report", await rowOf("Report"), ids)).toBe("refused");
  });
});

describe("who sees an envelope adds nothing in another's name", () => {
  const envelope = () => rowOf("Envelope", `id = '${stage.asked.envelopeId}'`);
  const reader = () => rowOf("Reader", `"envelopeId" = '${stage.asked.envelopeId}'`);
  const fresh = () => ({ id: newId(), submissionId: newId(), fingerprint: "A".repeat(40) });

  test("no message of the reporter's, or of another member's", async () => {
    const { id, submissionId } = fresh();
    expect(await add("reader", "Envelope", await envelope(), { id, submissionId })).toBe("refused");
    const asUma = { id, submissionId, author: "member", authorMemberId: members.Uma };
    expect(await add("reader", "Envelope", await envelope(), asUma)).toBe("refused");
    expect(await add("reporter", "Envelope", await envelope(), asUma)).toBe("refused");
  });

  test("no part to what another wrote", async () => {
    const part = await rowOf("EnvelopePart", `"envelopeId" = '${stage.asked.envelopeId}'`);
    expect(await add("reader", "EnvelopePart", part, { part: 1 })).toBe("refused");
    const message = await rowOf("Envelope", `"authorMemberId" is not null and "reportId" = '${stage.asked.reportId}'`);
    expect(await add("reporter", "EnvelopePart", part, { part: 1, envelopeId: message.id })).toBe("refused");
  });

  test("no grant by another, and no key packet that is not its reader's", async () => {
    const { id, fingerprint } = fresh();
    const granted = { id, fingerprint, memberId: members.Nora, grantedById: members.Uma };
    expect(await add("reader", "Reader", await reader(), granted)).toBe("refused");
    const packet = await rowOf("KeyPacket", `"memberId" = '${members.Flora}'`);
    expect(await add("reader", "KeyPacket", packet, { memberId: members.Nora })).toBe("refused");
  });

  test("no event of another's, and none as another kind of actor", async () => {
    const event = { ...(await rowOf("Event")), id: 9_999, reportId: stage.asked.reportId };
    expect(await add("reader", "Event", event, { actorKind: "member", memberId: members.Uma })).toBe("refused");
    expect(await add("reader", "Event", event, { actorKind: "system", memberId: null })).toBe("refused");
    expect(await add("reporter", "Event", event, { actorKind: "member", memberId: null })).toBe("refused");
    expect(await add("anonymous", "Event", event, { actorKind: "anonymous", reportId: null })).toBe("refused");
  });

  test("no keyring, read mark or session of another's", async () => {
    expect(await add("reader", "Keyring", await rowOf("Keyring"), { memberId: members.Uma })).toBe("refused");
    expect(await add("reader", "ReadMark", await rowOf("ReadMark"), { memberId: members.Uma })).toBe("refused");
    for (const who of everybody.filter((each) => each !== "system"))
      expect(await add(who, "Session", await rowOf("Session"), { id: newId() }), who).toBe("refused");
  });

  test("and nothing that only the doors use up", async () => {
    const link = await rowOf("EnrolmentLink");
    for (const who of everybody.filter((each) => each !== "system")) {
      expect(await add(who, "EnrolmentLink", link, { tokenHash: "mine" }), who).toBe("refused");
      expect(await add(who, "UsedNonce", { nonce: "mine", expiresAt: link.expiresAt }, {}), who).toBe("refused");
    }
  });
});

describe("what was written stays as it was", () => {
  const kept = ["ReporterCertificate", "EnvelopePart", "Reader", "KeyPacket", "Event"];

  test.each(kept)("no row of %s is changed by anybody", async (table) => {
    const [column = "id"] = Object.keys(await rowOf(table));
    for (const who of everybody) expect(await change(who, table, `"${column}" = "${column}"`), who).toBe("0 changed");
  });

  test.each([...kept, "Report", "Issue", "Envelope", "Session"])(
    "no row of %s is removed by anybody",
    async (table) => {
      for (const who of everybody) expect(await runAs(who, `delete from "${table}"`), who).toBe(0);
    },
  );

  test.each([
    { who: "reporter", columns: `"acknowledgedAt" = now()`, what: "acknowledges nothing to themselves" },
    { who: "reporter", columns: `"facts" = '{}'`, what: "takes no answer back" },
    { who: "reader", columns: `"replyAddress" = 'me@example.org'`, what: "turns no mail to themselves" },
    { who: "reader", columns: `"receiptAuthenticatorHash" = ''`, what: "makes no receipt" },
    { who: "reader", columns: `"receivedAt" = now()`, what: "moves no clock" },
  ] as const)("of a report: the $who $what", async ({ who, columns }) => {
    expect(await change(who, "Report", columns)).toBe("refused");
  });

  test.each(["anonymous", "newcomer", "coordinator", "system"] as const)("of a report by %s: nothing", async (who) => {
    expect(await change(who, "Report", `"acknowledgedAt" = now(), "replyAddress" = null`)).toBe("0 changed");
  });

  test("of an envelope: all but a ticket that is still missing, which a reader adds", async () => {
    expect(await change("reader", "Envelope", `author = 'member'`)).toBe("refused");
    expect(await change("reader", "Envelope", `"sentAt" = now()`)).toBe("refused");
    for (const who of everybody.filter((each) => each !== "reader" && each !== "other list"))
      expect(await change(who, "Envelope", `commitment = ''`), who).toBe("0 changed");
  });

  test("of a session: all but when it was seen and ended", async () => {
    for (const who of ["reader", "coordinator", "system"] as const) {
      expect(await change(who, "Session", `"memberId" = '${members.Nora}'`), who).toBe("refused");
      expect(await change(who, "Session", `"expiresAt" = now() + interval '1 year'`), who).toBe("refused");
    }
    expect(await change("newcomer", "Session", `"endedAt" = now()`)).toBe("0 changed");
  });
});

describe("the house is a coordinator's", () => {
  const house = ["List", "Organisation", "Member", "Subscription", "Certificate", "PinnedCoordinator", "Roster"];

  test.each([...house, "RosterReader"])("%s is changed by nobody else", async (table) => {
    const row = await rowOf(table);
    const [column = "id"] = Object.keys(row);
    for (const who of everybody.filter((each) => each !== "coordinator" && each !== "system")) {
      expect(await add(who, table, row, {}), who).toBe("refused");
      expect(await change(who, table, `"${column}" = "${column}"`), who).toBe("0 changed");
      expect(await runAs(who, `delete from "${table}"`), who).toBe(0);
    }
  });
});
