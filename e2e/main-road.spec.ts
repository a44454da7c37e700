import { decryptWithGpg } from "./support/decrypt.ts";
import { demoPassphrase } from "./support/demo-people.ts";
import { exchangeSignatures } from "./support/exchange-signatures.ts";
import { expect, test } from "./support/journey.ts";
import { readEntity } from "./support/mail-entity.ts";
import { envelope, goToReports, openReport, findRow, save, signInHere } from "./support/member.ts";
import { searchWebMemory } from "./support/process-memory.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport, type KeptReceipt } from "./support/reporter.ts";
import { newSecretMarks, privateStretch, tracesOf } from "./support/secret-marks.ts";
import { backUpSite } from "./support/site-backup.ts";
import { searchSite } from "./support/site-search.ts";

test.setTimeout(300_000);

test("a report travels to a member and back, and the server cannot read it", async ({
  page,
  newPerson,
  newGpgHome,
  people,
  sentBodies,
  site,
}) => {
  const dora = people.named("Dora");
  const marks = newSecretMarks();
  const patch = { name: `${marks.word("patch")}-größe.diff`, mimeType: "text/x-patch", buffer: marks.bytes(9_000) };
  const trace = {
    name: `${marks.word("trace")}.bin`,
    mimeType: "application/octet-stream",
    buffer: marks.bytes(400_000),
  };
  const proof = { name: `${marks.word("proof")}.c`, mimeType: "text/x-csrc", buffer: marks.bytes(2_000) };
  const written = {
    title: `Overflow in ${marks.word("title")}`,
    software: marks.word("software"),
    versions: marks.word("versions"),
    text: `The parser ${marks.word("text")} trusts a length.\nIt writes past the end of its buffer.`,
    attachments: [patch, trace],
    exploit: { text: `Run it: ${marks.word("exploit")}`, files: [proof] },
    credit: `Found by ${marks.word("credit")}`,
  };
  const answer = {
    text: `Thank you, ${marks.word("answer")}`,
    file: { ...patch, name: `${marks.word("backport")}.diff` },
  };
  const answerBytes = marks.bytes(5_000);
  const reply = `Received. Is ${marks.word("reply")} affected too?`;
  const member = await newPerson();
  let receipt: KeptReceipt = { handle: "", code: "" };
  let kept: readonly { readonly bytes: Buffer }[] = [];

  await test.step("the reporter writes, looks it over, sends, and keeps the receipt and the message", async () => {
    await answerQuestions(page);
    await writeReport(page, written);
    receipt = await reviewAndSend(page);
    const keep = async (name: string) => save(page, page.getByRole("button", { name, exact: true }));
    const file = await keep("The report (.asc)");
    expect(file.name).toContain(receipt.handle);
    expect(file.bytes.toString()).toContain("-----BEGIN PGP MESSAGE-----");
    kept = [file, await keep("The report, attachment 1 (.pgp)"), await keep("The exploit (.asc)")];
  });

  await test.step("a member signs in, and finds it by its title", async () => {
    await signInHere(member, dora);
    await expect(await findRow(member, receipt.handle)).toContainText(written.title);
    await member.getByLabel("Search").fill(written.software);
    await expect(member.getByRole("row")).toHaveCount(2); // the header's, and this report's
    await expect(await findRow(member, receipt.handle)).toHaveCount(1);
    await openReport(member, receipt.handle);
  });

  await test.step("reads it, and saves its attachments byte for byte", async () => {
    const report = envelope(member, /^Report from the reporter/);
    await expect(report).toContainText(written.title);
    await expect(report.getByLabel("Text", { exact: true })).toHaveText(written.text);
    await expect(report).toContainText(written.credit);
    await expect(report).toContainText("commitment is signed by the reporter");
    for (const file of written.attachments) {
      const saved = await save(member, report.getByRole("button", { name: `Save ${file.name}` }));
      expect(saved.name).toBe(file.name);
      expect(saved.bytes.equals(file.buffer), `${file.name} byte for byte`).toBe(true);
    }
    const exploit = envelope(member, /^Exploit from the reporter/);
    await expect(exploit.getByLabel("Text", { exact: true })).toHaveText(written.exploit.text);
    const saved = await save(member, exploit.getByRole("button", { name: `Save ${proof.name}` }));
    expect(saved.bytes.equals(proof.buffer)).toBe(true);
  });

  await test.step("acknowledges it, and replies to the reporter and the list at once", async () => {
    await member.getByRole("button", { name: "Acknowledge receipt" }).click();
    await expect(member.getByText(/Acknowledged by/)).toContainText(dora.name);
    await member.getByLabel(/^Reply to the reporter/).fill(reply);
    await member.getByRole("button", { name: "Encrypt and send" }).click();
    await expect(envelope(member, /^Message from you/)).toContainText(reply);
  });

  await test.step("the reporter returns with the receipt, reads, and answers with a file", async () => {
    await openReceipt(page, receipt.code);
    await expect(page.getByText(`By ${dora.name} (${dora.organisation})`)).toBeVisible();
    const message = envelope(page, `Message from ${dora.name} (${dora.organisation})`);
    await expect(message.getByLabel("Text", { exact: true })).toHaveText(reply);
    await expect(message).toContainText("Signature verified");
    await expect(message).toContainText(`commitment is signed by ${dora.name} (${dora.organisation})`);
    await page.getByLabel("Message", { exact: true }).fill(answer.text);
    await page.getByLabel("Attachments (optional)").setInputFiles({ ...answer.file, buffer: answerBytes });
    await page.getByRole("button", { name: "Encrypt and send" }).click();
    await expect(envelope(page, "Message from you")).toContainText(answer.text);
  });

  await test.step("the member sees it as unread, and reads it", async () => {
    await goToReports(member);
    await expect(await findRow(member, receipt.handle)).toContainText("1 new");
    await openReport(member, receipt.handle);
    const message = envelope(member, "Message from the reporter");
    await expect(message).toContainText("New");
    await expect(message.getByLabel("Text", { exact: true })).toHaveText(answer.text);
    const saved = await save(member, message.getByRole("button", { name: `Save ${answer.file.name}` }));
    expect(saved.bytes.equals(answerBytes)).toBe(true);
    await goToReports(member);
    await expect(await findRow(member, receipt.handle)).not.toContainText("new");
  });

  const gpg = await newGpgHome();
  await gpg.output(["--passphrase", demoPassphrase, "--import"], dora.lockedKey);
  const secrets = [
    marks.mark,
    receipt.code,
    receipt.code.replaceAll("-", ""),
    privateStretch(dora.lockedKey, await gpg.exportCertificate(dora.fingerprint)),
  ];

  await test.step("nothing of it was in a request, and nothing is in the database, on the disk or in a log", async () => {
    const sent = Buffer.concat(sentBodies.map(({ bytes }) => bytes));
    expect(sent.includes('"proposedDisclosureAt"'), "what is sent in clear was recorded").toBe(true);
    expect(sent.length).toBeGreaterThan(trace.buffer.length);
    expect([...secrets, demoPassphrase].filter((secret) => tracesOf(secret, sent).length > 0)).toEqual([]);

    const search = await searchSite([...secrets, receipt.handle], site.folder);
    const inClear = search.traces.filter(({ secret }) => secret === receipt.handle);
    expect(inClear.length, "what is stored in clear is found").toBeGreaterThan(1);
    expect(search.traces.filter((trace) => !inClear.includes(trace))).toEqual([]);
  });

  await test.step("nor in a backup, nor in the memory of the web process", async () => {
    const backup = await backUpSite(site.folder);
    const inBackup = (secret: Buffer | string) => [...backup].filter(([, bytes]) => tracesOf(secret, bytes).length > 0);
    expect(inBackup(receipt.handle).map(([name]) => name)).toContain("Report.copy.gz");
    expect(secrets.flatMap(inBackup).map(([name]) => name)).toEqual([]);

    const memory = searchWebMemory([marks.mark, receipt.code, receipt.handle], site.folder);
    expect(memory.bytes).toBeGreaterThan(20_000_000);
    expect(memory.traces.map(({ secret }) => secret)).toEqual([receipt.handle]);
  });

  await test.step("a signature that was exchanged in the database is noticed by both", async () => {
    expect(await exchangeSignatures(receipt.handle, site.folder)).toBe(2);
    await openReport(member, receipt.handle);
    const report = envelope(member, /^Report from the reporter/);
    await expect(report).toContainText("Signature does not fit");
    await expect(report.getByLabel("Text", { exact: true })).toHaveText(written.text);
    await expect(envelope(member, /^Exploit from the reporter/)).toContainText("Signature verified");

    await page.getByRole("button", { name: "Close and forget" }).click();
    await openReceipt(page, receipt.code);
    const message = envelope(page, `Message from ${dora.name} (${dora.organisation})`);
    await expect(message).toContainText("Signature does not fit");
    await expect(envelope(page, "Message from you")).toContainText("Signature verified");
  });

  await test.step("and gpg finds all of it with the member's key, in what the reporter kept", async () => {
    const [report, separate, exploit] = await Promise.all(
      kept.map(({ bytes }) => decryptWithGpg(gpg, bytes, demoPassphrase)),
    );
    const entity = await readEntity(report ?? Buffer.alloc(0));
    expect(entity.subject).toBe(written.title);
    expect(entity.text).toContain(written.text);
    expect(entity.files.get(patch.name)?.equals(patch.buffer), "the patch byte for byte").toBe(true);
    expect(separate?.includes(trace.buffer), "the large attachment byte for byte").toBe(true);
    const exploitEntity = await readEntity(exploit ?? Buffer.alloc(0));
    expect(exploitEntity.text).toContain(written.exploit.text);
    expect(exploitEntity.files.get(proof.name)?.equals(proof.buffer), "the proof byte for byte").toBe(true);
  });
});
