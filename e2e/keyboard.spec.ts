import { demoPassphrase } from "./support/demo-people.ts";
import { expect, test } from "./support/journey.ts";
import { chooseByKeys, expectFocusKept, keyboard, pressAt, tabTo, typeAt } from "./support/keyboard.ts";
import { envelope, save } from "./support/member.ts";
import { keepReceipt } from "./support/reporter.ts";

test.setTimeout(300_000);

test("a report is sent, read and answered with the keyboard alone", async ({ page, newPerson, newGpgHome, people }) => {
  const written = { title: "Keys alone suffice", software: "libkeys", text: "Typed without a mouse." };
  const reply = "Answered without a mouse.";
  const answer = "Nothing to point with here either.";
  const cyrus = people.named("Cyrus");
  const member = await newPerson();
  let handle = "";
  let code = "";

  await test.step("the reporter answers the questions", async () => {
    await page.goto("/report");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await chooseByKeys(page, "Which list is to be told?", /^distros/);
    await chooseByKeys(page, "Is the issue public already?", "No");
    await chooseByKeys(page, "Is the affected software Open Source?", "No");
    await expect(page.getByRole("main")).toContainText("R2");
    await chooseByKeys(page, "Is the affected software Open Source?", "Yes");
    await chooseByKeys(page, "Is a CVE id all that you want?", "No");
    await chooseByKeys(page, "How severe is it?", "Medium");
    await pressAt(page, page.getByRole("button", { name: /^Use / }), "Enter");
    await expectFocusKept(page, "taking the suggested date");
    await pressAt(page, page.getByRole("button", { name: "Continue to the report" }), "Enter");
    await expectFocusKept(page, "going to the next step");
  });

  await test.step("writes, reviews and sends", async () => {
    await typeAt(page, page.getByLabel("Title"), written.title);
    await typeAt(page, page.getByLabel("Affected software"), written.software);
    await typeAt(page, page.getByLabel("Description", { exact: true }), written.text);
    await pressAt(page, page.getByRole("button", { name: "Review and encrypt" }), "Enter");
    await expectFocusKept(page, "going to the review");
    await expect(page.getByRole("button", { name: "Encrypt and send" })).toBeEnabled();
    await pressAt(page, page.getByRole("button", { name: "Encrypt and send" }), "Enter");
    ({ handle, code } = await keepReceipt(page));
    await expectFocusKept(page, "sending");
    await pressAt(page, page.getByRole("checkbox", { name: "I have kept the receipt" }), "Space");
    await pressAt(page, page.getByRole("link", { name: "Go to your report with the receipt" }), "Enter");
    await expect(page).toHaveURL(/\/receipt$/);
  });

  await test.step("a member signs in", async () => {
    await member.goto("/sign-in");
    await typeAt(member, member.getByLabel("Your private key"), cyrus.lockedKey.trim());
    await typeAt(member, member.getByLabel("Passphrase of the key"), demoPassphrase);
    await member.keyboard.press("Enter");
    await expect(member.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
    await expect(member.getByRole("row")).not.toHaveCount(0);
  });

  await test.step("moves through the table, searches, and opens the report", async () => {
    const links = member.getByRole("rowheader").getByRole("link");
    await member.keyboard.press("j");
    await expect(links.nth(0)).toBeFocused();
    await member.keyboard.press("j");
    await expect(links.nth(1)).toBeFocused();
    await member.keyboard.press("k");
    await expect(links.nth(0)).toBeFocused();
    await member.keyboard.press("?");
    await expect(member.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await member.keyboard.press("Escape");
    await expect(member.getByRole("dialog")).toBeHidden();
    await expectFocusKept(member, "closing a dialog");
    await member.keyboard.press("/");
    await expect(member.getByLabel("Search")).toBeFocused();
    await member.keyboard.type(handle);
    await expect(links).toHaveCount(1);
    await expect(member.getByRole("row", { name: handle })).toContainText(written.title);
    await member.keyboard.press("ArrowDown");
    await expect(links.first()).toBeFocused();
    await member.keyboard.press("Enter");
    await expect(member.getByRole("heading", { level: 1 })).toContainText(handle);
    await expect(envelope(member, /^Report from the reporter/)).toContainText(written.text);
  });

  await test.step("comes to any part of the page by one key, and finds it unfolded", async () => {
    const timeline = member.locator("#timeline");
    await expect(timeline.getByRole("list")).toBeHidden();
    await member.keyboard.press("h");
    await expect(timeline).toBeFocused();
    await expect(timeline.getByRole("list")).toBeVisible();
    await member.keyboard.press("a");
    await expect(member.locator("#asked")).toBeFocused();
    await pressAt(member, member.locator("#asked").getByRole("link", { name: "Acknowledge receipt" }), "Enter");
    await expect(member.getByRole("button", { name: "Acknowledge receipt" })).toBeFocused();
  });

  await test.step("acknowledges and replies", async () => {
    await pressAt(member, member.getByRole("button", { name: "Acknowledge receipt" }), "Enter");
    await expect(member.getByText(/Acknowledged by/)).toBeVisible();
    await expectFocusKept(member, "acknowledging");
    await typeAt(member, member.getByLabel(/^Reply to the reporter/), reply);
    await pressAt(member, member.getByRole("button", { name: "Encrypt and send" }), "Enter");
    await expect(envelope(member, /^Message from you/)).toContainText(reply);
    await expectFocusKept(member, "sending a reply");
  });

  await test.step("the reporter reads the reply", async () => {
    await tabTo(page, page.getByLabel("Your receipt"));
    await page.keyboard.insertText(code);
    await page.keyboard.press("Enter");
    await expect(envelope(page, /^Message from Cyrus/)).toContainText(reply);
    await expectFocusKept(page, "opening the report");
  });

  await test.step("answers with a file", async () => {
    const log = { name: "keys.log", mimeType: "text/plain", buffer: Buffer.from("Tab Tab Enter\n") };
    const wrong = { ...log, name: "not-this-one.log" };
    await keyboard.write(page.getByLabel("Message", { exact: true }), answer);
    await keyboard.attach(page.getByLabel("Attachments (optional)"), wrong);
    await keyboard.press(page.getByRole("button", { name: `Remove ${wrong.name}` }));
    await expectFocusKept(page, "removing a file");
    await keyboard.attach(page.getByLabel("Attachments (optional)"), log);
    await keyboard.press(page.getByRole("button", { name: "Encrypt and send" }));
    await expect(envelope(page, "Message from you")).toContainText(answer);
    await expectFocusKept(page, "sending an answer");
    const sent = envelope(page, "Message from you").getByRole("button", { name: `Save ${log.name}` });
    expect((await save(page, sent, keyboard)).bytes.equals(log.buffer)).toBe(true);
  });

  await test.step("leaves an address and a certificate", async () => {
    const gpg = await newGpgHome();
    const fingerprint = await gpg.makeKey("keys@example.org", "cv25519");
    const address = page.getByLabel("Mail address for notices");
    await keyboard.write(address, "keys@localhost");
    await keyboard.press(page.getByRole("button", { name: "Save the address" }));
    await expect(address).toHaveAttribute("aria-invalid", "true");
    await keyboard.write(address, "keys@example.org");
    await page.keyboard.press("Enter");
    await expect(page.getByText("The address has been saved.")).toBeVisible();
    await keyboard.press(page.getByRole("button", { name: "Remove it" }));
    await expect(page.getByText("The address has been removed.")).toBeVisible();
    await expectFocusKept(page, "removing the address");
    const certificate = (await gpg.output(["--armor", "--export", fingerprint])).toString();
    await keyboard.write(page.getByLabel("OpenPGP certificate"), certificate);
    await keyboard.press(page.getByRole("button", { name: "Add the certificate" }));
    await expect(page.getByText("Added: replies are encrypted to it from now on.")).toBeVisible();
    await expectFocusKept(page, "adding a certificate");
    await pressAt(page, page.getByRole("button", { name: "Close and forget" }), "Enter");
    await expect(page.getByText("This browser has forgotten the code")).toBeVisible();
    await expectFocusKept(page, "closing the report");
  });

  await test.step("the member leaves", async () => {
    await member.keyboard.press("Control+Home");
    await member.goto("/reports");
    await pressAt(member, member.getByRole("button", { name: "Sign out" }), "Enter");
    await expect(member).toHaveURL(/\/sign-in/);
  });
});
