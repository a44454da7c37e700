import path from "node:path";
import { chromium, expect, type Browser, type Locator, type Page } from "@playwright/test";
import { enterFact, panel } from "#e2e/support/case.ts";
import { demoPeople } from "#e2e/support/demo-people.ts";
import { envelope, openReport, signInHere } from "#e2e/support/member.ts";
import { answerQuestions, keepReceipt, writeReport, type KeptReceipt } from "#e2e/support/reporter.ts";
import type { WebAlone } from "#e2e/support/web-alone.ts";

const executablePath = "/usr/bin/chromium";
const maximumSecondsMs = 60_000; // of a step on a busy machine
const said = "The portal cannot reach its database just now.";
const file = { name: "crash.txt", mimeType: "text/plain", buffer: Buffer.from("stack smashed\n") };
const written = {
  title: "Sent as the database was away",
  software: "libaway",
  text: "Typed once.",
  attachments: [file],
};
const evidence = "they wrote to us";

/**
 * Stops PostgreSQL as a reporter, a member who answers and a member who records a fact press their buttons, in a real browser:
 * each page says what happens and keeps all that was typed, and with the database back the same press does it, once.
 */
export async function stopDatabaseUnderPages(site: WebAlone): Promise<readonly string[]> {
  const web = await site.startWeb();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const before = await countsOf(site);
    const { handle } = await sendReport(site, await newPage(browser, site));
    const member = await newPage(browser, site);
    await signInHere(member, demoPeople(path.join(site.folder, "demo-keys")).named("Dora"));
    await openReport(member, handle);
    await answerReporter(site, member);
    await recordFact(site, member);
    const after = await countsOf(site);
    const stored = after.map((count, index) => count - (before[index] ?? 0));
    console.log(`  sent once more, there are: ${stored.join(", ")} (reports, messages, records)`);
    return stored.every((count) => count === 1) ? [] : [`reports, messages and facts: ${stored.join(", ")}`];
  } catch (error) {
    return [`a page under which the database stopped: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await browser.close();
    web.kill("SIGKILL");
  }
}

async function newPage(browser: Browser, { origin }: WebAlone): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, locale: "en-GB", timezoneId: "Asia/Kathmandu" });
  context.setDefaultTimeout(maximumSecondsMs);
  return context.newPage();
}

async function sendReport(site: WebAlone, page: Page): Promise<KeptReceipt> {
  await answerQuestions(page);
  await writeReport(page, written);
  await page.getByRole("button", { name: "Review and encrypt" }).click();
  await expect(page.getByRole("button", { name: "Encrypt and send" })).toBeEnabled({ timeout: maximumSecondsMs });
  await pressWithoutDatabase(site, page, page.getByRole("button", { name: "Encrypt and send" }), async () => {
    await page.getByRole("button", { name: "Back to the report" }).click();
    await expect(page.getByLabel("Title")).toHaveValue(written.title);
    await expect(page.getByLabel("Affected software")).toHaveValue(written.software);
    await expect(page.getByLabel("Description", { exact: true })).toHaveValue(written.text);
    await expect(page.getByText(file.name).first()).toBeVisible();
  });
  await page.getByRole("button", { name: "Review and encrypt" }).click();
  await page.getByRole("button", { name: /^(Encrypt and send|Try again)$/ }).click();
  return keepReceipt(page);
}

async function answerReporter(site: WebAlone, member: Page): Promise<void> {
  const reply = member.getByLabel(/^Reply to the reporter/);
  await reply.fill("Received, and looked at.");
  const composer = member.locator("form").filter({ has: reply });
  await composer.getByLabel(/^Attachments/).setInputFiles([file]);
  const send = composer.getByRole("button", { name: "Encrypt and send" });
  await pressWithoutDatabase(site, member, send, async () => {
    await expect(reply).toHaveValue("Received, and looked at.");
    await expect(composer.getByText(file.name).first()).toBeVisible();
  });
  await send.click();
  await expect(envelope(member, /^Message from you/)).toHaveCount(1, { timeout: maximumSecondsMs });
}

async function recordFact(site: WebAlone, member: Page): Promise<void> {
  await enterFact(member, "Fix ready", evidence);
  const facts = panel(member, "The case");
  const record = facts.getByRole("button", { name: "Record it" });
  await pressWithoutDatabase(site, member, record, async () => {
    await expect(facts.getByLabel("How do you know?")).toHaveValue(evidence);
    await expect(facts.getByRole("radio", { name: "Fix ready", exact: true })).toBeChecked();
  });
  await record.click();
  await expect(facts.getByRole("status").filter({ hasText: "Recorded: " })).toBeVisible({ timeout: maximumSecondsMs });
}

/** Presses a button while the database is away, and looks at the page until it is back. */
async function pressWithoutDatabase(
  site: WebAlone,
  page: Page,
  button: Locator,
  look: () => Promise<void>,
): Promise<void> {
  await site.killDatabase();
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: said })).toBeVisible({ timeout: maximumSecondsMs });
  await look();
  await site.serveDatabase();
  await expect
    .poll(async () => (await fetch(`${site.origin}/healthz`)).status, { timeout: maximumSecondsMs })
    .toBe(200);
}

async function countsOf(site: WebAlone): Promise<readonly number[]> {
  const [row] = await site.ask(`select (select count(*) from "Report")::int as reports,
    (select count(*) from "Envelope" where kind = 'message')::int as messages,
    (select count(*) from "CaseRecord" where evidence = '${evidence}')::int as facts`);
  return Object.values(row ?? {}).map(Number);
}
