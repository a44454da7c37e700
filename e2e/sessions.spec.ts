import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { openReport, signInHere } from "./support/member.ts";

test.use({ siteKind: "demo" });

test("a browser that keeps the pages it leaves keeps none of ours, and shows nothing again after signing out", async ({
  playwright,
  launchOptions,
  people,
  site,
}) => {
  // Playwright's browsers keep no pages otherwise, unlike everybody's.
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const page = await browser.newPage({ baseURL: site.origin });
  const [report] = people.receipts;
  const { handle, title } = report ?? { handle: "", title: "" };

  await test.step("a member reads a report, goes elsewhere and comes back: it was not kept", async () => {
    await signInHere(page, people.named("Dora"));
    await openReport(page, handle);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await page.goto("/policy");
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(handle);
    expect(await whyNotKept(page)).toContain("response-cache-control-no-store");
  });

  await test.step("after signing out, going back, back again and forward shows nobody's pages", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await expectNothing(page);
    await page.goBack();
    await expectNothing(page);
    await page.goForward();
    await expectNothing(page);
    await page.reload();
    await expectNothing(page);
  });
  await browser.close();

  async function expectNothing(of: Page): Promise<void> {
    await expect(of.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    const shown = await of.content();
    expect([handle, title].filter((text) => shown.includes(text))).toEqual([]);
  }
});

/** Chromium's own word for why it had to ask the site again for the page that somebody went back to. */
async function whyNotKept(page: Page): Promise<readonly string[]> {
  const reasons = await page.evaluate(() => {
    const [visit] = performance.getEntriesByType("navigation");
    return JSON.stringify(visit === undefined ? null : Reflect.get(visit, "notRestoredReasons"));
  });
  const said = JSON.parse(reasons) as { readonly reasons: readonly { readonly reason: string }[] } | null;
  return said?.reasons.map(({ reason }) => reason) ?? [];
}
