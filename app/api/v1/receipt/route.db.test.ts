import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { apiRequest, appendEnvelope, formOf, freshAddress, jsonRequest, problemOf } from "#e2e/support/api-request.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { wholeDatabase } from "#e2e/support/whole-database.ts";
import { receiptForSubmission } from "#lib/auth/reporter-door.ts";
import { hex, sha256, utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { armoredFixture } from "#lib/pgp/fixtures/read-fixture.ts";
import { receiptResponseSchema, type ReceiptResponse } from "#lib/schema/thread-response.ts";
import { acceptReport } from "#lib/workflow/accept-report.ts";
import { acknowledgeReport } from "#lib/workflow/acknowledge-report.ts";
import { PUT as putAddress } from "./address/route.ts";
import { POST as postCertificate } from "./certificate/route.ts";
import { GET as getPart } from "./envelopes/[id]/parts/[part]/route.ts";
import { POST as postMessage } from "./messages/route.ts";
import { GET as getReceipt } from "./route.ts";

const now = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let mine: SmallReport;
let others: SmallReport;
/** Of a report that came by curl. */
let identifying: string;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  vi.useFakeTimers({ toFake: ["Date"], now }); // the routes read the clock
  mine = await smallReport(house, { at: now });
  others = await smallReport(house, { at: now });
  for (const { actor, upload } of [mine, others]) await acceptReport(actor, upload, now);

  const byCurl = await smallReport(house, { at: now });
  const { text, lookupId, authenticatorHash } = await receiptForSubmission(byCurl.upload.submissionId);
  const receipt = { lookupId, authenticatorHash, holdsKey: false };
  await acceptReport(byCurl.actor, { ...byCurl.upload, door: "api", receipt }, now);
  identifying = text;
});

afterAll(() => {
  vi.useRealTimers();
});

function credentials({ receipt }: SmallReport): string {
  return `Receipt ${receipt.lookupId}.${receipt.authenticator}`;
}

function show(authorization: string | null, address = freshAddress()): Promise<Response> {
  return getReceipt(
    apiRequest("/api/v1/receipt", { address, headers: authorization === null ? {} : { authorization } }),
  );
}

async function shown(report = mine): Promise<ReceiptResponse> {
  return receiptResponseSchema.parse(await (await show(credentials(report))).json());
}

describe("a right receipt", () => {
  test("shows the reporter's own report, and what is owed by whom", async () => {
    const receipt = await shown();
    expect(receipt).toMatchObject({
      reportId: mine.actor.reportId,
      listName: "distros",
      receivedAt: now,
      embargoState: "active",
      disclosureAt: addDays(now, 5),
      receiptHoldsKey: true,
      replyAddress: null,
      answers: { severity: "high" },
      now,
    });
    expect(receipt.envelopes.map(({ kind }) => kind).sort()).toEqual(["card", "report"]);
    expect(receipt.obligations).toContainEqual(expect.objectContaining({ owner: "list", clause: "R8" }));
  });

  test("shows key packets of the reporter's, and nobody else's", async () => {
    const { envelopes } = await shown();
    const own = mine.receipt.certificate?.fingerprint;
    for (const { keyPackets } of envelopes) expect(keyPackets.map(({ fingerprint }) => fingerprint)).toEqual([own]);
  });

  test("shows who has confirmed it (A1, R8)", async () => {
    await acknowledgeReport(house.uma.actor, others.actor.reportId, now);
    expect(await shown(others)).toMatchObject({
      acknowledgedAt: now,
      acknowledgedBy: { name: "Uma Demo", organisation: "Ubuntu" },
    });
  });

  test.each([
    { what: "as it is shown", write: (text: string) => text },
    { what: "in lower case", write: (text: string) => text.toLowerCase() },
    { what: "without dashes", write: (text: string) => text.replaceAll("-", "") },
    { what: "with blanks", write: (text: string) => text.replaceAll("-", " ") },
  ])("that only identifies may be sent $what", async ({ write }) => {
    const response = await show(`Receipt ${write(identifying)}`);
    expect(receiptResponseSchema.parse(await response.json())).toMatchObject({ receiptHoldsKey: false });
  });
});

describe("a wrong receipt", () => {
  /** What somebody is told who asks for nothing at all. */
  const nothing = async () => (await show(null)).text();

  test.each<{ what: string; authorization: () => string }>([
    { what: "no receipt", authorization: () => "" },
    { what: "another scheme", authorization: () => "Bearer abc" },
    { what: "an unknown receipt", authorization: () => `Receipt ${"a".repeat(32)}.${"b".repeat(64)}` },
    {
      what: "the authenticator of another report",
      authorization: () => `Receipt ${mine.receipt.lookupId}.${others.receipt.authenticator}`,
    },
    {
      what: "the hash that the server keeps",
      authorization: () => `Receipt ${mine.receipt.lookupId}.${mine.receipt.authenticatorHash}`,
    },
    {
      what: "a slip",
      authorization: () => `Receipt ${identifying.slice(0, -1)}${identifying.endsWith("0") ? "1" : "0"}`,
    },
    { what: "a thousand letters", authorization: () => `Receipt ${"A".repeat(1000)}` },
  ])("finds what nobody finds: $what", async ({ authorization }) => {
    const response = await show(authorization());
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(await nothing());
  });

  test("opens nothing even where a sender has chosen the name under which slips are looked up", async () => {
    const trap = await smallReport(house, { at: now });
    const authenticatorHash = hex(await sha256(new Uint8Array(32)));
    const receipt = { lookupId: "0".repeat(32), authenticatorHash, holdsKey: true };
    expect(await acceptReport(trap.actor, { ...trap.upload, receipt }, now)).toMatchObject({ ok: true });
    expect((await show("Receipt a slip")).status).toBe(404);
    expect((await show(`Receipt ${"0".repeat(32)}.${"0".repeat(64)}`)).status).toBe(200);
  });

  test("is slowed down when there are many from an address, and a right one from there is not", async () => {
    const address = freshAddress();
    const wrong = () => show(`Receipt ${"a".repeat(32)}.${"b".repeat(64)}`, address);
    for (let times = 0; times < 20; times += 1) {
      expect((await wrong()).status).toBe(404);
      expect((await show(credentials(mine), address)).status).toBe(200);
    }
    const limited = await wrong();
    expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await problemOf(limited)).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect((await show(credentials(mine), address)).status).toBe(200);
    expect((await show(`Receipt ${identifying}`, address)).status).toBe(200);
    expect((await show("Receipt a slip")).status).toBe(404);
  });
});

test("a receipt with a key in it, sent by mistake, is refused loudly; nothing of it is stored or logged", async () => {
  const { text, authenticator } = mine.receipt;
  const logs = (["log", "warn", "info", "debug"] as const).map((level) => vi.spyOn(console, level));
  const written = vi.spyOn(process.stdout, "write");
  const response = await show(`Receipt ${text}`);
  const refused = await response.text();
  expect(response.status).toBe(400);
  expect(JSON.parse(refused)).toMatchObject({ code: "RECEIPT_HOLDS_KEY" });

  const everywhere = [refused, await wholeDatabase(), JSON.stringify([...logs, written].map(({ mock }) => mock.calls))];
  for (const place of everywhere)
    for (const secret of [text, text.replaceAll("-", ""), authenticator]) expect(place).not.toContain(secret);
  vi.restoreAllMocks();
});

describe("what a reporter does with their receipt", () => {
  const part = (id: string, number: string, report: SmallReport) =>
    getPart(apiRequest("/", { headers: { authorization: credentials(report) } }), {
      params: Promise.resolve({ id, part: number }),
    });

  test("they fetch the bytes of their own envelopes, which are shown to no other reporter", async () => {
    const { envelopes } = await shown();
    const [envelope] = envelopes;
    const id = envelope?.id ?? "";
    const response = await part(id, "0", mine);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toContain("attachment");
    expect((await response.arrayBuffer()).byteLength).toBe(envelope?.parts[0]?.sizeBytes);

    const missing = await (await part(crypto.randomUUID(), "0", mine)).text();
    for (const refused of [await part(id, "0", others), await part(id, "1", mine), await part("x", "y", mine)]) {
      expect(refused.status).toBe(404);
      expect(await refused.text()).toBe(missing);
    }
  });

  test("they answer, once however often it is sent", async () => {
    const envelope = await sealText("All versions since 2.0.", mine.sealing);
    const submissionId = crypto.randomUUID();
    const send = () => {
      const form = formOf({ submissionId, rosterVersion: 1 });
      appendEnvelope(form, "envelope", envelope);
      const headers = { authorization: credentials(mine) };
      return postMessage(apiRequest("/api/v1/receipt/messages", { method: "POST", body: form, headers }));
    };
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.json()).toEqual(await first.json());
    expect((await shown()).envelopes.filter(({ kind }) => kind === "message")).toHaveLength(1);
  });

  test.each([
    { address: "me@example.net", status: 204 },
    { address: null, status: 204 },
    { address: "not an address", status: 400 },
    { address: `${"a".repeat(250)}@example.net`, status: 400 },
    { status: 400 },
  ])("they set the address $address: $status", async ({ status, ...asked }) => {
    const headers = { authorization: credentials(mine) };
    const response = await putAddress(jsonRequest("/api/v1/receipt/address", "PUT", asked, { headers }));
    expect(response.status).toBe(status);
    if (status === 204) expect((await shown()).replyAddress).toBe(asked.address);
  });

  test("they add a certificate, armoured or binary, and are told why not", async () => {
    const send = async (body: Uint8Array<ArrayBuffer>) =>
      postCertificate(
        apiRequest("/", { method: "POST", body: new Blob([body]), headers: { authorization: credentials(mine) } }),
      );
    expect((await send(utf8(await armoredFixture("curve25519")))).status).toBe(204);
    expect((await shown()).reporterCertificates.map(({ origin }) => origin)).toEqual(["receipt", "own"]);
    expect(await problemOf(await send(utf8("nothing")))).toMatchObject({ code: "REPLY_CERTIFICATE_UNUSABLE" });
    expect(await problemOf(await send(utf8(house.uma.key.lockedKey)))).toMatchObject({
      code: "CERTIFICATE_IS_PRIVATE",
    });
  });

  test("nobody does any of it without a receipt", async () => {
    const nothing = await (await show(null)).text();
    const context = { params: Promise.resolve({ id: crypto.randomUUID(), part: "0" }) };
    const refusals = [
      await putAddress(jsonRequest("/", "PUT", { address: null })),
      await postCertificate(apiRequest("/", { method: "POST", body: "x" })),
      await postMessage(apiRequest("/", { method: "POST", body: new FormData() })),
      await getPart(apiRequest("/"), context),
    ];
    for (const refused of refusals) {
      expect(refused.status).toBe(404);
      expect(await refused.text()).toBe(nothing);
    }
  });
});
