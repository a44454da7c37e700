import { expect, type BrowserContext, type Page } from "@playwright/test";
import { mouse, type Hand } from "#e2e/support/hand.ts";
import { envelope, findRow, openReport, signInHere } from "#e2e/support/member.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport } from "#e2e/support/reporter.ts";
import { launchFirefox } from "./debian-firefox.ts";
import type { JudgedSite } from "./judged-site.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/** Types key by key: what Playwright puts into this browser's fields in one go, their page does not hear of. */
const typist: Hand = {
  ...mouse,
  async write(field, text) {
    await field.clear();
    await field.pressSequentially(text);
  },
};

/** What a browser complains of: errors of scripts, and what a page's security policy has kept from it. */
type Complaints = string[];

/**
 * The main road in Debian's Firefox: a report is sealed in the form, read and answered by a member, and its reporter reads
 * the answer.
 */
export async function askFirefox(site: JudgedSite): Promise<readonly Verdict[]> {
  const browser = await launchFirefox();
  try {
    const complaints: Complaints = [];
    const newPage = async () => {
      const baseURL = site.frontOf("anyone").origin;
      const context = await browser.newContext({ baseURL, ignoreHTTPSErrors: true, locale: "en-GB" });
      await watch(context, complaints);
      return context.newPage();
    };
    const failure = await travel(site, await newPage(), await newPage());
    const about = `the main road, version ${browser.version()}`;
    return [verdictOf("Firefox", about, failure), verdictOf("Firefox", "complaints on the way", complaints)];
  } finally {
    await browser.close();
  }
}

/** What was not as it should be. */
async function travel({ people }: JudgedSite, reporter: Page, member: Page): Promise<readonly string[]> {
  const [written, reply] = [
    { title: "Overflow in libfox", software: "libfox", text: "A length is trusted." },
    "Received.",
  ];
  try {
    await answerQuestions(reporter);
    await writeReport(reporter, written, typist);
    const { handle, code } = await reviewAndSend(reporter);

    const felix = people.named("Felix");
    await signInHere(member, felix, typist);
    await expect(await findRow(member, handle, typist)).toContainText(written.title, { timeout: 30_000 });
    await openReport(member, handle, typist);
    const report = envelope(member, /^Report from the reporter/);
    await expect(report.getByLabel("Text", { exact: true })).toHaveText(written.text);
    await expect(report).toContainText("commitment is signed by the reporter");
    await typist.write(member.getByLabel(/^Reply to the reporter/), reply);
    await member.getByRole("button", { name: "Encrypt and send" }).click();
    await expect(envelope(member, /^Message from you/)).toContainText(reply);

    await openReceipt(reporter, code, typist);
    const message = envelope(reporter, `Message from ${felix.name} (${felix.organisation})`);
    await expect(message.getByLabel("Text", { exact: true })).toHaveText(reply);
    await expect(message).toContainText("Signature verified");
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** A violation is said on the console, where it is heard like all else: by itself this browser tells people alone. */
async function watch(context: BrowserContext, complaints: Complaints): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`the page's policy kept it from ${blockedURI}: ${violatedDirective}`);
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} at ${message.location().url}`);
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
}
