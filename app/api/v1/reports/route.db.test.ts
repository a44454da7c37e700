import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { apiRequest, appendEnvelope, curlReport, formOf, freshAddress, problemOf } from "#e2e/support/api-request.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { takeApart } from "#e2e/support/packets.ts";
import { acceptableAnswers, edgesAt } from "#e2e/support/policy-edges.ts";
import { smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { solvePuzzle } from "#e2e/support/solve-puzzle.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { askAsSuperuser, wholeDatabase } from "#e2e/support/whole-database.ts";
import { reporterOfSubmission } from "#lib/auth/reporter-door.ts";
import { concatBytes, hex, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { findReport } from "#lib/data/reports.ts";
import { armorMessage } from "#lib/pgp/armor.ts";
import { parseReceipt } from "#lib/pgp/receipt.ts";
import { clearFactsSchema } from "#lib/schema/clear-facts.ts";
import { POST } from "./route.ts";

let house: SmallHouse;
/** Sealed once; it can be handed in as many submissions. */
let sealed: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  sealed = await smallReport(house, { at: edgesAt });
  vi.useFakeTimers({ toFake: ["Date"], now: edgesAt }); // the route reads the clock
});

afterAll(() => {
  vi.useRealTimers();
});

const takenSchema = z.object({ handle: z.string(), receivedAt: z.string(), receipt: z.string().optional() });

function send(body: FormData): Promise<Response> {
  return POST(apiRequest("/api/v1/reports", { method: "POST", body }));
}

function byCurl(more: object = {}): FormData {
  return curlReport(sealed.upload, acceptableAnswers, more);
}

/** What a browser sends: three envelopes with their claims, and what makes its receipt known. */
function byBrowser({ upload }: SmallReport, submissionId: string): FormData {
  const { report, card } = upload.envelopes;
  const claims = Object.fromEntries(
    Object.entries({ report, card }).map(([kind, envelope]) => [kind, envelope?.claims ?? undefined]),
  );
  const { lookupId, authenticatorHash } = upload.receipt;
  const answers = clearFactsSchema.encode(acceptableAnswers);
  const facts = {
    submissionId,
    rosterVersion: 1,
    answers,
    receipt: { lookupId, authenticatorHash },
    envelopes: claims,
  };
  const form = formOf(facts);
  appendEnvelope(form, "report", report);
  if (card !== undefined) appendEnvelope(form, "card", card);
  form.set("receiptCertificate", new Blob([upload.receiptCertificate ?? new Uint8Array()]));
  return form;
}

describe("a report from curl", () => {
  test("is taken, and its receipt only identifies", async () => {
    const response = await send(byCurl());
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { handle, receivedAt, receipt = "" } = takenSchema.parse(await response.json());
    expect(handle).toMatch(/^FN-2026-\d{4}$/);
    expect(receivedAt).toBe(edgesAt.toISOString());
    expect(expectOk(parseReceipt(receipt)).kind).toBe("identifying");
    expect(await wholeDatabase()).not.toContain(receipt);
  });

  test("with armour in a plain field is taken as well", async () => {
    const form = byCurl();
    const { keyPackets, body } = takeApart(sealed.upload.envelopes.report);
    form.set("report", armorMessage(concatBytes(...keyPackets, body)));
    form.set("facts", JSON.stringify({ answers: clearFactsSchema.encode(acceptableAnswers) }));
    expect((await send(form)).status).toBe(201);
  });

  test("sent twice is one report with the same handle and receipt", async () => {
    const submissionId = crypto.randomUUID();
    const first = await send(byCurl({ submissionId }));
    vi.setSystemTime(edgesAt.getTime() + 60_000);
    const second = await send(byCurl({ submissionId }));
    vi.setSystemTime(edgesAt);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.json()).toEqual(await first.json());
  });

  test("with the submission id of another is refused", async () => {
    const submissionId = crypto.randomUUID();
    await send(byCurl({ submissionId }));
    const other = curlReport(sealed.upload, { ...acceptableAnswers, severity: "medium" }, { submissionId });
    const refused = await send(other);
    expect(refused.status).toBe(409);
    expect(await problemOf(refused)).toMatchObject({ code: "SUBMISSION_ID_REUSED" });
  });
});

test("a report from a browser is taken with its card and commitments, and is given no receipt", async () => {
  const report = await smallReport(house, { at: edgesAt });
  const submissionId = crypto.randomUUID();
  const response = await send(byBrowser(report, submissionId));
  expect(response.status).toBe(201);
  expect(takenSchema.parse(await response.json()).receipt).toBeUndefined();
  const actor = await reporterOfSubmission(submissionId);
  expect(expectOk(await findReport(actor, actor.reportId))).toMatchObject({ door: "form", receiptHoldsKey: true });
  const envelopes = await listEnvelopes(actor, { reportId: actor.reportId });
  expect(envelopes.map(({ kind }) => kind).sort()).toEqual(["card", "report"]);
  for (const { commitment, commitmentSignature, emptyBody } of envelopes) {
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(commitmentSignature).toContain("BEGIN PGP SIGNATURE");
    expect(emptyBody?.length).toBeGreaterThan(40);
  }
});

describe("a request that is not shaped as asked names the part", () => {
  const without = (part: string) => {
    const form = byCurl();
    form.delete(part);
    return form;
  };
  const withFacts = (facts: unknown) => {
    const form = byCurl();
    form.set("facts", typeof facts === "string" ? facts : JSON.stringify(facts));
    return form;
  };
  const answers = clearFactsSchema.encode(acceptableAnswers);

  test.each<{ what: string; part: string; body: () => FormData | string }>([
    { what: "no form", part: "multipart/form-data", body: () => "a report" },
    { what: "no facts", part: "facts", body: () => without("facts") },
    { what: "facts that are no JSON", part: "facts", body: () => withFacts("{") },
    { what: "a stray member, a plaintext say", part: "facts", body: () => withFacts({ answers, plaintext: "oops" }) },
    { what: "a stray answer", part: "facts", body: () => withFacts({ answers: { ...answers, title: "oops" } }) },
    {
      what: "a date that is none",
      part: "facts",
      body: () => withFacts({ answers: { ...answers, proposedDisclosureAt: "soon" } }),
    },
    {
      what: "a date without a zone",
      part: "facts",
      body: () => withFacts({ answers: { ...answers, proposedDisclosureAt: "2026-11-04T09:12:31" } }),
    },
    {
      what: "a receipt of another length",
      part: "facts",
      body: () => withFacts({ answers, receipt: { lookupId: "a".repeat(20), authenticatorHash: "b".repeat(64) } }),
    },
    { what: "no report", part: "report", body: () => without("report") },
  ])("$what: $part", async ({ part, body }) => {
    const response = await POST(apiRequest("/api/v1/reports", { method: "POST", body: body() }));
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({
      code: "MALFORMED_REQUEST",
      facts: { part },
      type: "about:blank",
    });
  });
});

describe("an envelope that does not fit is refused with a problem that a program can read (RFC 9457)", () => {
  test("what is not encrypted", async () => {
    const form = byCurl();
    form.set("report", "Dear list, there is a bug in");
    const response = await send(form);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ code: "PGP_NOT_OPENPGP", field: "report", status: 400 });
  });

  test("a reader missing, by name", async () => {
    const { keyPackets, body } = takeApart(sealed.upload.envelopes.report);
    const form = byCurl();
    form.set("report", new Blob([concatBytes(...keyPackets.slice(1), body)]));
    const response = await send(form);
    expect(response.status).toBe(422);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ code: "PGP_READERS_MISSING", facts: { names: ["Ada Demo"] } });
    expect(problem.title).toContain("Ada Demo");
  });

  test("a stranger among the readers, by key id", async () => {
    const form = byCurl();
    form.delete("certificate");
    expect(await problemOf(await send(form))).toMatchObject({ code: "PGP_READERS_UNKNOWN" });
  });

  test("an old roster, with the new version", async () => {
    const response = await send(byCurl({ rosterVersion: 7 }));
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({ code: "ROSTER_OUTDATED", facts: { given: 7, current: 1 } });
  });

  test("an unknown list, with those that there are", async () => {
    const form = curlReport(sealed.upload, { ...acceptableAnswers, list: "oss-security" });
    expect(await problemOf(await send(form))).toMatchObject({
      code: "LIST_UNKNOWN",
      facts: { known: ["distros", "linux-distros"] },
    });
  });

  test("an exploit that the answers do not mention (R14)", async () => {
    const form = byCurl();
    appendEnvelope(form, "exploit", await sealText("An exploit.", sealed.sealing));
    expect(await problemOf(await send(form))).toMatchObject({
      code: "EXPLOIT_NOT_DECLARED",
      clause: "R14",
      type: "/policy#R14",
      field: "hasExploit",
    });
  });

  test("a private key sent along by mistake, of which nothing is kept", async () => {
    const form = byCurl();
    form.set("certificate", house.uma.key.lockedKey);
    const refused = await send(form);
    expect(refused.status).toBe(422);
    expect(await problemOf(refused)).toMatchObject({ code: "CERTIFICATE_IS_PRIVATE" });
    expect(await wholeDatabase()).not.toContain("PRIVATE KEY");
  });
});

test("above the limit of an address each report costs some work, which the page does by itself", async () => {
  const address = freshAddress();
  const sendFrom = (work?: string) => {
    const headers = work === undefined ? {} : { "fortnight-work": work };
    return POST(apiRequest("/api/v1/reports", { method: "POST", body: byCurl(), headers, address }));
  };
  for (let times = 0; times < 10; times += 1) expect((await sendFrom()).status).toBe(201);
  const asked = await sendFrom();
  expect(asked.status).toBe(429);
  expect(Number(asked.headers.get("retry-after"))).toBeGreaterThan(0);
  const schema = z.object({ code: z.string(), work: z.object({ puzzle: z.string(), bits: z.int() }) });
  const { code, work } = schema.parse(await asked.json());
  expect(code).toBe("WORK_REQUIRED");
  const solution = solvePuzzle(work.puzzle, (zeroBits) => zeroBits >= work.bits);
  expect((await sendFrom(solution)).status).toBe(201);
  expect((await sendFrom(solution)).status).toBe(429);
});

test("what curl sends is in the database as it was sent: sealed, byte for byte", async () => {
  const [row] = await askAsSuperuser<{ bodies: string[] }>(
    `select array_agg(encode(bytes, 'hex')) as bodies from "EnvelopePart"`,
  );
  const { body } = takeApart(sealed.upload.envelopes.report);
  expect(row?.bodies).toContain(hex(body));
  expect(hex(body)).not.toContain(hex(utf8("heap overflow")));
});
