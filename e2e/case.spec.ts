import type { Page } from "@playwright/test";
import { closeWith, enterFact, panel } from "./support/case.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { expect, test } from "./support/journey.ts";
import { openReport, signInHere } from "./support/member.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport, type KeptReceipt } from "./support/reporter.ts";

test.setTimeout(300_000);
test.use({ trace: "off" }); // of the many looks by axe, it would be most of the work

/** Sends a report that the list's policy accepts at once. */
async function sendReport(page: Page): Promise<KeptReceipt> {
  await answerQuestions(page);
  await writeReport(page, { title: "Use after free in quaymaster", software: "quaymaster", text: "It frees twice." });
  return reviewAndSend(page);
}

test("attacks end an embargo, the posting closes what is owed for it, and a leak is followed to its end", async ({
  page,
  newPerson,
  people,
}) => {
  const messageId = "<20261124120000.ga1@reporter.example>";
  const member = await newPerson();
  const receipt = await test.step("a reporter sends a report, whose date is within the policy", () => sendReport(page));

  await test.step("a member records that the vendor knows, and only then that a fix is ready", async () => {
    await signInHere(member, people.named("Dora"));
    await openReport(member, receipt.handle);
    const facts = panel(member, "The case");
    await expect(facts).toContainText("The embargo stands");
    await facts.getByRole("button", { name: "Record a fact" }).click();
    await expect(facts.getByRole("radio", { name: "Fix ready" })).toHaveCount(0);
    await facts.getByRole("button", { name: "Cancel" }).click();

    await enterFact(member, "Vendor aware", "upstream answered on their own tracker");
    await facts.getByRole("button", { name: "Record it" }).click();
    await expect(facts.getByRole("status").filter({ hasText: "Recorded: the vendor knows of it." })).toBeVisible();
    await enterFact(member, "Fix ready", "https://git.example.org/quaymaster/commit/1");
    await facts.getByRole("button", { name: "Record it" }).click();
    await expect(facts.getByRole("status").filter({ hasText: "Recorded: a fix is ready." })).toBeVisible();
    await expect(facts.getByRole("link", { name: /git\.example\.org/ })).toBeVisible();
    await expect(facts).toContainText("The embargo stands");
  });

  await test.step("what is not filled in is not recorded, and what ends an embargo is asked for once more", async () => {
    const facts = panel(member, "The case");
    await facts.getByRole("button", { name: "Record a fact" }).click();
    await facts.getByRole("radio", { name: "Attacks seen" }).check();
    await facts.getByRole("button", { name: "Record it" }).click();
    await expect(facts.getByRole("alert")).toContainText("Give the date and the time");
    await expectAccessible(member, "case-facts");
    await facts.getByRole("button", { name: "It happened just now" }).click();
    await facts.getByLabel("How do you know?").fill("a honeypot of ours was hit with it");
    await facts.getByRole("button", { name: "Record it" }).click();
    const question = member.getByRole("alertdialog");
    await expect(question).toContainText("ends at once");
    await question.getByRole("button", { name: "Record it and end the embargo" }).click();
    await expect(facts.getByRole("status").filter({ hasText: "Recorded: attacks have been seen." })).toBeVisible();
    await expect(facts).toContainText("no embargo can start or stand");
  });

  await test.step("the reporter's page says that it is over, and that the posting is owed now", async () => {
    await openReceipt(page, receipt.code);
    await expect(panel(page, "Embargo")).toContainText("The embargo is over and cannot begin again.");
    await expect(panel(page, "The case")).toContainText("a honeypot of ours was hit with it");
    const owed = panel(page, "Obligations").getByRole("listitem").filter({ hasText: "You post the issue" });
    await expect(owed).toContainText("Late");
    await expect(owed).toContainText("Owed by you");
    await owed.getByRole("link", { name: "Record the posting" }).click();
    await expect(page.locator("#record-posting-1")).toBeFocused();
    await expect(panel(page, "Postings")).toContainText("The mandatory posting to oss-security");
  });

  await test.step("the reporter records it by its Message-ID, and the obligation closes", async () => {
    const postings = panel(page, "Postings");
    await postings.getByRole("button", { name: "Record a posting" }).click();
    await postings.getByRole("radio", { name: "The issue: the mandatory posting" }).check();
    await postings.getByLabel("Link or Message-ID").fill(messageId);
    await postings.getByRole("button", { name: "It happened just now" }).click();
    await postings
      .getByRole("group", { name: "Does it carry the details itself?" })
      .getByRole("radio", { name: "Yes" })
      .check();
    await postings.getByRole("radio", { name: /^There is none/ }).check();
    await expectAccessible(page, "receipt-postings");
    await postings.getByRole("button", { name: "Record the posting" }).click();
    await expect(postings.getByRole("status").filter({ hasText: "The posting is recorded." })).toBeVisible();
    await expect(postings).toContainText(messageId);
    await expect(postings).not.toContainText("What is missing");
    const obligations = panel(page, "Obligations");
    await expect(obligations).not.toContainText("Late");
    await obligations.getByText(/^\d+ closed$/).click();
    const closed = obligations.getByRole("listitem").filter({ hasText: "You post the issue" });
    await expect(closed).toContainText(messageId);
  });

  await test.step("the reporter notices a leak, and the list owes three things for it", async () => {
    const leaks = panel(page, "Leaks");
    await leaks.getByRole("button", { name: "Record a leak" }).click();
    await leaks.getByRole("button", { name: "It happened just now" }).click();
    await leaks.getByRole("button", { name: "Record the leak" }).click();
    await expect(leaks).toContainText("Leak 1");
    await expect(leaks.getByRole("link", { name: /leak comes from|list tells you|report exactly/ })).toHaveCount(3);
  });

  await test.step("a member closes them by a word, and opens one again", async () => {
    await member.reload();
    await expect(panel(member, "Postings")).toContainText(messageId);
    await expectAccessible(member, "postings");
    const obligations = panel(member, "Obligations");
    for (const what of ["Tell of the leak", "Look into the leak", "Report on the leak"]) {
      await closeWith(member, what, "done in the message of today");
      await expect(obligations.getByRole("status").filter({ hasText: `Closed: ${what}.` })).toBeVisible();
    }
    await expect(panel(member, "Leaks").getByText(/: closed/)).toHaveCount(3);

    await obligations.getByText(/^\d+ closed$/).click();
    const told = obligations.getByRole("listitem").filter({ hasText: "Tell of the leak" });
    await expect(told).toContainText("Closed by Dora Demo");
    await told.getByRole("button", { name: "Open again (Tell of the leak)" }).click();
    await member.getByRole("alertdialog").getByRole("button", { name: "Open it again" }).click();
    await expect(obligations.getByRole("button", { name: "Close with evidence (Tell of the leak)" })).toBeVisible();
    await expect(obligations.getByRole("status").filter({ hasText: "Open again: Tell of the leak." })).toBeVisible();
    await expect(told).toContainText("Late");
    await expectAccessible(member, "obligations");
  });

  await test.step("all of it stands in the timeline", async () => {
    const timeline = panel(member, "Timeline");
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
  await signInHere(dora, people.named("Dora"));
  await openReport(dora, handle);
  await signInHere(rosa, people.named("Rosa"));
  await openReport(rosa, handle);
  await enterFact(dora, "Issue public", "https://example.org/somebody-found-it-too");

  await enterFact(rosa, "Vendor aware", "they wrote to us");
  await panel(rosa, "The case").getByRole("button", { name: "Record it" }).click();
  await expect(panel(rosa, "The case")).toContainText("Recorded by Rosa Demo");

  const facts = panel(dora, "The case");
  const record = async () => {
    await facts.getByRole("button", { name: "Record it" }).click();
    await dora.getByRole("alertdialog").getByRole("button", { name: "Record it and end the embargo" }).click();
  };
  await record();
  await expect(facts.getByRole("alert")).toContainText("Somebody has changed this issue");
  await expect(facts).toContainText("Recorded by Rosa Demo");
  await expect(facts.getByLabel("How do you know?")).toHaveValue("https://example.org/somebody-found-it-too");
  await record();
  await expect(facts.getByRole("status").filter({ hasText: "Recorded: the issue is public." })).toBeVisible();
});
