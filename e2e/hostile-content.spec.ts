import { enrol, goToRosters, publishHere } from "./support/coordinator.ts";
import { expectInert, expectTexts, unfoldAll, watchForScripts } from "./support/expect-inert.ts";
import { hostileEntity, hostileFiles } from "./support/hostile-files.ts";
import { recordFact } from "./support/case.ts";
import { reportHostile } from "./support/hostile-report.ts";
import { expect, test } from "./support/journey.ts";
import { envelope, findRow, goToReports, openReport, save, signInHere } from "./support/member.ts";
import { answerQuestions, keepReceipt, openReceipt, writeReport, type KeptReceipt } from "./support/reporter.ts";
import { plainCorpus, scriptCorpus } from "./support/script-corpus.ts";

test.use({ siteKind: "demo" });
test.setTimeout(300_000);

const ran = "window.hostileRan=1";
/** Chromium drops, without a word, what a page has saved beyond ten files in a second. */
const burst = { files: 10, ms: 1_100 };
const facts = ["fix-deployed", "attacks-seen"];
/** Links and Message-IDs, as far as they are any. */
const references = [`https://example.org/"onmouseover="${ran}`, `<img/src=x/onerror=${ran}@x>`];

test("whatever a reporter's program seals is text on a member's page, and its files are saved and never opened", async ({
  page,
  people,
  site,
  complaints,
}) => {
  const subjects = plainCorpus.slice(0, 6);
  const [title = "", ...others] = subjects;
  const fields = plainCorpus.slice(0, 90).map((text, index) => [`Field ${String(index)}`, text] as const);
  const text = scriptCorpus.join("\n");
  await watchForScripts(page, complaints);
  const reporter = await reportHostile(site.origin, {
    entity: hostileEntity({ subject: title, fields, text, files: hostileFiles }),
  });
  for (const subject of others) await reporter.sendMessage({ entity: hostileEntity({ subject, text }) });

  await test.step("the report, its fields and its messages", async () => {
    await signInHere(page, people.named("Anton"));
    await openReport(page, reporter.handle);
    await expect(envelope(page, "Message from the reporter")).toHaveCount(others.length);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await unfoldAll(page);
    await expectTexts(page, [...scriptCorpus, ...subjects]);
    const texts = await page.getByLabel("Text", { exact: true }).allTextContents();
    expect(texts).toEqual(subjects.map(() => text));
    await expectInert(page);
  });

  await test.step("what cannot be seen is written out", async () => {
    await page.getByRole("button", { name: "Write them out" }).first().click();
    await expect(page.getByText("[U+202E]<script>")).toBeVisible();
    await expectInert(page);
  });

  await test.step("the files", async () => {
    const rows = envelope(page, /^Report from the reporter/).getByRole("group", { name: "Attachments" });
    const buttons = rows.getByRole("button", { name: /^Save/ });
    await expect(buttons).toHaveCount(hostileFiles.length);
    let burstBeganAt = Date.now();
    for (const [index, file] of hostileFiles.entries()) {
      if (index % burst.files === 0) {
        await expect.poll(() => Date.now() - burstBeganAt).toBeGreaterThan(index === 0 ? -1 : burst.ms);
        burstBeganAt = Date.now();
      }
      const saved = await save(page, buttons.nth(index));
      expect(saved.name, file.name).toBe(file.safeName);
      expect(saved.bytes.equals(file.contents), `${file.safeName} byte for byte`).toBe(true);
      await expect(rows.getByRole("listitem").nth(index)).toContainText(file.safeName);
    }
    await expectInert(page);
  });

  await test.step("the table of reports, where it is searched for", async () => {
    await goToReports(page);
    await expect(await findRow(page, reporter.handle)).toContainText(title);
    await page.getByLabel("Search").fill(title);
    await expect(await findRow(page, title)).toHaveCount(1);
    await expectInert(page);
  });
});

test("so is what is typed into the pages by either side, and what stands in clear", async ({
  page,
  newPerson,
  people,
  complaints,
}) => {
  const [title = "", software = "", credit = "", reply = ""] = plainCorpus;
  const evidences = plainCorpus.slice(4, 6);
  const text = scriptCorpus.join("\n");
  const files = hostileFiles
    .slice(0, 3)
    .map(({ name, mediaType, contents }) => ({ name, mimeType: mediaType, buffer: contents }));
  const member = await newPerson();
  await watchForScripts(page, complaints);
  await watchForScripts(member, complaints);
  let receipt: KeptReceipt = { handle: "", code: "" };

  await test.step("the reporter looks it over and sends it", async () => {
    await answerQuestions(page);
    await writeReport(page, { title, software, credit, text, attachments: files });
    await page.getByRole("button", { name: "Review and encrypt" }).click();
    await expect(page.getByRole("button", { name: "Encrypt and send" })).toBeEnabled();
    await unfoldAll(page);
    await expectTexts(page, [title, software, credit]);
    await expectInert(page);
    await page.getByRole("button", { name: "Encrypt and send" }).click();
    receipt = await keepReceipt(page);
    await expectInert(page);
  });

  await test.step("a member reads it, replies, and records how they know this and that", async () => {
    await signInHere(member, people.named("Dora"));
    await openReport(member, receipt.handle);
    await expectTexts(member, [title, software, credit, ...scriptCorpus]);
    await member.getByLabel(/^Reply to the reporter/).fill(text);
    await member.getByRole("button", { name: "Encrypt and send" }).click();
    await expect(envelope(member, /^Message from you/).getByLabel("Text", { exact: true })).toHaveText(text, {
      useInnerText: false,
    });
    await recordFact(member, "Fix ready", reply);
    await expectTexts(member, [reply]);
  });

  await test.step("words in clear of every kind, sent by a program", async () => {
    const at = new Date().toISOString();
    const take = (step: object) =>
      member.evaluate(async (body) => {
        const headers = { "content-type": "application/json" };
        const answer = await fetch(`/api/v1${location.pathname}/steps`, { method: "POST", headers, body });
        return answer.ok ? "taken" : ((await answer.json()) as { code: string }).code;
      }, JSON.stringify(step));
    const posting = { kind: "record-posting", issue: 1, posting: "mandatory", postedAt: at };
    const refused = [`javascript:${ran}`, `data:text/html,<script>${ran}</script>`, `<script>${ran}</script>@x`];
    for (const reference of refused)
      expect(await take({ ...posting, revision: 1, reference }), reference).toBe("MALFORMED_REQUEST");
    for (const [index, evidence] of evidences.entries()) {
      const fact = { kind: "record-fact", issue: 1, fact: facts[index], occurredAt: at };
      expect(await take({ ...fact, revision: 1 + index, evidence }), evidence).toBe("taken");
    }
    for (const [index, reference] of references.entries())
      expect(await take({ ...posting, revision: 3 + index, reference }), reference).toBe("taken");
    await member.reload();
    await unfoldAll(member);
    await expectTexts(member, [...evidences, ...references]);
    await expectInert(member);
  });

  await test.step("the reporter reads the reply", async () => {
    await openReceipt(page, receipt.code);
    const message = envelope(page, /^Message from Dora/);
    await expect(message.getByLabel("Text", { exact: true })).toHaveText(text);
    await unfoldAll(page);
    await expectTexts(page, [title, reply, ...evidences, ...references, ...scriptCorpus]);
    await expectInert(page);
  });
});

test("so are the names of organisations and people, on every page that shows them", async ({
  page,
  newGpgHome,
  people,
  complaints,
}) => {
  const person = `</option><script>${ran}</script>`;
  const organisation = `"><img src=x onerror=${ran}>`;
  const gpg = await newGpgHome();
  const fingerprint = await gpg.makeKey("eve@example.org", "cv25519");
  const certificate = (await gpg.output(["--armor", "--export", fingerprint])).toString();
  await watchForScripts(page, complaints);

  await signInHere(page, people.named("Ada"));
  await page.getByRole("link", { name: "Coordination" }).click();
  await enrol(page, { name: person, organisation, certificate });
  await goToRosters(page);
  await expectTexts(page, [person, organisation]);
  await publishHere(page, "distros");
  await expectInert(page);
  for (const address of ["/coordination", "/organisations", "/lists/distros"]) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByText(organisation).first()).toBeAttached();
      await unfoldAll(page);
      await expectTexts(page, [organisation]);
      await expectInert(page);
    });
  }
  await page.goto("/organisations");
  await page.getByRole("link", { name: organisation }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(organisation);
  await expectInert(page);

  for (const file of ["roster.txt", "roster.asc"]) {
    const headers = await page.evaluate(async (address) => {
      const answer = await fetch(address);
      return { type: answer.headers.get("content-type"), sniffed: answer.headers.get("x-content-type-options") };
    }, `/lists/distros/${file}`);
    expect(headers.sniffed, file).toBe("nosniff");
    expect(headers.type, file).toMatch(/^(?:text\/plain|application\/pgp-)/);
  }
});
