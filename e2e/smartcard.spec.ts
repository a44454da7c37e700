import type { GpgHome } from "./support/gpg.ts";
import { expect, test } from "./support/journey.ts";
import { expectFocusKept, keyboard } from "./support/keyboard.ts";
import {
  envelope,
  goToReports,
  openReport,
  readByTicket,
  findRow,
  save,
  signInHere,
  signInWithGpg,
} from "./support/member.ts";
import { shownCommand } from "./support/policy-commands.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport, type KeptReceipt } from "./support/reporter.ts";
import { newSecretMarks, privateStretch, tracesOf } from "./support/secret-marks.ts";
import type { Terminal } from "./support/shell.ts";
import { unlockedKey } from "./support/unlocked-key.ts";
import { unfold } from "./support/unfold.ts";

test.setTimeout(300_000);

test("a member whose key only gpg holds reads, replies and grants by keyboard alone, without the key in the browser", async ({
  page,
  newPerson,
  newGpgHome,
  newTerminal,
  people,
  sentBodies,
}) => {
  const otis = people.named("Otis");
  const felix = people.named("Felix");
  const dora = people.named("Dora");
  const written = { title: newSecretMarks().word("card"), software: "brindle", text: "Only Linux has it." };
  const reply = "Read from a smartcard, as it were.\n";
  const member = await newPerson();
  let gpg: GpgHome;
  let terminal: Terminal;
  let receipt: KeptReceipt = { handle: "", code: "" };

  await test.step("a report arrives for the Linux distributions", async () => {
    await answerQuestions(page, "linux-distros");
    await writeReport(page, written);
    receipt = await reviewAndSend(page);
  });

  await test.step("the member signs in with gpg", async () => {
    gpg = await newGpgHome();
    await gpg.output(["--import"], await unlockedKey(otis));
    terminal = await newTerminal(gpg.folder);
    await signInWithGpg(member, otis.fingerprint, terminal, keyboard);
    await expect(await findRow(member, receipt.handle, keyboard)).toContainText("Sealed");
  });

  await test.step("and reads by ticket: one shell line for all that is sealed", async () => {
    const keyringKept = member.waitForResponse(
      (answer) => answer.url().endsWith("/api/v1/keyring") && answer.request().method() === "PUT",
    );
    expect(await readByTicket(member, terminal, keyboard)).toBeGreaterThan(3);
    await expect(await findRow(member, receipt.handle, keyboard)).toContainText(written.title);
    expect((await keyringKept).status()).toBe(204);
    await openReport(member, receipt.handle, keyboard);
    await expect(envelope(member, /^Report from the reporter/)).toContainText(written.text);
  });

  await test.step("replies with a message that gpg signs and encrypts", async () => {
    await keyboard.press(member.locator("summary").filter({ hasText: "Write, sign and encrypt in a terminal" }));
    const certificate = await save(member, member.getByRole("button", { name: /-reporter\.pgp$/ }), keyboard);
    await terminal.write(certificate.name, certificate.bytes);
    await terminal.write("reply.txt", reply);
    await terminal.run(await shownCommand(member, "Encrypt reply.txt"));
    await keyboard.write(member.getByLabel("Armoured reply"), await terminal.run("cat reply.asc"));
    await keyboard.press(member.getByRole("button", { name: "Send the armoured reply" }));
    await expect(envelope(member, "Message from you")).toBeVisible();
    await expectFocusKept(member, "sending the armoured reply");
  });

  await test.step("grants the report to somebody of the other list", async () => {
    await unfold(member, "Readers", keyboard);
    await keyboard.press(member.getByRole("button", { name: "Grant access" }));
    const dialog = member.getByRole("dialog", { name: "Grant access" });
    await keyboard.pick(dialog.getByLabel("Member"), `${felix.name} (${felix.organisation})`);
    await keyboard.press(dialog.getByRole("button", { name: "Grant", exact: true }));
    await expect(dialog.getByText(`${felix.name} (${felix.organisation}) can now read`)).toBeVisible();
    await keyboard.press(dialog.getByRole("button", { name: "Close" }));
    await expect(member.getByRole("button", { name: "Grant access" })).toBeFocused();
  });

  await test.step("after that, one ticket is enough", async () => {
    await member.goto("/reports");
    await expect(await findRow(member, receipt.handle, keyboard)).toContainText("Sealed");
    expect(await readByTicket(member, terminal, keyboard)).toBe(1);
    await expect(await findRow(member, receipt.handle, keyboard)).toContainText(written.title);
  });

  await test.step("no private key came near the browser, nor anything into its storage", async () => {
    const stretch = privateStretch(otis.lockedKey, await gpg.exportCertificate(otis.fingerprint));
    const unlocked = privateStretch(await unlockedKey(otis), await gpg.exportCertificate(otis.fingerprint));
    const sent = Buffer.concat(sentBodies.map(({ bytes }) => bytes));
    const stored = Buffer.from(JSON.stringify(await member.context().storageState({ indexedDB: true })));
    for (const secret of [stretch, unlocked, written.title, written.text, "PRIVATE KEY"]) {
      expect(tracesOf(secret, sent)).toEqual([]);
      expect(tracesOf(secret, stored)).toEqual([]);
    }
  });

  await test.step("the one whom it was granted to reads it", async () => {
    const guest = await newPerson();
    await signInHere(guest, felix);
    await expect(await findRow(guest, receipt.handle)).toContainText(written.title);
    await openReport(guest, receipt.handle);
    await expect(envelope(guest, /^Report from the reporter/)).toContainText(written.text);
  });

  await test.step("other readers see the reply and whose it is; then its author's ticket opens it too", async () => {
    const colleague = await newPerson();
    await signInHere(colleague, dora);
    await openReport(colleague, receipt.handle);
    const message = envelope(colleague, `Message from ${otis.name} (${otis.organisation})`);
    await expect(message).toContainText(reply.trim());
    await expect(message).toContainText("Signed");

    await openReceipt(page, receipt.code);
    await expect(envelope(page, `Message from ${otis.name} (${otis.organisation})`)).toContainText(reply.trim());

    await goToReports(member, keyboard);
    await openReport(member, receipt.handle, keyboard);
    await expect(envelope(member, "Message from you")).toBeVisible();
  });
});
