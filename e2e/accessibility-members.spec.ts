import { expectAccessible } from "./support/expect-accessible.ts";
import { enrol, goToRosters } from "./support/coordinator.ts";
import { expect, test } from "./support/journey.ts";
import { envelope, openReport, signInHere, signInWithPastedKey } from "./support/member.ts";
import { unfold } from "./support/unfold.ts";

test.describe.configure({ mode: "parallel" });
test.setTimeout(300_000);
test.use({ trace: "off" }); // of a hundred looks by axe, it would be most of the work

test("axe finds nothing in the table of reports, locked and unlocked", async ({ page, people }) => {
  await signInHere(page, people.named("Dora"));
  await expect(page.getByRole("table")).toContainText("libmarrow");
  await expectAccessible(page, "reports-unlocked");
  await page.getByLabel("Search").fill("nothing is called like this");
  await expect(page.getByText("No report fits")).toBeVisible();
  await expectAccessible(page, "reports-none-fit");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("button", { name: "Keys", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expectAccessible(page, "reports-keys");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Lock your key" }).click();
  await expect(page.getByRole("table")).not.toContainText("libmarrow");
  await expectAccessible(page, "reports-locked");
  await page.getByRole("button", { name: "Unlock your key" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Unlock your key" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, "unlock");
  await dialog.getByRole("radio", { name: "In gpg, or on a smartcard" }).check();
  await dialog.getByRole("button", { name: "Show the command" }).click();
  await expect(dialog.getByRole("button", { name: "Open with these" })).toBeVisible();
  await expectAccessible(page, "tickets");
});

test("axe finds nothing on a report's page, with all that opens on it", async ({ page, people }) => {
  const discussed = people.receipts.find(({ title }) => title.includes("sextantd"));
  await signInHere(page, people.named("Dora"));
  await openReport(page, discussed?.handle ?? "");
  await expect(envelope(page, /^Report from the reporter/)).toContainText("transaction number");
  await expectAccessible(page, "report-unlocked");

  await page.getByText("Write, sign and encrypt in a terminal").click();
  for (const readers of await page.getByText("Who can read this").all()) await readers.click();
  await expect(page.getByText(/^\d+ readers$/).first()).toBeVisible();
  await page.getByRole("textbox", { name: /^Reply to the reporter/ }).fill("Thank you, we have the patch.");
  await expectAccessible(page, "report-all-open");
  await page.getByRole("button", { name: "Lock your key" }).click();
  await expect(envelope(page, /^Report from the reporter/)).not.toContainText("transaction number");
  await expectAccessible(page, "report-locked");
});

test("axe finds nothing where a member lets another in", async ({ page, people }) => {
  await signInHere(page, people.named("Dora"));
  const forLinux = people.receipts.find(({ title }) => title.includes("mount helper of brindle"));
  await openReport(page, forLinux?.handle ?? "");
  await expect(envelope(page, /^Report from the reporter/)).toContainText("brindle-mount");
  await unfold(page, "Readers");
  await page.getByRole("button", { name: "Grant access" }).click();
  await expect(page.getByRole("dialog", { name: "Grant access" }).getByRole("combobox")).toBeVisible();
  await expectAccessible(page, "report-grant");
});

test("axe finds nothing on a coordinator's pages, nor on a newcomer's", async ({
  page,
  people,
  newGpgHome,
  newPerson,
}) => {
  await signInHere(page, people.named("Ada"));
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Coordination" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Coordination" })).toBeVisible();
  await expectAccessible(page, "coordination");
  await page
    .getByRole("button", { name: /^Remove / })
    .first()
    .click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page, "coordination-remove");
  await page.keyboard.press("Escape");

  const gpg = await newGpgHome();
  const fingerprint = await gpg.makeKey("wenzel@example.org", "cv25519");
  const certificate = (await gpg.output(["--armor", "--export", fingerprint])).toString();
  await enrol(page, { name: "Wenzel Wold", organisation: "Wold Linux", certificate });
  await goToRosters(page);
  await expectAccessible(page, "rosters");
  await page.getByRole("radio", { name: "In a terminal, with gpg" }).first().check();
  await expectAccessible(page, "rosters-gpg");

  const newcomer = await newPerson();
  await signInWithPastedKey(newcomer, await gpg.exportPrivateKey(fingerprint));
  await expect(newcomer.getByText("Nothing is sealed to you yet")).toBeVisible();
  await expectAccessible(newcomer, "reports-empty");
});
