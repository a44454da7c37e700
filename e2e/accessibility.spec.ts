import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible.ts";
import { demoPassphrase } from "./support/demo-people.ts";
import { expect, test } from "./support/journey.ts";
import { answerQuestions, choose, openReceipt, reviewAndSend, writeReport } from "./support/reporter.ts";

test.describe.configure({ mode: "parallel" });
test.setTimeout(300_000);
test.use({ trace: "off" }); // of a hundred looks by axe, it would be most of the work

test("axe finds nothing on the pages to read", async ({ page, complaints }) => {
  await visit(page, "/", "home");
  await visit(page, "/policy", "policy");
  await visit(page, "/lists", "lists");
  await page.goto("/lists/distros");
  await page.getByRole("button", { name: "Check the signature in this browser" }).click();
  await expect(page.getByText("Your browser has verified version")).toBeVisible();
  await expectAccessible(page, "list");
  await visit(page, "/no-such-page", "not-found");
  expect(complaints.splice(0).filter((each) => !/no-such-page.* 404/.test(each))).toEqual([]);
});

test("axe finds nothing in the form for a report, from its first question to the receipt", async ({ page }) => {
  await visit(page, "/report", "report-questions");
  await page.getByRole("button", { name: "Continue to the report" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expectAccessible(page, "report-unanswered");

  await refusedAnswers(page);
  await expectAccessible(page, "report-refused");

  await answerQuestions(page);
  await expectAccessible(page, "report-answered");
  await page.getByRole("button", { name: "Continue to the report" }).click();
  await choose(page, "Is there an exploit", "Yes");
  await expectAccessible(page, "report-text");
  await page.getByRole("button", { name: "Review and encrypt" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expectAccessible(page, "report-text-missing");
  await page.getByRole("button", { name: "Back to the questions" }).click();

  await writeReport(page, written);
  await page.getByRole("button", { name: "Review and encrypt" }).click();
  await expect(page.getByText("Your browser has verified version")).toBeVisible();
  await expectAccessible(page, "report-review");
  await page.getByRole("button", { name: "Back to the report" }).click();
  await reviewAndSend(page);
  await expectAccessible(page, "report-receipt");
});

test("axe finds nothing where reporters return and where members come in", async ({ page, people }) => {
  await visit(page, "/receipt", "receipt");
  await page.getByLabel("Your receipt").fill("R000-0000-0000-0000-0000-0000-0000");
  await page.getByRole("button", { name: "Open the report" }).click();
  await expect(page.getByLabel("Your receipt")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "receipt-wrong");
  const discussed = people.receipts.find(({ title }) => title.includes("sextantd"));
  await openReceipt(page, discussed?.receipt ?? "");
  await expect(page.getByText("pkgsrc has 3.1.8")).toBeVisible();
  await expectAccessible(page, "receipt-open");

  await visit(page, "/sign-in", "sign-in");
  await page.getByLabel("Or a file that holds it").setInputFiles(people.named("Dora").keyPath);
  await page.getByLabel("Passphrase of the key").fill(`not ${demoPassphrase}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Passphrase of the key")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "sign-in-refused");
  await page.getByRole("radio", { name: "In a terminal, with gpg" }).check();
  await page.getByLabel("Fingerprint of your key").fill(people.named("Dora").fingerprint);
  await page.getByRole("button", { name: "Get the text to sign" }).click();
  await expect(page.getByLabel("All that gpg printed")).toBeVisible();
  await expectAccessible(page, "sign-in-gpg");

  await visit(page, "/enrol", "enrol-no-link");
  await page.goto("/");
  await page.goto("/enrol#not-the-token-that-the-terminal-printed");
  await expect(page.getByRole("button", { name: "Enrol me" })).toBeVisible();
  await expectAccessible(page, "enrol");
});

/** A whole address anew, whatever stood in the address bar. */
async function visit(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, name);
}

/** Answers of which the policy has as much to say as it can at once: refusals, and advice. */
async function refusedAnswers(page: Page): Promise<void> {
  await page
    .getByRole("group", { name: "Which list is to be told?" })
    .getByRole("radio", { name: /^distros/ })
    .check();
  await choose(page, "Is the issue public already?", "Yes");
  await choose(page, "Is a fix in a public repository already?", "Yes");
  await choose(page, "Is the affected software Open Source?", "No");
  await choose(page, "Is a CVE id all that you want?", "Yes");
  await choose(page, "How severe is it?", "Low");
  await choose(page, "Is it in the Linux kernel?", "Yes");
  const inTwentyDays = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Date").fill(inTwentyDays);
  await page.getByLabel("Time").fill("12:00");
  await expect(page.getByText(/14 days/).first()).toBeVisible();
}

const written = {
  title: "Out-of-bounds read in the table parser of libquill",
  software: "libquill",
  versions: "0.8.0 to 1.2.4",
  text: "quill_read_table() takes the row length from the file and never compares it with the buffer.\n\nA document of 60 bytes is enough to read 4 KiB behind it, and the contents end up in the rendered page.",
  attachments: [
    {
      name: "check-row-length.patch",
      mimeType: "text/x-patch",
      buffer: Buffer.from("--- a/table.c\n+++ b/table.c\n@@ -88 +88 @@\n-\tn = len;\n+\tn = min(len, left);\n"),
    },
  ],
  exploit: {
    text: "Opens in any viewer that uses the library.",
    files: [{ name: "leak.qdoc", mimeType: "application/octet-stream", buffer: Buffer.alloc(60, 7) }],
  },
  credit: "Ilse Varga (invented)",
};
