import { decryptWithGpg, decryptWithSq } from "./support/decrypt.ts";
import { demoPassphrase } from "./support/demo-people.ts";
import { expect, test } from "./support/journey.ts";
import { readEntity } from "./support/mail-entity.ts";
import { envelope, openReport, findRow, save, signInHere } from "./support/member.ts";
import { commandsOfPolicy } from "./support/policy-commands.ts";
import { answerQuestions, openReceipt, reviewAndSend, writeReport } from "./support/reporter.ts";
import { newSecretMarks, tracesOf } from "./support/secret-marks.ts";
import { unlockedKey } from "./support/unlocked-key.ts";

test.setTimeout(300_000);

interface CurlAnswer {
  readonly handle: string;
  readonly receipt: string;
}

interface CurlThread {
  readonly acknowledgedAt: string | null;
  readonly envelopes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly author: string;
    readonly keyPackets: readonly { readonly bytes: string }[];
  }[];
}

test("a report made with gpg and curl alone is read and answered in a member's browser", async ({
  page,
  newPerson,
  newTerminal,
  newGpgHome,
  people,
  sentBodies,
  site,
}) => {
  const marks = newSecretMarks();
  const text = `Written in an editor: ${marks.word("curl")}\n`;
  const exploit = `Run it: ${marks.word("exploit")}\n`;
  const reply = "Thank you. It reached us.";
  const cora = people.named("Cora");
  const own = await newGpgHome();
  const terminal = await newTerminal();
  const member = await newPerson();
  let answer: CurlAnswer = { handle: "", receipt: "" };

  await test.step("the reporter runs what the policy page prints", async () => {
    const fingerprint = await own.makeKey("reporter@example.org", "cv25519");
    await terminal.write("my-certificate.asc", await own.output(["--armor", "--export", fingerprint]));
    await terminal.write("report.txt", text);
    await terminal.write("exploit.txt", exploit);
    const [fetchRoster, encrypt, facts, send] = await commandsOfPolicy(page);
    const printed = await terminal.run([fetchRoster, encrypt, facts, send].join("\n"));
    answer = JSON.parse(printed) as CurlAnswer;
    expect(answer.handle).toMatch(/^FN-\d{4}-\d+$/);
    expect(answer.receipt, "a receipt that only identifies").toMatch(/^W/);
  });

  await test.step("the server never saw a word of it", () => {
    const sent = Buffer.concat(sentBodies.map(({ bytes }) => bytes));
    expect(sent.includes("BEGIN PGP MESSAGE")).toBe(true);
    expect(tracesOf(marks.mark, sent)).toEqual([]);
  });

  await test.step("a member opens it in the browser, and gives it a title", async () => {
    await signInHere(member, cora);
    await expect(await findRow(member, answer.handle)).toContainText("No title yet");
    await openReport(member, answer.handle);
    await expect(envelope(member, /^Report from the reporter/).getByLabel("Text", { exact: true })).toContainText(
      text.trim(),
    );
    await expect(envelope(member, /^Exploit from the reporter/).getByLabel("Text", { exact: true })).toContainText(
      exploit.trim(),
    );
  });

  await test.step("acknowledges and replies", async () => {
    await member.getByRole("button", { name: "Acknowledge receipt" }).click();
    await expect(member.getByText(/Acknowledged by/)).toContainText(cora.name);
    await member.getByLabel(/^Reply to the reporter/).fill(reply);
    await member.getByRole("button", { name: "Encrypt and send" }).click();
    await expect(envelope(member, /^Message from you/)).toContainText(reply);
  });

  await test.step("the reporter sees the state with curl, and reads the reply with gpg", async () => {
    const ask = `curl --silent --fail -H "Authorization: Receipt ${answer.receipt}"`;
    const thread = JSON.parse(await terminal.run(`${ask} ${site.origin}/api/v1/receipt`)) as CurlThread;
    expect(thread.acknowledgedAt).not.toBeNull();
    const message = thread.envelopes.find(({ kind, author }) => kind === "message" && author === "member");
    expect(message?.keyPackets).toHaveLength(1);
    await terminal.write("packet", Buffer.from(message?.keyPackets[0]?.bytes ?? "", "base64"));
    await terminal.run(`${ask} --output body ${site.origin}/api/v1/receipt/envelopes/${message?.id ?? ""}/parts/0`);
    const decrypted = await decryptWithGpg(own, await terminal.bytes("cat packet body"));
    expect((await readEntity(decrypted)).text).toContain(reply);
  });

  await test.step("and with the same receipt in a browser, which saves the reply for gpg", async () => {
    await openReceipt(page, answer.receipt);
    await expect(page.getByText("This receipt holds no key", { exact: true })).toBeVisible();
    const message = envelope(page, `Message from ${cora.name} (${cora.organisation})`);
    const saved = await save(page, message.getByRole("button", { name: /gpg/ }));
    expect((await readEntity(await decryptWithGpg(own, saved.bytes))).text).toContain(reply);
  });
});

test("a report made in a browser opens with gpg and with sq, for RSA and Curve25519 readers", async ({
  page,
  newPerson,
  newGpgHome,
  people,
}) => {
  const patch = { name: "fix.diff", mimeType: "text/x-diff", buffer: newSecretMarks().bytes(3_000) };
  const written = { title: "Two readers", software: "libpair", text: "For gpg and for sq.", attachments: [patch] };
  await answerQuestions(page);
  await writeReport(page, written);
  const { handle } = await reviewAndSend(page);
  const { bytes } = await save(page, page.getByRole("button", { name: "The report (.asc)", exact: true }));
  const gpg = await newGpgHome();

  for (const [name, algorithm] of [
    ["Dora", "RSA 4096"],
    ["Flora", "RSA 3072"],
    ["Felix", "Curve25519"],
  ] as const) {
    const reader = people.named(name);
    expect(reader.algorithm).toBe(algorithm);
    const byTool = {
      gpg: async () => {
        await gpg.output(["--passphrase", demoPassphrase, "--import"], reader.lockedKey);
        return decryptWithGpg(gpg, bytes, demoPassphrase);
      },
      sq: async () => decryptWithSq(gpg, bytes, await unlockedKey(reader)),
    };
    for (const [tool, decrypt] of Object.entries(byTool)) {
      const entity = await readEntity(await decrypt());
      expect(entity.subject, `${tool} for ${algorithm}`).toBe(written.title);
      expect(entity.text).toContain(written.text);
      expect(entity.files.get(patch.name)?.equals(patch.buffer), `${tool} for ${algorithm}`).toBe(true);
    }
  }

  await test.step("each reader's own message opens too, with their key packet alone", async () => {
    const member = await newPerson();
    await signInHere(member, people.named("Felix"));
    await openReport(member, handle);
    const report = envelope(member, /^Report from the reporter/);
    const own = await save(member, report.getByRole("link", { name: "Message for gpg (.asc)" }));
    expect((await readEntity(await decryptWithGpg(gpg, own.bytes, demoPassphrase))).text).toContain(written.text);
  });
});

test("what is not encrypted, or not to everybody, is refused to curl with a code", async ({ page, newTerminal }) => {
  const terminal = await newTerminal();
  const [fetchRoster, encrypt, facts, send] = await commandsOfPolicy(page);
  await terminal.write("report.txt", "In clear by mistake.\n");
  await terminal.write("exploit.txt", "none\n");
  await terminal.write("my-certificate.asc", "none\n");
  const answerTo = async (change: string) => {
    const lines = [fetchRoster, encrypt, facts, change, send.replace(/^.*certificate=.*\n/m, "")];
    const { code } = JSON.parse(await terminal.run(lines.join("\n"))) as { readonly code: string };
    await terminal.run("rm -f report.asc exploit.asc");
    return code;
  };

  expect(await answerTo("cp report.txt report.asc")).toBe("PGP_NOT_OPENPGP");
  const oneReader = 'head -1 "$GNUPGHOME/gpg.conf" > one; mv one "$GNUPGHOME/gpg.conf"; rm report.asc';
  expect(await answerTo(`${oneReader}; ${encrypt.split("\n")[0] ?? ""}`)).toBe("PGP_READERS_MISSING");
});

test("without script, the report page gives the commands and no form", async ({ browser, wire, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const withoutScript = page.locator("noscript"); // no role finds what is in it
  await page.goto("/report");
  await expect(withoutScript).toBeVisible();
  await expect(withoutScript).toContainText("This browser runs no script here", { useInnerText: true });
  await expect(withoutScript).toContainText(`${site.origin}/api/v1/reports`, { useInnerText: true });
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.goto("/receipt");
  await expect(withoutScript).toContainText("Authorization: Receipt W", { useInnerText: true });
  await context.close();
  expect(wire.elsewhere).toEqual([]);
});
