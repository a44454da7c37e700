import type { Page } from "@playwright/test";
import { fold } from "./support/case.ts";
import type { DemoPerson } from "./support/demo-people.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { expect, test } from "./support/journey.ts";
import { expectFocusKept, keyboard, pressAt } from "./support/keyboard.ts";
import { envelope, goToReports, openReport, signInHere } from "./support/member.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport, type KeptReceipt } from "./support/reporter.ts";
import { newSecretMarks, tracesOf } from "./support/secret-marks.ts";
import { unfold } from "./support/unfold.ts";

test.setTimeout(360_000);
test.use({ trace: "off" }); // of the looks by axe, it would be most of the work

const { press, check, write } = keyboard;

const named = ({ name, organisation }: DemoPerson) => `${name} (${organisation})`;

const question = (page: Page, ask: string) => page.getByRole("listitem", { name: ask });

const publicOrLow = "Is it in effect public already, or of low severity?";

/** A row of the matrix, by its organisation. */
const standing = (page: Page, organisation: string) =>
  page
    .getByRole("table", { name: /^Where each organisation/ })
    .getByRole("row")
    .filter({ hasText: organisation });

const duty = (page: Page, title: string) => page.locator("#duties").getByRole("listitem").filter({ hasText: title });

/** What others did meanwhile is there once the report is opened again. */
async function openAgain(page: Page, handle: string): Promise<void> {
  await goToReports(page, keyboard);
  await openReport(page, handle, keyboard);
}

test("members of several organisations triage a report, say where they stand, and move it to Linux alone, by keys", async ({
  page,
  newPerson,
  people,
  sentBodies,
}) => {
  const [dora, uma, flora] = [people.named("Dora"), people.named("Uma"), people.named("Flora")];
  const marks = newSecretMarks();
  const note = { tracking: marks.word("DSA"), versions: marks.word("versions"), comment: marks.word("comment") };
  const tested = `Tested on s390x: ${marks.word("tested")}`;
  const later = `Only for Linux: ${marks.word("later")}`;
  const [ofDebian, ofUbuntu, ofFreeBsd] = [await newPerson(), await newPerson(), await newPerson()];
  let receipt: KeptReceipt = { handle: "", code: "" };

  await test.step("a report arrives", async () => {
    await answerQuestions(page);
    await writeReport(page, { title: marks.word("title"), software: "brindle", text: "It stops when it is asked to." });
    receipt = await reviewAndSend(page);
  });

  await test.step("a member opens it, and their organisation has opened it without having answered", async () => {
    await signInHere(ofDebian, dora, keyboard);
    await openReport(ofDebian, receipt.handle, keyboard);
    await expect(envelope(ofDebian, /^Report from the reporter/)).toContainText("It stops");
    await unfold(ofDebian, "Every organisation", keyboard);
    await expect(standing(ofDebian, "Debian")).toContainText("No answer, opened");
    await expect(standing(ofDebian, "Ubuntu")).toContainText("No answer, not opened");
  });

  await test.step("works the checklist: one press an answer, which can be changed", async () => {
    const valid = question(ofDebian, "Is it a report for this list?");
    await press(valid.getByRole("button", { name: "No", exact: true }));
    await expect(valid).toContainText("It is no report for this list.");
    await expect(valid).toBeFocused();
    await press(valid.getByRole("button", { name: /^Change/ }));
    await press(valid.getByRole("button", { name: "Yes, it is valid" }));
    await expect(valid).toContainText(`It is valid. ${named(dora)}`);
    await press(question(ofDebian, publicOrLow).getByRole("button", { name: "It is of low severity" }));
    await expect(question(ofDebian, publicOrLow)).toContainText("2 more members have to say the same");
    await expectAccessible(ofDebian, "triage");
  });

  await test.step("sets the status by one key, with a sealed note", async () => {
    await press(fold(ofDebian, "Tracking id, versions, a comment"));
    await write(ofDebian.getByLabel("Tracking id (optional)"), note.tracking);
    await write(ofDebian.getByLabel("Versions (optional)"), note.versions);
    await write(ofDebian.getByLabel("Comment (optional)").first(), note.comment);
    const choice = ofDebian.getByRole("radiogroup", { name: "Status of Debian" });
    await pressAt(ofDebian, choice.getByRole("radio", { name: "Looking" }), "a");
    await expect(choice.getByRole("radio", { name: "Affected", exact: true })).toBeChecked();
    await expect(standing(ofDebian, "Debian")).toContainText(note.tracking);
    await pressAt(ofDebian, choice.getByRole("radio", { name: "Affected", exact: true }), "End");
    await ofDebian.keyboard.press("ArrowLeft");
    await press(choice.getByRole("radio", { name: "Fix ready" }));
    await expect(standing(ofDebian, "Debian")).toContainText("Fix ready");
    await expect(standing(ofDebian, "Debian"), "the note stays with the new status").toContainText(note.comment);
  });

  await test.step("a member of another organisation sees it, confirms, and says where theirs stands", async () => {
    await signInHere(ofUbuntu, uma, keyboard);
    await openReport(ofUbuntu, receipt.handle, keyboard);
    await unfold(ofUbuntu, "Every organisation", keyboard);
    for (const text of Object.values(note)) await expect(standing(ofUbuntu, "Debian")).toContainText(text);
    await press(question(ofUbuntu, publicOrLow).getByRole("button", { name: "Confirm the low severity" }));
    await expect(question(ofUbuntu, publicOrLow)).toContainText(`Confirmed by ${named(uma)}`);
    await expectFocusKept(ofUbuntu, "confirming");
    await pressAt(ofUbuntu, ofUbuntu.getByRole("radio", { name: "Looking" }), "n");
    await expect(standing(ofUbuntu, "Ubuntu")).toContainText("Not affected");
    await expect(standing(ofUbuntu, "Debian")).toContainText("Fix ready");
    await expect(standing(ofUbuntu, "SUSE")).toContainText("No answer, not opened");
    await press(fold(ofUbuntu, "Tracking id, versions, a comment"));
    await expectAccessible(ofUbuntu, "status-matrix");
  });

  await test.step("and records a duty done that found nothing, which counts", async () => {
    await unfold(ofUbuntu, "Duties on this report", keyboard);
    const review = duty(ofUbuntu, "Review and test");
    await expect(review).toContainText("Held by Amazon Linux AMI; backup vacant.");
    await press(fold(review, /^Record work/));
    await write(review.getByLabel("Comment (optional)"), tested);
    await expectAccessible(ofUbuntu, "report-duties");
    await press(review.getByRole("button", { name: "Looked, nothing found" }));
    await expect(review).toContainText("Ubuntu looked and found nothing");
    await expect(review).toContainText(tested);
    await expect(review).toContainText("Done");
    const related = duty(ofUbuntu, "More of the same here");
    await press(fold(related, /^Record work/));
    await press(related.getByRole("button", { name: "We take this" }));
    await expect(related).toContainText("Ubuntu took it");
  });

  await test.step("with the third member's word the reporter is to hear that it is better published now", async () => {
    await signInHere(ofFreeBsd, flora, keyboard);
    await openReport(ofFreeBsd, receipt.handle, keyboard);
    await unfold(ofFreeBsd, "Duties on this report", keyboard);
    await expect(duty(ofFreeBsd, "Review and test")).toContainText(tested);
    await press(question(ofFreeBsd, publicOrLow).getByRole("button", { name: "Confirm the low severity" }));
    await expect(ofFreeBsd.getByText(/^The reporter is to hear/)).toBeVisible();
    await openReceipt(page, receipt.code, keyboard);
    await expect(page.getByText("The list would much rather see it published now (A3)")).toBeVisible();
  });

  await test.step("a member writes it to the reporter, with what was typed before", async () => {
    await openAgain(ofDebian, receipt.handle);
    const reply = ofDebian.getByRole("textbox", { name: /^Reply to the reporter/ });
    await write(reply, "Thank you.");
    await press(ofDebian.getByRole("button", { name: "Write it to the reporter" }));
    await expect(reply).toBeFocused();
    await expect(reply).toHaveValue(/^Thank you\.\n\nHello,[^]*much rather see it published now/);
    await press(ofDebian.getByRole("button", { name: "Encrypt and send" }));
    await expect(envelope(ofDebian, "Message from you")).toContainText("much rather see it published now");
    await press(page.getByRole("button", { name: "Close and forget" }));
    await openReceipt(page, receipt.code, keyboard);
    await expect(envelope(page, `Message from ${named(dora)}`)).toContainText("Would you publish it now?");
  });

  await test.step("moves it to the Linux distributions, once it is clear who will read on", async () => {
    const linuxOnly = question(ofDebian, "Does it concern Linux alone?");
    await press(linuxOnly.getByRole("button", { name: "Yes, Linux alone" }));
    await press(linuxOnly.getByRole("button", { name: "Move the discussion to linux-distros" }));
    const dialog = ofDebian.getByRole("alertdialog");
    await press(fold(dialog, /hold what came before, and nothing after$/));
    await expect(dialog).toContainText(named(flora));
    await expectAccessible(ofDebian, "move-discussion");
    await press(dialog.getByRole("button", { name: "Move to linux-distros" }));
    await expect(ofDebian.getByText("Moved from distros to linux-distros")).toBeVisible();
    await expectFocusKept(ofDebian, "moving the discussion");
  });

  await test.step("from then on a reply is sealed to its readers only", async () => {
    await check(ofDebian.getByRole("radio", { name: "The list only" }));
    await write(ofDebian.getByRole("textbox", { name: "Message to linux-distros only" }), later);
    await press(ofDebian.getByRole("button", { name: "Encrypt and send" }));
    const message = envelope(ofDebian, "Message from you").filter({ hasText: later });
    await press(fold(message, "Who can read this"));
    await expect(message).toContainText(/\d+ readers/);
    await expect(message).toContainText(named(uma));
    await expect(message).not.toContainText(flora.name);
    await press(page.getByRole("button", { name: "Close and forget" }));
    await openReceipt(page, receipt.code, keyboard);
    await expect(page.getByText("The discussion has moved to linux-distros")).toBeVisible();
    await openAgain(ofUbuntu, receipt.handle);
    await expect(envelope(ofUbuntu, `Message from ${named(dora)}`).last()).toContainText(later);
    await openAgain(ofFreeBsd, receipt.handle);
    await expect(ofFreeBsd.getByText("Moved from distros to linux-distros")).toBeVisible();
    await expect(envelope(ofFreeBsd, `Message from ${named(dora)}`)).toHaveCount(1);
    await expect(envelope(ofFreeBsd, `Message from ${named(dora)}`)).toContainText("Signature verified");
  });

  await test.step("and no word of the notes was in a request", () => {
    const sent = Buffer.concat(sentBodies.map(({ bytes }) => bytes));
    expect(sent.includes('"set-status"'), "what is sent in clear was recorded").toBe(true);
    expect(tracesOf(marks.mark, sent)).toEqual([]);
  });
});
