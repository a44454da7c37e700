import { expectAccessible } from "./support/expect-accessible.ts";
import { mouse } from "./support/hand.ts";
import { expect, test } from "./support/journey.ts";
import { expectFocusKept, keyboard } from "./support/keyboard.ts";
import { goToReports, openReport, findRow, signInHere } from "./support/member.ts";
import { dayFromNow, expectDone, propose, proposalForm, sendReport, typeProposal } from "./support/negotiation.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport } from "./support/reporter.ts";

test.describe.configure({ mode: "parallel" });
test.setTimeout(300_000);

for (const { by, hand } of [
  { by: "pointing", hand: mouse },
  { by: "keys alone", hand: keyboard },
]) {
  test(`a member and a reporter agree on a date, in two browsers at once and by ${by}`, async ({
    page,
    newPerson,
    people,
  }) => {
    const dora = people.named("Dora");
    const member = await newPerson();
    const { handle, code } = await sendReport(page, `Harrow overflows, by ${by}`);
    await signInHere(member, dora);
    await openReport(member, handle);
    const form = proposalForm(member);

    await test.step("a date beyond the maximum is refused, with the latest that is allowed", async () => {
      await typeProposal(member, { day: dayFromNow(20), time: "14:00", reason: "The fix needs time" }, hand);
      await propose(member, hand);
      await expect(form.getByRole("alert")).toContainText("later than the policy allows");
      await expect(form).toContainText("R11");
      await expect(form.getByLabel("Why?")).toHaveValue("fix-needs-time");
      if (hand === mouse) await expectAccessible(member, "embargo-refused");
      await hand.press(form.getByRole("button", { name: /^Use / }));
      await propose(member, hand);
      await expectDone(member, "You proposed");
      await expect(member.getByRole("main")).toContainText("The embargo holds; another date is proposed.");
    });

    await test.step("the reporter sees who asks for what, and names an earlier one", async () => {
      await openReceipt(page, code);
      await expect(page.getByRole("listitem").filter({ hasText: "Proposal 2" })).toContainText(dora.name);
      await typeProposal(page, { day: dayFromNow(4), time: "14:00", reason: "It may leak" }, hand);
      await propose(page, hand);
      await expectDone(page, "You proposed");
      await expect(page.getByText("is for an earlier date, and is considered first")).toBeVisible();
      if (hand === mouse) await expectAccessible(page, "receipt-negotiation");
    });

    await test.step("the member accepts it, and that closes the other", async () => {
      await goToReports(member);
      await openReport(member, handle);
      const countered = member.getByRole("listitem").filter({ hasText: "Proposal 3" });
      await expect(countered).toContainText("the reporter");
      await member.getByText(/^History: \d+ records$/).click();
      if (hand === mouse) await expectAccessible(member, "embargo-negotiation");
      await hand.press(countered.getByRole("button", { name: "Accept this date: proposal 3" }));
      await expectDone(member, `You accepted`);
      await expect(member.getByText(/^Proposed by the reporter, agreed by/)).toContainText(dora.name);
      await expect(member.getByRole("listitem").filter({ hasText: /^Proposal/ })).toHaveCount(0);
      await expect(member.getByRole("button", { name: "Propose another date" })).toBeVisible();
    });
  });
}

test("of two members at once one proposes; the other sees what changed and loses no text", async ({
  page,
  newPerson,
  people,
}) => {
  const [first, second] = [await newPerson(), await newPerson()];
  const { handle } = await sendReport(page, "Two at once");
  await signInHere(first, people.named("Dora"));
  await signInHere(second, people.named("Cyrus"));
  await openReport(first, handle);
  await openReport(second, handle);
  const day = dayFromNow(3);
  await typeProposal(first, { day: dayFromNow(4), time: "14:00", reason: "It may leak" });
  await typeProposal(second, { day, time: "15:00", reason: "The fix is ready" });
  await propose(first);
  await expectDone(first, "You proposed");

  await propose(second);
  const form = proposalForm(second);
  await expect(form.getByRole("alert")).toContainText("Somebody has changed this issue since you looked at it.");
  await expect(form).toContainText(`${people.named("Dora").name} (${people.named("Dora").organisation}) proposed (2)`);
  await expect(form.getByLabel("Date")).toHaveValue(day);
  await expect(form.getByLabel("Time")).toHaveValue("15:00");
  await propose(second);
  await expectDone(second, "You proposed");
  await expect(second.getByRole("listitem").filter({ hasText: /^Proposal/ })).toHaveCount(1);
});

test("an issue is split out with a title of its own, gets a CVE id and an earlier date, and is merged again, by keys alone", async ({
  page,
  newPerson,
  people,
}) => {
  const member = await newPerson();
  const { press, check, write } = keyboard;
  const { handle, code } = await sendReport(page, "Overflow in the parser");
  await signInHere(member, people.named("Dora"), keyboard);
  await openReport(member, handle, keyboard);
  await expect(member.getByRole("heading", { level: 2, name: "Embargo" })).toBeVisible();

  await test.step("its title is sealed in the browser, for the reporter too", async () => {
    await press(member.getByRole("button", { name: "Split an issue out" }));
    const dialog = member.getByRole("dialog", { name: "Split an issue out of this one" });
    await press(dialog.getByRole("button", { name: "Encrypt the title, and split" }));
    await expect(dialog).toContainText("Give it a title.");
    await write(dialog.getByLabel("Title"), "Leak in the printer");
    await expect(dialog.getByLabel("Affected software")).toHaveValue("libharrow");
    await expectAccessible(member, "issue-split");
    await press(dialog.getByRole("button", { name: "Encrypt the title, and split" }));
    await expect(member.getByRole("heading", { level: 2, name: "2 issues" })).toBeVisible();
    await expect(member.getByRole("heading", { level: 3, name: "Issue 2: Leak in the printer" })).toBeVisible();
    await expectFocusKept(member, "splitting an issue");
    await openReceipt(page, code, keyboard);
    await expect(page.getByRole("heading", { level: 3, name: "Issue 2: Leak in the printer" })).toBeVisible();
  });

  await test.step("each has a CVE state of its own", async () => {
    await press(member.getByRole("button", { name: "Change what is said of the CVE id of issue 2" }));
    const dialog = member.getByRole("dialog", { name: "CVE id" });
    await check(dialog.getByRole("radio", { name: "Assigned" }));
    await write(dialog.getByLabel("The id"), "CVE-2026-12345");
    await press(dialog.getByRole("button", { name: "Save" }));
    await expect(member.getByRole("definition").filter({ hasText: "CVE-2026-12345" })).toHaveCount(1);
    await expectAccessible(member, "issues-several");
  });

  await test.step("and a date of its own, which the reporter accepts", async () => {
    const second = member.locator("#embargo-2");
    await typeProposal(second, { day: dayFromNow(2), time: "16:00", reason: "The fix is ready" }, keyboard);
    await propose(second, keyboard);
    await expectDone(member, "You proposed");
    await openReceipt(page, code, keyboard);
    await press(page.locator("#embargo-2").getByRole("button", { name: "Accept this date: proposal 2" }));
    await expectDone(page, "You accepted");
    await expect(page.locator("#embargo-2")).toContainText(dayFromNow(2));
    await expect(page.locator("#embargo-1")).not.toContainText(dayFromNow(2));
    await goToReports(member, keyboard);
    await openReport(member, handle, keyboard);
  });

  await test.step("merged, it is part of the first, which has the earlier date then and still names the report", async () => {
    await press(member.locator("#embargo-2").getByRole("button", { name: "Merge into another issue" }));
    const dialog = member.getByRole("dialog", { name: "Merge issue 2 into another?" });
    await expect(dialog).toContainText("issue 1, Overflow in the parser");
    await expect(dialog).toContainText("the date of the one that is merged, which is earlier");
    await press(dialog.getByRole("button", { name: "Merge" }));
    await expect(member.getByText("Issue 2, Leak in the printer was merged into issue 1")).toBeVisible();
    await expect(member.getByRole("heading", { level: 2, name: "Embargo" })).toBeVisible();
    await expect(member.locator("#embargo-1")).toContainText(dayFromNow(2));
    await expectFocusKept(member, "merging an issue");
    await goToReports(member, keyboard);
    await expect(await findRow(member, handle, keyboard)).toContainText("Overflow in the parser");
  });

  await test.step("a withdrawn issue is over, and its publication still owed", async () => {
    await openReport(member, handle, keyboard);
    await press(member.getByRole("button", { name: "Withdraw issue 1" }));
    await press(member.getByRole("alertdialog").getByRole("button", { name: "Withdraw it" }));
    await expect(member.getByText("That it is made public is still owed")).toBeVisible();
    await expect(member.getByRole("button", { name: "Propose another date" })).toBeHidden();
    await expectFocusKept(member, "withdrawing an issue");
  });
});

test("a report without a date is taken provisionally, and the list names the latest", async ({
  page,
  newPerson,
  people,
}) => {
  const member = await newPerson();
  await answerQuestions(page);
  await page.getByLabel("Date").fill("");
  await expect(page.getByRole("main")).toContainText("proposes no date");
  await page.getByRole("button", { name: "Send it without an agreed date" }).click();
  await expect(page.getByText("It goes out without an agreed date")).toBeVisible();
  await writeReport(page, { title: "No date yet", software: "libharrow", text: "When is for you to say." });
  const { handle, code } = await reviewAndSend(page);

  await signInHere(member, people.named("Dora"));
  await openReport(member, handle);
  await expect(member.getByText("No date is agreed yet: accepted provisionally.")).toBeVisible();
  await expectAccessible(member, "embargo-provisional");
  await member.getByRole("button", { name: /^Propose .*, the latest allowed$/ }).click();
  await expectDone(member, "You proposed");

  await openReceipt(page, code);
  await page.getByRole("button", { name: "Accept this date: proposal 1" }).click();
  await expectDone(page, "You accepted");
  await expect(page.getByText("The embargo holds until this date.")).toBeVisible();
});
