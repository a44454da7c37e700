import { panel, recordFact } from "./support/case.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { expect, test } from "./support/journey.ts";
import { expectFocusKept, keyboard } from "./support/keyboard.ts";
import { followPolicy } from "./support/list-policy.ts";
import { openReport, signInHere } from "./support/member.ts";
import { dayFromNow, expectDone, propose, proposalForm, typeProposal } from "./support/negotiation.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport } from "./support/reporter.ts";

test.use({ siteKind: "demo", trace: "off" });
test.setTimeout(300_000);

const { press } = keyboard;

test("a list that follows the kernel team's policy grants the exceptional extension, and a later date is agreed, by keys alone", async ({
  page,
  newPerson,
  people,
  site,
}) => {
  await followPolicy(site, "linux-distros", "linux-kernel-3e93d5bbcbfc"); // 7 days from the fix, 14 where that is agreed
  const member = await newPerson();
  await answerQuestions(page, "linux-distros");
  await writeReport(page, { title: "Race in the scheduler", software: "linux", text: "Two of them run at once." });
  const { handle, code } = await reviewAndSend(page);
  const later = { day: dayFromNow(10), time: "12:00", reason: "The fix needs time" };

  await test.step("beyond the ordinary maximum a date is refused", async () => {
    await signInHere(member, people.named("Dora"), keyboard);
    await openReport(member, handle, keyboard);
    await recordFact(member, "Fix ready", "https://git.example.org/linux/commit/1", keyboard);
    await expectDone(member, "Recorded: a fix is ready.");
    await typeProposal(member, later, keyboard);
    await propose(member, keyboard);
    await expect(proposalForm(member).getByRole("alert")).toContainText("later than the policy allows");
    await expect(proposalForm(member)).toContainText("R11");
  });

  await test.step("the list grants the extension, and the same date may be proposed", async () => {
    const extension = panel(member, "Embargo");
    await expect(extension).toContainText("Not granted");
    await press(extension.getByRole("button", { name: "Grant it" }));
    await expectAccessible(member, "embargo-extension");
    await press(member.getByRole("alertdialog").getByRole("button", { name: "Grant it" }));
    await expect(extension).toContainText("Granted by the list");
    await expectFocusKept(member, "granting the extension");
    await propose(member, keyboard);
    await expectDone(member, "You proposed");
  });

  await test.step("the reporter sees both, and accepts", async () => {
    await openReceipt(page, code, keyboard);
    await expect(panel(page, "Embargo")).toContainText("Granted by the list");
    await expect(panel(page, "Embargo").getByRole("button", { name: "Grant it" })).toHaveCount(0);
    await press(page.getByRole("button", { name: /^Accept this date: proposal \d$/ }));
    await expectDone(page, "You accepted");
    await expectFocusKept(page, "accepting a date");
  });
});
