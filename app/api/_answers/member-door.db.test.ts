import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { apiRequest } from "#e2e/support/api-request.ts";
import { signedInBrowser, type RouteBrowser } from "#e2e/support/browser-of-routes.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt } from "#e2e/support/small-house.ts";
import { twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { changeKeyring } from "#lib/data/keyrings.ts";
import { findMember } from "#lib/data/members.ts";
import { removeMember } from "#lib/workflow/enrol.ts";
import { forMember } from "./member-door.ts";

const now = addDays(houseFurnishedAt, 2);
const bytes = Uint8Array.of(1);
let stage: TwoReports;
let browser: RouteBrowser;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
  vi.useFakeTimers({ toFake: ["Date"], now });
  browser = await signedInBrowser(stage.house.vault, stage.house.dora);
});

afterAll(() => {
  vi.useRealTimers();
});

test("what breaks for a member breaks, and is not called missing", async () => {
  const broken = () => forMember(() => Promise.reject(new Error("broken")));
  await expect(browser.send(apiRequest("/api/v1/keyring"), broken)).rejects.toThrow("broken");
});

test("a member who is removed in the midst of what they write is answered as if they had never been let in", async () => {
  const { coordinator } = stage.askers;
  const response = await browser.send(apiRequest("/api/v1/keyring"), () =>
    forMember(async (actor) => {
      const { certificate } = expectOk(await findMember(actor, actor.memberId));
      if (coordinator.kind !== "coordinator" || certificate === null) throw new Error("nobody to remove, or nothing");
      expectOk(await removeMember(coordinator, actor.memberId, now));
      await changeKeyring(actor, certificate.id, { keyPacket: bytes, body: bytes, emptyBody: bytes }, now);
      return new Response("written");
    }),
  );
  expect(response.status).toBe(404);
});
