import { expect, type Locator, type Page } from "@playwright/test";
import { mouse, type Hand } from "./hand.ts";

/** A file as a person chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What a reporter types into the form beyond the policy's questions. */
export interface WrittenReport {
  readonly title: string;
  readonly software: string;
  readonly versions?: string;
  readonly text: string;
  readonly attachments?: readonly ChosenFile[];
  readonly exploit?: { readonly text: string; readonly files: readonly ChosenFile[] };
  readonly credit?: string;
  /** Armour of the reporter's own certificate. */
  readonly certificate?: string;
}

/** The group of radio buttons below a question. */
export function question(page: Page, legend: string): Locator {
  return page.getByRole("group", { name: legend });
}

export async function choose(page: Page, legend: string, answer: string): Promise<void> {
  await question(page, legend).getByRole("radio", { name: answer, exact: true }).check();
}

/** Answers the policy's questions of an issue that the list can take, and proposes the date that the form suggests. */
export async function answerQuestions(page: Page, listName: "distros" | "linux-distros" = "distros"): Promise<void> {
  await page.goto("/report");
  await expect(page.getByRole("heading", { name: "Report a vulnerability" })).toBeVisible();
  await question(page, "Which list is to be told?")
    .getByRole("radio", { name: new RegExp(`^${listName}\\b`) })
    .check();
  await choose(page, "Does it concern Linux alone?", listName === "distros" ? "No" : "Yes");
  await choose(page, "Is the issue public already?", "No");
  await choose(page, "Is a fix in a public repository already?", "No");
  await choose(page, "Is the affected software Open Source?", "Yes");
  await choose(page, "Is a CVE id all that you want?", "No");
  await choose(page, "How severe is it?", "High");
  await choose(page, "Is it in the Linux kernel?", "No");
  await page.getByRole("checkbox", { name: "The upstream project" }).check();
  await choose(page, "Do they accept an embargo of 14 days?", "They accept it");
  await page.getByRole("button", { name: /^Use / }).click();
  await expect(page.getByLabel("Date")).not.toHaveValue("");
}

/** Goes on to the second step and writes the report. */
export async function writeReport(page: Page, report: WrittenReport, hand: Hand = mouse): Promise<void> {
  await hand.press(page.getByRole("button", { name: "Continue to the report" }));
  await hand.write(page.getByLabel("Title"), report.title);
  await hand.write(page.getByLabel("Affected software"), report.software);
  if (report.versions !== undefined) await hand.write(page.getByLabel("Affected versions"), report.versions);
  await hand.write(page.getByLabel("Description", { exact: true }), report.text);
  if (report.attachments !== undefined) {
    await page.getByLabel("Attachments (optional)").setInputFiles([...report.attachments]);
  }
  if (report.exploit === undefined) {
    await choose(page, "Is there an exploit", "No");
  } else {
    await choose(page, "Is there an exploit", "Yes");
    await hand.write(page.getByRole("textbox", { name: /^Exploit code/ }), report.exploit.text);
    await page.getByLabel("Exploit files").setInputFiles([...report.exploit.files]);
  }
  await choose(page, "What about a CVE id?", "I should like one from the list");
  if (report.credit !== undefined) await hand.write(page.getByLabel("Credit"), report.credit);
  if (report.certificate !== undefined) {
    await hand.write(page.getByLabel("Your OpenPGP certificate"), report.certificate);
    await expect(page.getByRole("button", { name: "Remove the certificate" })).toBeVisible();
  }
}

/** What a reporter has in hand once the report has arrived. */
export interface KeptReceipt {
  readonly handle: string;
  /** The code, as it is shown. */
  readonly code: string;
}

/** Looks everything over and sends it. */
export async function reviewAndSend(page: Page): Promise<KeptReceipt> {
  await page.getByRole("button", { name: "Review and encrypt" }).click();
  await page.getByRole("button", { name: "Encrypt and send" }).click();
  return keepReceipt(page);
}

/** Waits for the receipt and writes it down. */
export async function keepReceipt(page: Page): Promise<KeptReceipt> {
  const heading = page.getByRole("heading", { name: /^Report .* has arrived$/ });
  await expect(heading).toBeVisible({ timeout: 30_000 });
  const handle = /Report (\S+) has/.exec((await heading.textContent()) ?? "")?.[1] ?? "";
  const code = await page.getByText(/^R[0-9A-Z]{3}(-[0-9A-Z]{4}){6}$/).textContent();
  if (handle === "" || code === null) throw new Error("the page shows no receipt");
  return { handle, code };
}

/** Comes back with the receipt. */
export async function openReceipt(page: Page, code: string, hand: Hand = mouse): Promise<void> {
  await page.goto("/receipt");
  await hand.write(page.getByLabel("Your receipt"), code);
  await hand.press(page.getByRole("button", { name: "Open the report" }));
  await expect(page.getByRole("heading", { level: 1, name: /^Your report / })).toBeVisible();
}
