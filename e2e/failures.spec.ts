import { demoPassphrase } from "./support/demo-people.ts";
import { expect, test } from "./support/journey.ts";
import { keyboard } from "./support/keyboard.ts";
import { envelope, goToReports, openReport, findRow, save, signInHere } from "./support/member.ts";
import { answerQuestions, keepReceipt, openReceipt, reviewAndSend, writeReport } from "./support/reporter.ts";
import { newSecretMarks } from "./support/secret-marks.ts";

test.setTimeout(300_000);

const written = { title: "Sent over a bad line", software: "libline", text: "Typed once." };

test("a report sent while the network is down keeps its text, and exists once when it is sent again", async ({
  page,
  wire,
  newPerson,
  people,
  complaints,
}) => {
  const report = { ...written, title: newSecretMarks().word("line") };
  await answerQuestions(page);
  await writeReport(page, report);
  await page.getByRole("button", { name: "Review and encrypt" }).click();
  await expect(page.getByRole("button", { name: "Encrypt and send" })).toBeEnabled();

  await test.step("the line is cut: nothing is lost", async () => {
    wire.cut();
    await keyboard.press(page.getByRole("button", { name: "Encrypt and send" }));
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await keyboard.press(page.getByRole("button", { name: "Back to the report" }));
    await expect(page.getByLabel("Description", { exact: true })).toHaveValue(report.text);
    await keyboard.press(page.getByRole("button", { name: "Review and encrypt" }));
    wire.mend();
  });

  await test.step("it arrives, but the answer is lost on the way back", async () => {
    const again = page.getByRole("button", { name: "Check the roster again" });
    const send = page.getByRole("button", { name: /^(Encrypt and send|Try again)$/ });
    await expect(again.or(send).first()).toBeVisible();
    if (await again.isVisible()) await keyboard.press(again);
    await expect(send).toBeEnabled();
    wire.loseAnswerTo("/api/v1/reports");
    await keyboard.press(send);
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  });

  const { handle, code } = await test.step("sent once more, it gets its receipt", async () => {
    await keyboard.press(page.getByRole("button", { name: "Try again" }));
    return keepReceipt(page);
  });

  await test.step("and exists once", async () => {
    const member = await newPerson();
    await signInHere(member, people.named("Anton"));
    await expect(await findRow(member, report.title)).toHaveCount(1);
    await expect(await findRow(member, report.title)).toContainText(handle);
    await openReceipt(page, code);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(handle);
  });

  const expected = complaints.splice(0).filter((complaint) => !/ERR_|Failed to fetch/.test(complaint));
  expect(expected, "complaints of anything but the line").toEqual([]);
});

test("a wrong receipt, and one with a typing error, are told apart without asking more than needed, by keyboard", async ({
  page,
  sentBodies,
}) => {
  await page.goto("/receipt");
  const open = async (code: string) => {
    await keyboard.write(page.getByLabel("Your receipt"), code);
    await keyboard.press(page.getByRole("button", { name: "Open the report" }));
    await expect(page.getByLabel("Your receipt")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Your receipt")).toBeFocused();
  };
  const requests = () => sentBodies.filter(({ url }) => url.startsWith("/api/v1/receipt")).length;

  await open("R000-0000-0000-0000-0000-0000-0001");
  expect(requests(), "the browser sees a typing error by itself").toBe(0);
  await open("nonsense");
  expect(requests()).toBe(0);
  await open("R3ZH-Q7PE-X5GX-6M3S-19AJ-5DZM-ZG0H"); // sound, and nobody's
  await expect.poll(requests, { message: "of one without a slip, the portal is asked" }).toBe(1);
  await expect(page.getByRole("heading", { level: 1, name: "Your report" })).toBeVisible();
});

test("a wrong passphrase opens nothing, and says so beside the field, where the focus goes", async ({
  page,
  people,
}) => {
  const gus = people.named("Gus");
  await page.goto("/sign-in");
  await keyboard.attach(page.getByLabel("Or a file that holds it"), gus.keyPath);
  await keyboard.write(page.getByLabel("Passphrase of the key"), "not this one");
  await keyboard.press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByLabel("Passphrase of the key")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Passphrase of the key")).toBeFocused();
  await expect(page).toHaveURL(/\/sign-in/);
  await keyboard.write(page.getByLabel("Passphrase of the key"), demoPassphrase);
  await keyboard.press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
});

test("signing out ends every session at once, and the way back shows nothing", async ({ page, newPerson, people }) => {
  const silas = people.named("Silas");
  const elsewhere = await newPerson();
  await signInHere(page, silas);
  await signInHere(elsewhere, silas);
  const title = "Heap overflow in libmarrow";
  await expect(await findRow(page, title)).toBeVisible();
  await openReport(elsewhere, await handleOf(title));
  await goToReports(elsewhere);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);

  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  const { status } = await elsewhere.evaluate(async () => {
    const answer = await fetch("/api/v1/cards");
    return { status: answer.status };
  });
  expect([401, 404]).toContain(status);

  async function handleOf(text: string): Promise<string> {
    return (await (await findRow(elsewhere, text)).getByRole("rowheader").getByRole("link").textContent()) ?? "";
  }
});

test("what is unlocked is forgotten when the tab is loaded anew, and when it is locked", async ({ page, people }) => {
  await signInHere(page, people.named("Gus"));
  const row = await findRow(page, "Heap overflow in libmarrow");
  await expect(row).toBeVisible();
  await page.getByRole("button", { name: "Lock your key" }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByText("Sealed").first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Unlock your key" })).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("an address with nothing behind it is told so within the frame of whoever asks", async ({
  page,
  people,
  complaints,
}) => {
  await page.goto("/lists/nothing-of-the-kind");
  await expect(page.getByRole("heading", { level: 1, name: "There is nothing here for you" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(1);

  await signInHere(page, people.named("Gus"));
  await page.goto(`/reports/${crypto.randomUUID()}`);
  await expect(page.getByRole("heading", { level: 1, name: "There is nothing here for you" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  expect(complaints.splice(0).filter((each) => !/ 404 /.test(each))).toEqual([]);
});

test("25 MiB are encrypted with progress, can be called back, and leave the page responsive", async ({
  page,
  newPerson,
  people,
}) => {
  test.slow();
  const file = {
    name: "core.dump",
    mimeType: "application/octet-stream",
    buffer: newSecretMarks().bytes(25 * 1024 ** 2 - 4_096),
  };
  await answerQuestions(page);
  await writeReport(page, { ...written, title: newSecretMarks().word("large"), attachments: [file] });
  await page.getByRole("button", { name: "Review and encrypt" }).click();
  await expect(page.getByRole("button", { name: "Encrypt and send" })).toBeEnabled();

  await test.step("called back", async () => {
    await page.getByRole("button", { name: "Encrypt and send" }).click();
    await expect(page.getByRole("progressbar")).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("button", { name: "Encrypt and send" })).toBeEnabled();
  });

  const receipt = await test.step("sent, while the page goes on answering", async () => {
    const watching = page.evaluate(longTasks);
    await page.getByRole("button", { name: "Encrypt and send" }).click();
    const kept = await keepReceipt(page);
    await page.evaluate(() => window.dispatchEvent(new Event("enough")));
    const tasksMs = await watching;
    test.info().annotations.push({ type: "longest task, ms", description: tasksMs.map(Math.round).join(", ") });
    expect(Math.max(0, ...tasksMs), "the longest task of the page's own thread, in ms").toBeLessThan(2_000);
    return kept;
  });

  await test.step("and arrives byte for byte", async () => {
    const member = await newPerson();
    await signInHere(member, people.named("Anton"));
    await openReport(member, receipt.handle);
    const report = envelope(member, /^Report from the reporter/);
    const saved = await save(member, report.getByRole("button", { name: `Save ${file.name}` }));
    expect(saved.bytes.equals(file.buffer)).toBe(true);
  });
});

test("a reporter answers with a large attachment too", async ({ page }) => {
  const file = { name: "log.bin", mimeType: "application/octet-stream", buffer: newSecretMarks().bytes(3 * 1024 ** 2) };
  await answerQuestions(page);
  await writeReport(page, written);
  const { code } = await reviewAndSend(page);
  await openReceipt(page, code);
  await page.getByLabel("Message", { exact: true }).fill("The log, at last.");
  await test.step("and does not lose it by a slip onto a link", async () => {
    page.once("dialog", (question) => void question.dismiss());
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Lists" }).click();
    await expect(page.getByLabel("Message", { exact: true })).toHaveValue("The log, at last.");
    await expect(page).toHaveURL(/\/receipt$/);
  });
  await page.getByLabel("Attachments (optional)").setInputFiles(file);
  await page.getByRole("button", { name: "Encrypt and send" }).click();
  const message = envelope(page, "Message from you");
  await expect(message).toContainText("The log, at last.");
  const saved = await save(page, message.getByRole("button", { name: `Save ${file.name}` }));
  expect(saved.bytes.equals(file.buffer)).toBe(true);
});

test("a sender behind a busy address computes a little, and is let through", async ({ page, sentBodies }) => {
  await answerQuestions(page);
  await page.evaluate(async () => {
    const empty = () => fetch("/api/v1/reports", { method: "POST", body: new FormData() });
    await Promise.all(Array.from({ length: 12 }, empty));
  });
  await writeReport(page, written);
  await reviewAndSend(page);
  expect(sentBodies.some(({ bytes }) => /\nfortnight-work\n/i.test(bytes.subarray(0, 4_000).toString("latin1")))).toBe(
    true,
  );
});

/** How long each task of the page's own thread took that took over 50 ms, until the event `enough`. */
function longTasks(): Promise<number[]> {
  return new Promise((resolve) => {
    const tasksMs: number[] = [];
    const observer = new PerformanceObserver((entries) => {
      tasksMs.push(...entries.getEntries().map(({ duration }) => duration));
    });
    observer.observe({ type: "longtask" });
    window.addEventListener("enough", () => {
      observer.disconnect();
      resolve(tasksMs);
    });
  });
}
