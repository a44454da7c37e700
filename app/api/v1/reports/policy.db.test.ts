import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { apiRequest, curlReport, jsonRequest, problemOf } from "#e2e/support/api-request.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { acceptableAnswers, edgesAt, policyEdges, type EdgeFinding } from "#e2e/support/policy-edges.ts";
import { smallHouse } from "#e2e/support/small-house.ts";
import { smallReport } from "#e2e/support/small-report.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { clearFactsSchema } from "#lib/schema/clear-facts.ts";
import { wireProblemSchema } from "#lib/schema/problem-response.ts";
import type { ReportUpload } from "#lib/workflow/accept-report.ts";
import { POST as askForFindings } from "../findings/route.ts";
import { POST as sendReport } from "./route.ts";

/** By list: the same message can be handed in often, each time as another submission. */
const sealed = new Map<string, ReportUpload>();

beforeAll(async () => {
  await freshDatabase();
  const house = await smallHouse();
  for (const listName of ["distros", "linux-distros"]) {
    const { upload } = await smallReport(house, { at: edgesAt, listName });
    sealed.set(listName, upload);
  }
  vi.useFakeTimers({ toFake: ["Date"], now: edgesAt }); // the routes read the clock
});

afterAll(() => {
  vi.useRealTimers();
});

const findingsSchema = z.array(wireProblemSchema.extend({ weight: z.enum(["refusal", "advice"]) }));
const takenSchema = z.object({ handle: z.string(), receipt: z.string(), findings: findingsSchema });

/** What is compared: all but the words, which must be there. */
function comparable(findings: z.output<typeof findingsSchema>): readonly EdgeFinding[] {
  return findings.map(({ weight, code, clause, field, offer, wrong, mend }) => {
    expect(wrong).toMatch(/\.$/);
    expect(mend).toMatch(/\.$/);
    return { weight, code, clause, field, offer: offer ?? null } as EdgeFinding;
  });
}

async function countReports(): Promise<number> {
  const [row] = await askAsSuperuser<{ count: number }>(`select count(*)::int from "Report"`);
  return row?.count ?? -1;
}

describe("before a report is sent, the API says of", () => {
  test.each(policyEdges)("$what: $finding.code", async ({ answers, finding }) => {
    const asked = { answers: clearFactsSchema.encode({ ...acceptableAnswers, ...answers }) };
    const response = await askForFindings(jsonRequest("/api/v1/findings", "POST", asked));
    expect(response.status).toBe(200);
    const schema = z.object({ now: z.string(), latestDisclosureAt: z.string(), findings: findingsSchema });
    const { findings, ...instants } = schema.parse(await response.json());
    expect(comparable(findings)).toEqual(finding === null ? [] : [finding]);
    expect(instants).toEqual({ now: "2026-11-02T09:12:31.000Z", latestDisclosureAt: "2026-11-16T09:12:31.000Z" });
  });
});

describe("a report that is sent is taken or refused for it", () => {
  test.each(policyEdges)("$what: $finding.code", async ({ answers, finding }) => {
    const all = { ...acceptableAnswers, ...answers };
    const report = sealed.get(all.list ?? "distros") ?? raise();
    const before = await countReports();
    const body = curlReport(report, all);
    const response = await sendReport(apiRequest("/api/v1/reports", { method: "POST", body }));

    if (finding?.weight !== "refusal") {
      expect(response.status).toBe(201);
      const taken = takenSchema.parse(await response.json());
      expect(comparable(taken.findings)).toEqual(finding === null ? [] : [finding]);
      expect(await countReports()).toBe(before + 1);
      return;
    }
    expect(response.status).toBe(422);
    const { code, clause, field, findings = [], type, title, detail } = await problemOf(response);
    expect({ code, clause, field }).toEqual({ code: finding.code, clause: finding.clause, field: finding.field });
    expect(comparable(findings)).toEqual([finding]);
    expect(type).toBe(`/policy#${finding.clause}`);
    expect(`${title} ${detail}`).toBe(`${findings[0]?.wrong ?? ""} ${findings[0]?.mend ?? ""}`);
    expect(await countReports()).toBe(before);
  });
});

describe("a report that asks to be taken without an agreed date (A2)", () => {
  const refused = policyEdges.filter(({ finding }) => finding?.weight === "refusal");

  test.each(refused)("and has $what is taken where only its date is at fault: $finding.code", async (edge) => {
    const all = { ...acceptableAnswers, ...edge.answers };
    const body = curlReport(sealed.get(all.list ?? "distros") ?? raise(), all, { isProvisional: true });
    const response = await sendReport(apiRequest("/api/v1/reports", { method: "POST", body }));

    if (edge.finding?.field !== "proposedDisclosureAt") {
      expect(await problemOf(response)).toMatchObject({ status: 422, code: edge.finding?.code });
      return;
    }
    expect(response.status).toBe(201);
    const taken = takenSchema.parse(await response.json());
    expect(comparable(taken.findings), "the policy still says so").toEqual([edge.finding]);
    const [issue] = await askAsSuperuser<{ state: string }>(
      `select "embargoState" state from "Issue" i join "Report" r on r.id = i."reportId" where r.handle = '${taken.handle}'`,
    );
    expect(issue?.state).toBe(all.proposedDisclosureAt === null ? "none" : "proposed");
  });

  test("is an ordinary one where its date is within the policy", async () => {
    const body = curlReport(sealed.get("distros") ?? raise(), acceptableAnswers, { isProvisional: true });
    const response = await sendReport(apiRequest("/api/v1/reports", { method: "POST", body }));
    const { handle } = takenSchema.parse(await response.json());
    const [issue] = await askAsSuperuser<{ state: string }>(
      `select "embargoState" state from "Issue" i join "Report" r on r.id = i."reportId" where r.handle = '${handle}'`,
    );
    expect(issue?.state).toBe("active");
  });
});

describe("several things at once", () => {
  test("are all said, refusals first, and the first is the problem", async () => {
    const answers = { severity: "low", fixIsPublic: true, cveWish: null, proposedDisclosureAt: null } as const;
    const body = curlReport(sealed.get("distros") ?? raise(), { ...acceptableAnswers, ...answers });
    const problem = await problemOf(await sendReport(apiRequest("/api/v1/reports", { method: "POST", body })));
    expect(problem.code).toBe("SEVERITY_TOO_LOW");
    expect(problem.findings?.map(({ weight, code }) => `${weight} ${code}`)).toEqual([
      "refusal SEVERITY_TOO_LOW",
      "refusal DATE_MISSING",
      "advice FIX_PUBLIC",
      "advice CVE_NOT_MENTIONED",
    ]);
  });
});

function raise(): never {
  throw new Error("nothing was sealed for this list");
}
