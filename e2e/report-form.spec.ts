import { expect, test } from "./support/journey.ts";
import { answerQuestions, choose, question, writeReport } from "./support/reporter.ts";
import { newSecretMarks, tracesOf } from "./support/secret-marks.ts";
import { unlockedKey } from "./support/unlocked-key.ts";

test.setTimeout(90_000);

test("refusals and advice appear while one answers, each with its clause, and a press mends them", async ({
  page,
  sentBodies,
}) => {
  await answerQuestions(page);
  const main = page.getByRole("main");
  const disclosure = question(page, "When should it become public?");

  await test.step("a list that is wider than the issue", async () => {
    await choose(page, "Does it concern Linux alone?", "Yes");
    await page.getByRole("button", { name: "Choose linux-distros" }).click();
    await expect(
      question(page, "Which list is to be told?").getByRole("radio", { name: /^linux-distros/ }),
    ).toBeChecked();
    await expect(page.getByRole("button", { name: "Choose linux-distros" })).toBeHidden();
  });

  await test.step("a low severity, which the list does not keep secret", async () => {
    await choose(page, "How severe is it?", "Low");
    await expect(page.getByRole("link", { name: /Go to oss-security/ })).toHaveAttribute("href", /^https:\/\//);
    await choose(page, "How severe is it?", "High");
    await expect(page.getByRole("link", { name: /Go to oss-security/ })).toBeHidden();
  });

  await test.step("the kernel, whose own team was not told", async () => {
    await choose(page, "Is it in the Linux kernel?", "Yes");
    const advice = main.getByText(/kernel.*told|told.*kernel/i).last();
    await expect(advice).toBeVisible();
    await page.getByRole("checkbox", { name: /kernel’s security team/ }).check();
    await choose(page, "Is it in the Linux kernel?", "No");
  });

  await test.step("twenty days, of which fourteen are the most", async () => {
    await page.getByLabel("Date").fill(dayIn(20));
    await expect(disclosure).toContainText(/14 days/);
    await page.getByRole("button", { name: "Continue to the report" }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await page.getByRole("button", { name: /^Use / }).click();
    await expect(disclosure).not.toContainText(/more than 14 days/);
    await page.getByRole("button", { name: "Continue to the report" }).click();
    await expect(page.getByLabel("Description", { exact: true })).toBeVisible();
  });

  expect(
    sentBodies.filter(({ method }) => method === "POST"),
    "nothing is asked of the server",
  ).toEqual([]);
});

test("a private key given for a certificate is refused loudly, and goes nowhere", async ({
  page,
  people,
  sentBodies,
}) => {
  const person = people.named("Ivo");
  await answerQuestions(page);
  await writeReport(page, { title: "t", software: "s", text: "d" });
  await page.getByLabel("Your OpenPGP certificate").fill(person.lockedKey);
  await expect(page.getByRole("alert").filter({ hasText: "private key" })).toBeVisible();
  await expect(page.getByLabel("Your OpenPGP certificate")).toHaveValue("");
  await page.getByLabel("Your OpenPGP certificate").fill(await unlockedKey(person));
  await expect(page.getByLabel("Your OpenPGP certificate")).toHaveValue("");
  const sent = Buffer.concat(sentBodies.map(({ bytes }) => bytes));
  expect(tracesOf("PRIVATE KEY", sent)).toEqual([]);
});

test("what is typed survives the way back, is stored nowhere, and is forgotten at a press", async ({ page }) => {
  const marks = newSecretMarks();
  await answerQuestions(page);
  await writeReport(page, { title: marks.word("title"), software: marks.word("software"), text: marks.word("text") });
  await page.getByRole("button", { name: "Review and encrypt" }).click();
  await expect(page.getByRole("heading", { name: "Review and encrypt" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Title")).toHaveValue(marks.word("title"));
  await page.goBack();
  await expect(question(page, "How severe is it?").getByRole("radio", { name: "High" })).toBeChecked();
  await page.goForward();
  await expect(page.getByLabel("Description", { exact: true })).toHaveValue(marks.word("text"));

  const stored = Buffer.from(JSON.stringify(await page.context().storageState({ indexedDB: true })));
  expect(tracesOf(marks.mark, stored)).toEqual([]);
  expect(tracesOf(marks.mark, Buffer.from(page.url()))).toEqual([]);

  await page.getByRole("button", { name: "Forget everything" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Forget it" }).click();
  await expect(question(page, "How severe is it?").getByRole("radio", { name: "High" })).not.toBeChecked();
  await expect(page.getByText(marks.mark)).toHaveCount(0);
});

/** A day as it is typed, so many from now. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
