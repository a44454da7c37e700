import type { Page } from "@playwright/test";
import { closeWith, enterFact, enterPosting, fold, panel, recordExploit, recordFact } from "./support/case.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { expect, test } from "./support/journey.ts";
import { expectFocusKept, keyboard } from "./support/keyboard.ts";
import { openReport, signInHere } from "./support/member.ts";
import { dayFromNow, expectDone } from "./support/negotiation.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport, type KeptReceipt } from "./support/reporter.ts";
import { unfold } from "./support/unfold.ts";

test.setTimeout(300_000);
test.use({ trace: "off" }); // of the many looks by axe, it would be most of the work

const { press, check, write } = keyboard;

/** Sends a report that the list's policy accepts at once. */
async function sendReport(page: Page): Promise<KeptReceipt> {
  await answerQuestions(page);
  await writeReport(page, { title: "Use after free in quaymaster", software: "quaymaster", text: "It frees twice." });
  return reviewAndSend(page);
}

test("attacks end an embargo, postings close what is owed for it and its exploit, and a leak is followed to its end, by keys alone", async ({
  page,
  newPerson,
  people,
}) => {
  const messageId = "<20261124120000.ga1@reporter.example>";
  const exploitHref = "https://www.openwall.com/lists/oss-security/2026/11/27/2";
  const member = await newPerson();
  const receipt = await test.step("a reporter sends a report, whose date is within the policy", () => sendReport(page));

  await test.step("a member sees that the vendor was told, as the report says, and records that a fix is ready", async () => {
    await signInHere(member, people.named("Dora"), keyboard);
    await openReport(member, receipt.handle, keyboard);
    const facts = panel(member, "The case");
    await unfold(member, "The case", keyboard);
    await expect(facts).toContainText("The embargo stands");
    await expect(facts).toContainText("The report says who was told: the upstream project.");
    await press(facts.getByRole("button", { name: "Record a fact" }));
    await expect(facts.getByRole("radio", { name: "Vendor aware" })).toHaveCount(0);
    await expect(facts.getByRole("radio", { name: "Fix deployed" })).toHaveCount(0);
    await press(facts.getByRole("button", { name: "Cancel" }));
    await expectFocusKept(member, "leaving a form");

    await recordFact(member, "Fix ready", "https://git.example.org/quaymaster/commit/1", keyboard);
    await expectDone(member, "Recorded: a fix is ready.");
    await expect(facts.getByRole("link", { name: /git\.example\.org/ })).toBeVisible();
    await expect(facts).toContainText("The embargo stands");
  });

  await test.step("that a member shared an exploit is recorded by mistake, and taken back", async () => {
    const postings = panel(member, "Postings");
    await recordExploit(member, "Somebody else", keyboard);
    await expectDone(member, "Recorded: an exploit was shared.");
    await expect(postings).toContainText("Somebody other than the reporter shared an exploit, which has to be posted");
    await unfold(member, "Obligations", keyboard);
    const owed = panel(member, "Obligations").getByRole("listitem").filter({ hasText: "Post the exploit" });
    await expect(owed).toContainText("Owed by the list");
    await press(postings.getByRole("button", { name: "Take back (that an exploit was shared)" }));
    await press(member.getByRole("alertdialog").getByRole("button", { name: "Take it back" }));
    await expect(postings).not.toContainText("shared an exploit");
    await expect(owed).toHaveCount(0);
    await expectFocusKept(member, "taking an exploit back");
  });

  await test.step("what is not filled in is not recorded, and what ends an embargo is asked for once more", async () => {
    const facts = panel(member, "The case");
    await press(facts.getByRole("button", { name: "Record a fact" }));
    await check(facts.getByRole("radio", { name: "Attacks seen" }));
    await press(facts.getByRole("button", { name: "Record it" }));
    await expect(facts.getByRole("alert")).toContainText("Give the date and the time");
    await expectAccessible(member, "case-facts");
    await press(facts.getByRole("button", { name: "It happened just now" }));
    await write(facts.getByLabel("How do you know?"), "a honeypot of ours was hit with it");
    await press(facts.getByRole("button", { name: "Record it" }));
    const question = member.getByRole("alertdialog");
    await expect(question).toContainText("ends at once");
    await press(question.getByRole("button", { name: "Record it and end the embargo" }));
    await expectDone(member, "Recorded: attacks have been seen.");
    await expect(facts).toContainText("no embargo can start or stand");
    await expectFocusKept(member, "ending an embargo");
  });

  await test.step("the reporter's page says that it is over, and that the posting is owed now", async () => {
    await openReceipt(page, receipt.code, keyboard);
    await expect(panel(page, "Embargo")).toContainText("The embargo is over and cannot begin again.");
    await expect(panel(page, "The case")).toContainText("a honeypot of ours was hit with it");
    await recordExploit(page, "I did, the reporter", keyboard);
    await expectDone(page, "Recorded: an exploit was shared.");
    const owed = panel(page, "Obligations").getByRole("listitem").filter({ hasText: "You post the issue" });
    await expect(owed, "what is late stands open").toContainText("Late");
    await expect(owed).toContainText("Owed by you");
    await press(owed.getByRole("link", { name: "Record the posting" }));
    await expect(page.locator("#record-posting-1")).toBeFocused();
    await expect(panel(page, "Postings")).toContainText("The mandatory posting to oss-security");
  });

  await test.step("the reporter records it by its Message-ID, and the obligation closes", async () => {
    const postings = panel(page, "Postings");
    await enterPosting(page, "The issue: the mandatory posting", messageId, keyboard);
    const details = postings.getByRole("group", { name: "Does it carry the details itself?" });
    await check(details.getByRole("radio", { name: "Yes" }));
    await check(postings.getByRole("radio", { name: "It announces when the exploit follows" }));
    await press(postings.getByRole("button", { name: "Record the posting" }));
    await expect(postings.getByRole("alert")).toContainText("Give the instant that it announces.");
    const announced = postings.getByRole("group", { name: "For when does it announce the exploit?" });
    await expect(announced).toContainText("At most 7 days after the posting");
    await write(announced.getByLabel("Date"), dayFromNow(3));
    await write(announced.getByLabel("Time"), "12:00");
    await expectAccessible(page, "receipt-postings");
    await press(postings.getByRole("button", { name: "Record the posting" }));
    await expectDone(page, "The posting is recorded.");
    await expect(postings).toContainText(messageId);
    await expect(postings).toContainText("It announces the exploit for");
    const obligations = panel(page, "Obligations");
    await expect(obligations).not.toContainText("Late");
    await press(fold(obligations, /^\d+ closed$/));
    const closed = obligations.getByRole("listitem").filter({ hasText: "You post the issue" });
    await expect(closed).toContainText(messageId);
  });

  await test.step("the exploit is owed for when it was announced, until its own posting is recorded", async () => {
    const postings = panel(page, "Postings");
    const owed = panel(page, "Obligations").getByRole("listitem").filter({ hasText: "You post the exploit, too" });
    await expect(owed).toContainText(/Due in (?:2|3) days/);
    await expect(postings).toContainText("The exploit, at most 7 days after the mandatory posting.");
    await press(owed.getByRole("link", { name: "Record the posting" }));
    await enterPosting(page, "The exploit, in a posting of its own", exploitHref, keyboard);
    await press(postings.getByRole("button", { name: "Record the posting" }));
    await expectDone(page, "The posting is recorded.");
    await expect(postings).not.toContainText("What is missing");
    await expect(owed.getByRole("link", { name: exploitHref })).toBeVisible();
    await expectFocusKept(page, "recording the second posting");
  });

  await test.step("the reporter notices a leak, and the list owes three things for it", async () => {
    await unfold(page, "Leaks", keyboard);
    const leaks = panel(page, "Leaks");
    await press(leaks.getByRole("button", { name: "Record a leak" }));
    await press(leaks.getByRole("button", { name: "It happened just now" }));
    await press(leaks.getByRole("button", { name: "Record the leak" }));
    await expect(leaks).toContainText("Leak 1");
    await expect(leaks.getByRole("link", { name: /leak comes from|list tells you|report exactly/ })).toHaveCount(3);
    await expectFocusKept(page, "recording a leak");
  });

  await test.step("a member closes them by a word, opens one again, and closes it for good", async () => {
    await member.reload();
    await unfold(member, "Postings", keyboard);
    await expect(panel(member, "Postings")).toContainText(messageId);
    await expectAccessible(member, "postings");
    const obligations = panel(member, "Obligations");
    for (const what of ["Tell of the leak", "Look into the leak", "Report on the leak"]) {
      await closeWith(member, what, "done in the message of today", keyboard);
      await expectDone(member, `Closed: ${what}.`);
    }
    await expect(panel(member, "Leaks").getByText(/: closed/)).toHaveCount(3);

    await press(fold(obligations, /^\d+ closed$/));
    const told = obligations.getByRole("listitem").filter({ hasText: "Tell of the leak" });
    await expect(told).toContainText("Closed by Dora Demo");
    await press(told.getByRole("button", { name: "Open again (Tell of the leak)" }));
    await press(member.getByRole("alertdialog").getByRole("button", { name: "Open it again" }));
    await expect(obligations.getByRole("button", { name: "Close with evidence (Tell of the leak)" })).toBeVisible();
    await expectDone(member, "Open again: Tell of the leak.");
    await expect(told).toContainText("Late");
    await expectAccessible(member, "obligations");
    await closeWith(member, "Tell of the leak", "told once more, now also those who were away", keyboard);
    await expectDone(member, "Closed: Tell of the leak.");
    await expect(told).toContainText("now also those who were away");
  });

  await test.step("all of it stands in the timeline", async () => {
    await unfold(member, "Timeline", keyboard);
    const timeline = panel(member, "Timeline");
    await expect(timeline).toContainText("Dora Demo took back that an exploit was shared");
    await expect(timeline).toContainText("Dora Demo recorded that attacks have been seen");
    await expect(timeline).toContainText("The reporter recorded the mandatory posting");
    await expect(timeline).toContainText("Dora Demo opened “Tell of the leak” again");
  });
});

test("of two who record at once one is told, sees what is new, and has lost no word", async ({
  page,
  newPerson,
  people,
}) => {
  const { handle } = await sendReport(page);
  const [dora, rosa] = [await newPerson(), await newPerson()];
  await signInHere(dora, people.named("Dora"), keyboard);
  await openReport(dora, handle, keyboard);
  await signInHere(rosa, people.named("Rosa"), keyboard);
  await openReport(rosa, handle, keyboard);
  await enterFact(dora, "Issue public", "https://example.org/somebody-found-it-too", keyboard);

  await recordFact(rosa, "Fix ready", "they wrote to us", keyboard);
  await expect(panel(rosa, "The case")).toContainText("Recorded by Rosa Demo");

  const facts = panel(dora, "The case");
  const record = async () => {
    await press(facts.getByRole("button", { name: "Record it" }));
    await press(dora.getByRole("alertdialog").getByRole("button", { name: "Record it and end the embargo" }));
  };
  await record();
  await expect(facts.getByRole("alert")).toContainText("Somebody has changed this issue");
  await expect(facts).toContainText("Recorded by Rosa Demo");
  await expect(facts.getByLabel("How do you know?")).toHaveValue("https://example.org/somebody-found-it-too");
  await record();
  await expect(facts.getByRole("status").filter({ hasText: "Recorded: the issue is public." })).toBeVisible();
});
