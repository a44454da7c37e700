import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, listOf, rosterOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport } from "#e2e/support/small-report.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listEvents } from "#lib/data/events.ts";
import { createLists } from "#lib/data/lists.ts";
import { listReaders } from "#lib/data/readers.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import { findReport } from "#lib/data/reports.ts";
import { listReports } from "#lib/data/report-list.ts";
import { acceptReport } from "./accept-report.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

async function reportsOf(who: "ada" | "dora" | "flora") {
  return (await listReports(house[who].actor, { after: null, take: 100 })).reports;
}

describe("a report within the policy", () => {
  test("is taken, gets a handle, and its embargo is active at once (R11)", async () => {
    const { actor, upload } = await smallReport(house, { at });
    const accepted = valueOf(await acceptReport(actor, upload, at));
    expect(accepted.receivedAt).toEqual(at);
    expect(accepted.handle).toMatch(/^FN-2026-\d{4}$/);
    const report = expectOk(await findReport(house.dora.actor, actor.reportId));
    expect(report).toMatchObject({ embargoState: "active", disclosureAt: addDays(at, 5), listName: "distros" });
    expect(await listEvents(house.dora.actor, actor.reportId)).toMatchObject([{ kind: "report-received" }]);
  });

  test("can be read by exactly the readers of its list's roster and its reporter (L2)", async () => {
    const { actor, upload } = await smallReport(house, { at });
    await acceptReport(actor, upload, at);
    const envelopes = await listEnvelopes(actor, { reportId: actor.reportId });
    expect(envelopes.map(({ kind }) => kind).sort()).toEqual(["card", "report"]);
    const readers = await listReaders(actor, actor.reportId);
    for (const place of envelopes.keys()) {
      const names = readers.filter(({ places }) => places.includes(place)).map(({ name }) => name ?? "the reporter");
      expect(names.sort()).toEqual(["Ada Demo", "Dora Demo", "Flora Demo", "Uma Demo", "the reporter"]);
    }
  });

  test("to linux-distros does not exist for a member of distros alone (L1)", async () => {
    const { actor, upload } = await smallReport(house, { at, listName: "linux-distros" });
    await acceptReport(actor, upload, at);
    expect(await findReport(house.flora.actor, actor.reportId)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect(await listEnvelopes(house.flora.actor, { reportId: actor.reportId })).toEqual([]);
    expect(await listReaders(house.flora.actor, actor.reportId)).toEqual([]);
    expect(await listEvents(house.flora.actor, actor.reportId)).toEqual([]);
    expect(await findReport(house.dora.actor, actor.reportId)).toMatchObject({ ok: true });
  });

  test("is shown to nobody who has proved nothing, and its envelopes not even to the system", async () => {
    const { actor, upload } = await smallReport(house, { at });
    await acceptReport(actor, upload, at);
    expect(await findReport(house.anonymous, actor.reportId)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect(await listEnvelopes(house.system, { reportId: actor.reportId })).toEqual([]);
  });
});

describe("a submission id", () => {
  test("sent twice gives the same answer and one report", async () => {
    const { actor, upload } = await smallReport(house, { at });
    const first = await acceptReport(actor, upload, at);
    const count = (await reportsOf("dora")).length;
    expect(await acceptReport(actor, upload, addHours(at, 2))).toEqual(first);
    expect((await reportsOf("dora")).length).toBe(count);
  });

  test("sent twice at the same moment makes one report, and both get its handle", async () => {
    const { actor, upload } = await smallReport(house, { at });
    const count = (await reportsOf("dora")).length;
    const [one, other] = await Promise.all([acceptReport(actor, upload, at), acceptReport(actor, upload, at)]);
    expect(one).toMatchObject({ ok: true });
    expect(other).toEqual(one);
    expect((await reportsOf("dora")).length).toBe(count + 1);
  });

  test("cannot be used for something else", async () => {
    const { actor, upload, sealing } = await smallReport(house, { at });
    await acceptReport(actor, upload, at);
    const another = { ...upload, envelopes: { report: await sealText("Something else.", sealing) } };
    expect(codeOf(await acceptReport(actor, another, at))).toBe("SUBMISSION_ID_REUSED");
  });
});

describe("what is refused leaves nothing behind", () => {
  test.each([
    { what: "a date a second beyond 14 days", seconds: 14 * 86_400 + 1, code: "EMBARGO_TOO_LONG" },
    { what: "a date of exactly 14 days", seconds: 14 * 86_400, code: undefined },
  ])("$what gives $code (R11)", async ({ seconds, code }) => {
    const proposedDisclosureAt = new Date(at.getTime() + seconds * 1000);
    const { actor, upload } = await smallReport(house, { at, answers: { proposedDisclosureAt } });
    expect(codeOf(await acceptReport(actor, upload, at))).toBe(code);
    expect((await findReport(house.dora.actor, actor.reportId)).ok).toBe(code === undefined);
  });

  test("a report for a list that there is not", async () => {
    const { actor, upload } = await smallReport(house, { at });
    const answers = { ...upload.submission.answers, list: "no-such-list" };
    const elsewhere = { ...upload, submission: { ...upload.submission, answers } };
    expect(codeOf(await acceptReport(actor, elsewhere, at))).toBe("LIST_UNKNOWN");
  });

  test("an exploit that the answers do not mention (R14)", async () => {
    const { actor, upload, sealing } = await smallReport(house, { at });
    const envelopes = { ...upload.envelopes, exploit: await sealText("An exploit.", sealing) };
    expect(codeOf(await acceptReport(actor, { ...upload, envelopes }, at))).toBe("EXPLOIT_NOT_DECLARED");
  });

  test("a report sealed to another version of the roster than the current one, which is named", async () => {
    const { actor, upload } = await smallReport(house, { at });
    const submission = { ...upload.submission, rosterVersion: 7 };
    expect(await acceptReport(actor, { ...upload, submission }, at)).toMatchObject({
      problem: { problem: { code: "ROSTER_OUTDATED", facts: { given: 7, current: 1 } } },
    });
  });

  test("a report that leaves a reader of the roster out, who is named", async () => {
    const roster = rosterOf(house, "distros");
    const readers = roster.readers.filter(({ name }) => name !== "Flora Demo");
    const { actor, upload } = await smallReport(house, { at, roster: { ...roster, readers } });
    expect(await acceptReport(actor, upload, at)).toMatchObject({
      problem: { problem: { code: "PGP_READERS_MISSING", facts: { names: ["Flora Demo"] } } },
    });
  });

  test("a second report with the receipt of another, and its handle is given to the next", async () => {
    const first = await smallReport(house, { at });
    const { handle } = valueOf(await acceptReport(first.actor, first.upload, at));
    const second = await smallReport(house, { at });
    const upload = { ...second.upload, receipt: first.upload.receipt };
    expect(codeOf(await acceptReport(second.actor, upload, at))).toBe("RECEIPT_REUSED");
    const third = await smallReport(house, { at });
    const next = valueOf(await acceptReport(third.actor, third.upload, at));
    expect(Number(next.handle.slice(-4))).toBe(Number(handle.slice(-4)) + 1);
  });

  test("a report to linux-distros that somebody of distros could read", async () => {
    const roster = rosterOf(house, "distros");
    const { actor, upload } = await smallReport(house, { at, listName: "linux-distros", roster });
    expect(codeOf(await acceptReport(actor, upload, at))).toBe("PGP_READERS_UNKNOWN");
  });
});

test("a reader whose certificate ran out since the roster was signed is not asked for, from that instant on", async () => {
  const roster = rosterOf(house, "distros");
  const uma = roster.readers.find(({ name }) => name === "Uma Demo");
  const expiresAt = uma?.expiresAt ?? at;
  const without = { ...roster, readers: roster.readers.filter((reader) => reader !== uma) };
  const justBefore = new Date(expiresAt.getTime() - 1000);

  const early = await smallReport(house, { at: justBefore, roster: without });
  expect(codeOf(await acceptReport(early.actor, early.upload, justBefore))).toBe("PGP_READERS_MISSING");
  const late = await smallReport(house, { at: expiresAt, roster: without });
  expect(codeOf(await acceptReport(late.actor, late.upload, expiresAt))).toBeUndefined();
});

test("a list that has no signed roster yet takes no report", async () => {
  const { policyVersion } = listOf(house, "distros");
  await createLists(house.system, [{ name: "young", title: "Young", description: "", policyVersion }], at);
  const roster = rosterOf(house, "distros");
  const { actor, upload } = await smallReport(house, { at, listName: "young", roster });
  expect(codeOf(await acceptReport(actor, upload, at))).toBe("LIST_NOT_READY");
});

test("a certificate that comes both from the receipt and as the reporter's own counts once", async () => {
  const { actor, upload } = await smallReport(house, { at });
  const both = { ...upload, ownCertificate: upload.receiptCertificate };
  expect(await acceptReport(actor, both, at)).toMatchObject({ ok: true });
  expect(await listReporterCertificates(actor, actor.reportId)).toMatchObject([{ origin: "receipt" }]);
});

function valueOf(outcome: Awaited<ReturnType<typeof acceptReport>>) {
  if (!outcome.ok) throw new Error(`refused with ${outcome.problem.problem.code}`);
  return outcome.value;
}

function codeOf(outcome: Awaited<ReturnType<typeof acceptReport>>): string | undefined {
  return outcome.ok ? undefined : outcome.problem.problem.code;
}
