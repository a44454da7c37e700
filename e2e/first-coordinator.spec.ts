import { enrol, goToRosters, publishHere } from "./support/coordinator.ts";
import { expect, test } from "./support/journey.ts";
import { keyboard, tabTo } from "./support/keyboard.ts";
import { envelope, goToReports, openReport, signInWithPastedKey } from "./support/member.ts";
import { answerQuestions, reviewAndSend, writeReport } from "./support/reporter.ts";

test.use({ siteKind: "empty" });
test.setTimeout(300_000);

test("the first coordinator of an empty site enrols by a link that works once, and opens the lists by keyboard alone", async ({
  page,
  newPerson,
  newGpgHome,
  site,
  sentBodies,
}) => {
  const link = /http:\/\/\S+\/enrol#\S+/.exec(site.log())?.[0] ?? "";
  const token = link.split("#")[1] ?? "";
  const gpg = await newGpgHome();
  const grace = await gpg.makeKey("grace@example.org", "rsa3072");
  const certificate = (await gpg.output(["--armor", "--export", grace])).toString();
  const privateKey = await gpg.exportPrivateKey(grace);
  const coordinator = await newPerson();

  await test.step("before that, nobody can report", async () => {
    await page.goto("/report");
    await expect(page.getByRole("button", { name: "Continue to the report" })).toBeHidden();
    await page.goto("/lists/distros");
    await expect(page.getByRole("main")).toContainText(/no roster|nobody/i);
  });

  await test.step("the link lets the first coordinator in", async () => {
    expect(token).not.toBe("");
    await coordinator.goto(link);
    await expect(coordinator).toHaveURL(`${site.origin}/enrol`); // the secret is out of the address bar
    await keyboard.write(coordinator.getByLabel("Your name"), "Grace First");
    await keyboard.write(coordinator.getByLabel("Certificate", { exact: true }), certificate);
    await expect(coordinator.getByText("This certificate can be encrypted to")).toBeVisible();
    await keyboard.press(coordinator.getByRole("button", { name: "Enrol me" }));
    await expect(coordinator.getByText("Grace First is enrolled as the first coordinator")).toBeVisible();
    await tabTo(coordinator, coordinator.getByRole("main").getByRole("link", { name: "Sign in" }));
  });

  await test.step("and lets nobody else in", async () => {
    const other = await newPerson();
    await other.goto(link);
    await other.getByLabel("Your name").fill("Mallory Second");
    await other.getByLabel("Certificate", { exact: true }).fill(certificate);
    await expect(other.getByText("This certificate can be encrypted to")).toBeVisible();
    await other.getByRole("button", { name: "Enrol me" }).click();
    await expect(other.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
    await expect(other.getByText("is enrolled")).toBeHidden();
    expect(
      sentBodies.filter(({ url }) => url.includes(token)),
      "the token was in no address",
    ).toEqual([]);
  });

  await test.step("the coordinator signs in, enrols a reader, and signs the first rosters", async () => {
    await signInWithPastedKey(coordinator, privateKey, keyboard);
    await expect(coordinator.getByText("Nothing is sealed to you yet")).toBeVisible();
    await keyboard.press(coordinator.getByRole("link", { name: "Coordination" }));
    const reader = await gpg.makeKey("henry@example.org", "cv25519");
    const readerCertificate = (await gpg.output(["--armor", "--export", reader])).toString();
    const henry = { name: "Henry Second", organisation: "Gentoo", certificate: readerCertificate };
    await enrol(coordinator, henry, keyboard);
    await goToRosters(coordinator, keyboard);
    await publishHere(coordinator, "linux-distros", keyboard);
    await publishHere(coordinator, "distros", keyboard);
  });

  await test.step("and the first report arrives", async () => {
    await answerQuestions(page);
    await writeReport(page, { title: "The first of all", software: "libfirst", text: "It can begin." });
    const { handle } = await reviewAndSend(page);
    await goToReports(coordinator, keyboard);
    await openReport(coordinator, handle, keyboard);
    await expect(envelope(coordinator, /^Report from the reporter/)).toContainText("It can begin.");
  });
});
