import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { apiRequest, freshAddress, jsonRequest, problemOf } from "#e2e/support/api-request.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { solvePuzzle } from "#e2e/support/solve-puzzle.ts";
import { addDays } from "#lib/base/instant.ts";
import { workBits } from "#lib/auth/work.ts";
import { acceptReport } from "#lib/workflow/accept-report.ts";
import { PUT as putAddress } from "./address/route.ts";
import { POST as postCertificate } from "./certificate/route.ts";
import { POST as postStep } from "./steps/route.ts";

const now = addDays(houseFurnishedAt, 1);
const addressesAnHour = 20;
const certificatesAnHour = 10;
const stepsAnHour = 30;
let house: SmallHouse;
let mine: SmallReport;
let others: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  vi.useFakeTimers({ toFake: ["Date"], now }); // the routes read the clock
});

beforeEach(async () => {
  mine = await smallReport(house, { at: now });
  others = await smallReport(house, { at: now });
  for (const { actor, upload } of [mine, others]) await acceptReport(actor, upload, now);
});

afterAll(() => {
  vi.useRealTimers();
});

interface Sending {
  readonly solution?: string;
  readonly address?: string;
}

function headersOf({ receipt }: SmallReport, solution: string | undefined): Record<string, string> {
  const authorization = `Receipt ${receipt.lookupId}.${receipt.authenticator}`;
  return { authorization, ...(solution === undefined ? {} : { "fortnight-work": solution }) };
}

function changeAddress(report: SmallReport, { solution, address = freshAddress() }: Sending = {}): Promise<Response> {
  return putAddress(
    jsonRequest("/", "PUT", { address: "me@example.net" }, { headers: headersOf(report, solution), address }),
  );
}

/** One that is refused for what it is, so that it can be sent as often as one likes. */
function addCertificate(report: SmallReport, { solution, address = freshAddress() }: Sending = {}): Promise<Response> {
  return postCertificate(
    apiRequest("/", { method: "POST", body: "nothing", headers: headersOf(report, solution), address }),
  );
}

/** A step of a revision that never was: refused, so that it can be taken as often as one likes. */
function takeStep(report: SmallReport, solution?: string): Promise<Response> {
  const step = { kind: "withdraw", issue: 1, revision: 1_000 };
  return postStep(jsonRequest("/", "POST", step, { headers: headersOf(report, solution), address: freshAddress() }));
}

const refusalSchema = z.object({ code: z.literal("WORK_REQUIRED"), work: z.object({ puzzle: z.string() }) });

async function solutionFor(response: Response): Promise<string> {
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  const { work } = refusalSchema.parse(await response.json());
  return solvePuzzle(work.puzzle, (bits) => bits >= workBits);
}

describe("what is changed with a receipt", () => {
  test("costs some computing above twenty addresses an hour, wherever it comes from", async () => {
    for (let times = 0; times < addressesAnHour; times += 1) expect((await changeAddress(mine)).status).toBe(204);
    const solution = await solutionFor(await changeAddress(mine));
    expect((await changeAddress(mine, { solution })).status).toBe(204);
    await solutionFor(await changeAddress(mine, { solution }));
  });

  test("costs some above ten certificates an hour, read or refused", async () => {
    for (let times = 0; times < certificatesAnHour; times += 1)
      expect(await problemOf(await addCertificate(mine))).toMatchObject({ code: "REPLY_CERTIFICATE_UNUSABLE" });
    const solution = await solutionFor(await addCertificate(mine));
    expect(await problemOf(await addCertificate(mine, { solution }))).toMatchObject({
      code: "REPLY_CERTIFICATE_UNUSABLE",
    });
    expect((await changeAddress(mine)).status, "addresses are counted apart").toBe(204);
  });

  test("costs some above thirty steps an hour, taken or refused", async () => {
    for (let times = 0; times < stepsAnHour; times += 1)
      expect(await problemOf(await takeStep(mine))).toMatchObject({ code: "ISSUE_CHANGED" });
    const solution = await solutionFor(await takeStep(mine));
    expect(await problemOf(await takeStep(mine, solution))).toMatchObject({ code: "ISSUE_CHANGED" });
    expect(await problemOf(await takeStep(others)), "another report's are counted apart").toMatchObject({
      code: "ISSUE_CHANGED",
    });
  });

  test("costs another reporter behind the same address nothing", async () => {
    const address = freshAddress();
    for (let times = 0; times < addressesAnHour; times += 1) await changeAddress(mine, { address });
    await solutionFor(await changeAddress(mine, { address }));
    expect((await changeAddress(others, { address })).status).toBe(204);
  });

  test("cannot be used up by somebody who knows the receipt's name and not its proof", async () => {
    const { authenticator } = others.receipt;
    const guessed = { ...mine, receipt: { ...mine.receipt, authenticator } };
    for (let times = 0; times <= addressesAnHour; times += 1)
      expect((await changeAddress(guessed)).status, "wrong receipts find nothing").toBe(404);
    expect((await changeAddress(mine)).status).toBe(204);
  });
});
