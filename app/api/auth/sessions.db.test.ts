import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { apiRequest } from "#e2e/support/api-request.ts";
import {
  isSignedIn,
  openBrowser,
  signedInBrowser,
  signInAt,
  type RouteBrowser,
} from "#e2e/support/browser-of-routes.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { addDays } from "#lib/base/instant.ts";
import { POST as signOut } from "../v1/sign-out/route.ts";

let house: SmallHouse;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  vi.useFakeTimers({ toFake: ["Date"], now: addDays(houseFurnishedAt, 1) }); // the routes read the clock
});

afterAll(() => {
  vi.useRealTimers();
});

/** Somebody who has got hold of a browser's cookies. */
function withCookiesOf({ cookies }: RouteBrowser): RouteBrowser {
  const thief = openBrowser();
  for (const [name, value] of cookies) thief.cookies.set(name, value);
  return thief;
}

function sessionCookie({ cookies }: RouteBrowser): string | undefined {
  return cookies.get("__Host-fortnight-session");
}

test("signing in again gives another session, and ends the one that the browser had, and no other", async () => {
  const browser = await signedInBrowser(house.vault, house.dora);
  const elsewhere = await signedInBrowser(house.vault, house.dora);
  const former = withCookiesOf(browser);
  expect(await signInAt(browser, house.vault, house.dora)).toBeUndefined();
  expect(sessionCookie(browser)).not.toBe(sessionCookie(former));
  expect(await Promise.all([browser, former, elsewhere].map(isSignedIn))).toEqual([true, false, true]);
});

test("so does signing in as somebody else", async () => {
  const browser = await signedInBrowser(house.vault, house.dora);
  const former = withCookiesOf(browser);
  expect(await signInAt(browser, house.vault, house.uma)).toBeUndefined();
  expect(await Promise.all([browser, former].map(isSignedIn))).toEqual([true, false]);
});

test("a cookie that is none of ours does not keep anybody from signing in", async () => {
  const browser = openBrowser();
  browser.cookies.set("__Host-fortnight-session", "e30.e30.e30");
  expect(await isSignedIn(browser)).toBe(false);
  expect(await signInAt(browser, house.vault, house.dora)).toBeUndefined();
  expect(await isSignedIn(browser)).toBe(true);
});

test("signing out ends every session of the member, and nobody else's", async () => {
  const [here, there, other] = [
    await signedInBrowser(house.vault, house.dora),
    await signedInBrowser(house.vault, house.dora),
    await signedInBrowser(house.vault, house.flora),
  ];
  const response = await here.send(apiRequest("/api/v1/sign-out", { method: "POST" }), () => signOut());
  expect(response.status).toBe(303);
  expect(response.headers.get("clear-site-data")).toContain("cache");
  expect(here.cookies.size).toBeLessThanOrEqual(1);
  expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(other)]).toEqual([false, false, true]);
});
