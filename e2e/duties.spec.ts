import { expectAccessible } from "./support/expect-accessible.ts";
import { expect, test } from "./support/journey.ts";
import { expectFocusKept, keyboard } from "./support/keyboard.ts";
import { signInHere } from "./support/member.ts";

test.setTimeout(300_000);

const { press, pick } = keyboard;

test("an organisation volunteers for a vacant duty, a coordinator assigns it, and the organisation's page shows it, by keys", async ({
  page,
  newPerson,
  people,
  complaints,
}) => {
  const greta = people.named("Greta");
  const member = page;
  const colleague = await newPerson();
  const coordinator = await newPerson();
  const backupOfT4 = (who: typeof page) => who.locator("#T4-backup");

  await test.step("the rota shows what nobody has taken", async () => {
    await signInHere(member, greta, keyboard);
    await press(member.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Duties" }));
    await expect(member.getByRole("heading", { level: 1, name: "Duties" })).toBeVisible();
    await expect(backupOfT4(member)).toContainText("Vacant");
    await expect(member.getByRole("row").filter({ hasText: "A9" })).toContainText("Gentoo");
    await expectAccessible(member, "duties");
    await signInHere(colleague, people.named("Gus"), keyboard);
    await press(colleague.getByRole("link", { name: "Duties" }));
    await expect(backupOfT4(colleague)).toContainText("Vacant");
  });

  await test.step("a member volunteers, changes their mind, and volunteers again", async () => {
    const volunteer = member.getByRole("button", { name: "Volunteer for T4 as backup" });
    const takeBack = member.getByRole("button", { name: "Take the offer back for T4 as backup" });
    await press(volunteer);
    await expect(backupOfT4(member)).toContainText("Offered by Gentoo");
    await expect(takeBack).toBeFocused();
    await press(takeBack);
    await expect(volunteer).toBeFocused();
    await expect(backupOfT4(member)).not.toContainText("Offered");
    await press(volunteer);
    await expect(backupOfT4(member)).toContainText("Offered by Gentoo");
    await expect(backupOfT4(member)).toContainText("Vacant");
    await expect(member.getByRole("button", { name: /^Assign/ })).toHaveCount(0);
  });

  await test.step("a colleague who volunteers at the same time is told that it is done", async () => {
    await press(colleague.getByRole("button", { name: "Volunteer for T4 as backup" }));
    await expect(colleague.getByRole("alert").filter({ hasText: "already" })).toContainText("K7");
    await expect(colleague.getByRole("button", { name: "Take the offer back for T4 as backup" })).toBeFocused();
  });

  await test.step("a coordinator sees the offer, and assigns the duty", async () => {
    await signInHere(coordinator, people.named("Ada"), keyboard);
    await press(coordinator.getByRole("link", { name: "Duties" }));
    await press(coordinator.getByRole("link", { name: "T4 as backup" }));
    await press(coordinator.getByRole("button", { name: "Assign T4 as backup" }));
    const dialog = coordinator.getByRole("dialog", { name: "Who is backup for T4?" });
    await expect(dialog.getByLabel("Organisation").locator("option:checked")).toHaveText("Gentoo");
    await expectAccessible(coordinator, "duties-offer");
    await press(dialog.getByRole("button", { name: "Assign", exact: true }));
    await expect(dialog).toBeHidden();
    await expect(backupOfT4(coordinator).getByRole("link", { name: "Gentoo" })).toBeVisible();
    await expect(backupOfT4(coordinator)).not.toContainText("Offered");
    await expectFocusKept(coordinator, "assigning a duty");
  });

  await test.step("of two who assign at once, the second is told who was faster", async () => {
    const other = await newPerson();
    await signInHere(other, people.named("Ada"), keyboard);
    await press(other.getByRole("link", { name: "Duties" }));
    await press(other.getByRole("button", { name: "Assign T5 as primary" }));
    const slow = other.getByRole("dialog", { name: "Who is primary for T5?" });
    await pick(slow.getByLabel("Organisation"), "Debian");

    await press(coordinator.getByRole("button", { name: "Assign T5 as primary" }));
    const fast = coordinator.getByRole("dialog", { name: "Who is primary for T5?" });
    await pick(fast.getByLabel("Organisation"), "SUSE");
    await press(fast.getByRole("button", { name: "Assign", exact: true }));
    await expect(fast).toBeHidden();

    await press(slow.getByRole("button", { name: "Assign", exact: true }));
    await expect(slow.getByRole("alert")).toContainText("SUSE holds this by now");
    await expect(slow.getByLabel("Organisation").locator("option:checked")).toHaveText("Debian");
    await expect(slow).toContainText("SUSE holds it now");
  });

  await test.step("the organisation's page shows the duty, its debts and its people", async () => {
    await member.reload();
    await expect(backupOfT4(member).getByRole("link", { name: "Gentoo" })).toBeVisible();
    await press(member.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Organisations" }));
    await expect(member.getByRole("heading", { level: 1, name: "Organisations" })).toBeVisible();
    await expectAccessible(member, "organisations");
    await press(member.getByRole("link", { name: "Gentoo", exact: true }));
    await expect(member.getByRole("heading", { level: 1, name: "Gentoo" })).toBeVisible();
    await expect(member.locator("#duties")).toContainText("More of the same here");
    await expect(member.locator("#owes")).toContainText("FN-");
    await expect(member.locator("#people")).toContainText(greta.name);
    await expectAccessible(member, "organisation");
  });

  await test.step("an organisation that is none does not exist", async () => {
    for (const id of ["nobody", "00000000-0000-4000-8000-000000000000"]) {
      const answer = await member.goto(`/organisations/${id}`);
      expect(answer?.status()).toBe(404);
    }
    // Chromium complains of each page that is not there.
    expect(complaints.splice(0).filter((complaint) => !complaint.includes("status of 404"))).toEqual([]);
  });
});
