import { enrol, goToRosters, publishHere, publishWithGpg } from "./support/coordinator.ts";
import { decryptWithGpg } from "./support/decrypt.ts";
import { expect, test } from "./support/journey.ts";
import { expectFocusKept, keyboard } from "./support/keyboard.ts";
import { envelope, goToReports, openReport, findRow, save, signInHere, signInWithPastedKey } from "./support/member.ts";
import { answerQuestions, keepReceipt, reviewAndSend, writeReport } from "./support/reporter.ts";
import { tracesOf } from "./support/secret-marks.ts";
import { unlockedKey } from "./support/unlocked-key.ts";

test.use({ siteKind: "demo" });
test.setTimeout(300_000);

test("a coordinator enrols somebody by keyboard alone, whom new reports then reach, and removes them again", async ({
  page,
  newPerson,
  newGpgHome,
  newTerminal,
  people,
  sentBodies,
}) => {
  const ada = people.named("Ada");
  const vera = { name: "Vera Void", organisation: "Void Linux" };
  const gpg = await newGpgHome();
  const fingerprint = await gpg.makeKey("vera@example.org", "cv25519");
  const privateKey = await gpg.exportPrivateKey(fingerprint);
  const certificate = (await gpg.output(["--armor", "--export", fingerprint])).toString();
  const coordinator = await newPerson();
  const newcomer = await newPerson();
  let handle = "";

  await test.step("a reporter has come as far as the review, with the readers of today", async () => {
    await answerQuestions(page);
    await writeReport(page, { title: "Sent across a change", software: "libslow", text: "Typed before Vera came." });
    await page.getByRole("button", { name: "Review and encrypt" }).click();
    await expect(page.getByRole("button", { name: "Encrypt and send" })).toBeEnabled();
  });

  await test.step("a private key that is pasted by mistake is refused, and goes nowhere", async () => {
    await signInHere(coordinator, ada, keyboard);
    await keyboard.press(coordinator.getByRole("link", { name: "Coordination" }));
    await keyboard.write(coordinator.getByLabel("Certificate", { exact: true }), privateKey);
    await expect(coordinator.getByRole("alert").filter({ hasText: /private key/i })).toBeVisible();
    await expect(coordinator.getByLabel("Certificate", { exact: true })).toHaveValue("");
    const sent = Buffer.concat(sentBodies.map(({ bytes }) => bytes));
    expect(tracesOf("PRIVATE KEY", sent)).toEqual([]);
  });

  await test.step("an organisation and a person are enrolled", async () => {
    await enrol(coordinator, { ...vera, certificate }, keyboard);
    await expect(coordinator.getByText("The roster of distros is not up to date")).toBeVisible();
  });

  await test.step("whose table is empty, for no report was sealed to them", async () => {
    await signInWithPastedKey(newcomer, privateKey);
    await expect(newcomer.getByText("Nothing is sealed to you yet")).toBeVisible();
  });

  await test.step("the new rosters are signed, one in a terminal and one in the browser", async () => {
    const home = await newGpgHome();
    await home.output(["--import"], await unlockedKey(ada));
    await goToRosters(coordinator, keyboard);
    await expect(coordinator.getByText(vera.name).first()).toBeVisible();
    await publishWithGpg(coordinator, await newTerminal(home.folder), keyboard);
    await publishHere(coordinator, "linux-distros", keyboard);
    await expectFocusKept(coordinator, "publishing");
  });

  await test.step("the reporter is offered the new readers, and one press encrypts to them", async () => {
    await page.getByRole("button", { name: "Encrypt and send" }).click();
    await page.getByRole("button", { name: "Fetch the new readers and encrypt again" }).click();
    ({ handle } = await keepReceipt(page));
  });

  await test.step("the new member reads it", async () => {
    await goToReports(newcomer);
    await expect(await findRow(newcomer, handle)).toContainText("Sent across a change");
    await expect(newcomer.getByRole("row")).toHaveCount(2); // what came before stays closed
    await openReport(newcomer, handle);
    await expect(envelope(newcomer, /^Report from the reporter/)).toContainText("Typed before Vera came.");
  });

  await test.step("removed, they are out at their next request, and cannot come back", async () => {
    await keyboard.press(coordinator.getByRole("link", { name: "Coordination" }).first());
    await keyboard.press(coordinator.getByRole("button", { name: `Remove ${vera.name}` }));
    const question = coordinator.getByRole("alertdialog");
    await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
    await coordinator.keyboard.press("Escape");
    await expect(coordinator.getByRole("button", { name: `Remove ${vera.name}` })).toBeFocused();
    await coordinator.keyboard.press("Enter");
    await keyboard.press(question.getByRole("button", { name: "Remove" }));
    await expect(question).toBeHidden(); // as long as it is open, all behind it is hidden
    await expect(coordinator.getByRole("button", { name: `Remove ${vera.name}` })).toBeHidden();
    await expectFocusKept(coordinator, "removing a person");

    await newcomer.reload();
    await expect(newcomer).toHaveURL(/\/sign-in/);
    await signInWithPastedKey(newcomer, privateKey);
    await expect(newcomer.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
    await expect(newcomer).toHaveURL(/\/sign-in/);
  });

  await test.step("and once the next roster is signed, reports do not reach them", async () => {
    await goToRosters(coordinator, keyboard);
    await publishHere(coordinator, "distros", keyboard);
    const reporter = await newPerson();
    await answerQuestions(reporter);
    await writeReport(reporter, { title: "After the removal", software: "libafter", text: "Not for Vera." });
    await reviewAndSend(reporter);
    const { bytes } = await save(reporter, reporter.getByRole("button", { name: "The report (.asc)", exact: true }));
    await expect(decryptWithGpg(gpg, bytes)).rejects.toThrow(/No secret key/);
  });
});
