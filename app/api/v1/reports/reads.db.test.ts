import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { apiRequest, problemOf } from "#e2e/support/api-request.ts";
import { signedInBrowser, type RouteBrowser } from "#e2e/support/browser-of-routes.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt } from "#e2e/support/small-house.ts";
import { twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { addDays } from "#lib/base/instant.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { reportReadersSchema } from "#lib/schema/report-readers.ts";
import { reportsResponseSchema } from "#lib/schema/reports-response.ts";
import { GET as getReaders } from "./[id]/readers/route.ts";
import { GET as getReports } from "./route.ts";

let stage: TwoReports;
/** Dora, who reads both reports. */
let dora: RouteBrowser;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
  vi.useFakeTimers({ toFake: ["Date"], now: addDays(houseFurnishedAt, 2) }); // the routes read the clock
  dora = await signedInBrowser(stage.house.vault, stage.house.dora);
});

afterAll(() => {
  vi.useRealTimers();
});

const ask = (query: string) => dora.send(apiRequest(`/api/v1/reports${query}`), (asked) => getReports(asked));

test("a member fetches their reports, and those behind the page's own", async () => {
  const idsOf = async (query: string) =>
    reportsResponseSchema.parse(await (await ask(query)).json()).reports.map(({ id }) => id);
  const ids = await idsOf("");
  expect(ids.toSorted()).toEqual([stage.first.actor.reportId, stage.other.actor.reportId].toSorted());
  expect(await idsOf(`?after=${ids[0] ?? ""}`)).toEqual(ids.slice(1));
  expect(await idsOf(`?after=${ids[1] ?? ""}`)).toEqual([]);
  expect(await problemOf(await ask("?after=x"))).toMatchObject({ code: "MALFORMED_REQUEST" });
});

test("a member is told who can read what of a report, as far as they see its envelopes", async () => {
  const { reportId } = stage.first.actor;
  const context = { params: Promise.resolve({ id: reportId }) };
  const answer = await dora.send(apiRequest("/"), (asked) => getReaders(asked, context));
  const { envelopeIds, readers } = reportReadersSchema.parse(await answer.json());
  expect(envelopeIds).toEqual((await listEnvelopes(stage.house.dora.actor, { reportId })).map(({ id }) => id));
  const flora = readers.find(({ name }) => name === "Flora Demo");
  expect(flora).toMatchObject({ organisation: "FreeBSD", places: [[0, envelopeIds.length - 1]], grants: [] });
});
