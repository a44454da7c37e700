import type { Page } from "@playwright/test";
import { fetchCalendar, readCalendar } from "./support/calendar.ts";
import type { DemoPeople } from "./support/demo-people.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { expect, test } from "./support/journey.ts";
import { expectFocusKept, keyboard } from "./support/keyboard.ts";
import { signInHere } from "./support/member.ts";
import { openReceipt } from "./support/reporter.ts";

test.use({ siteKind: "demo", trace: "off" });
test.setTimeout(300_000);
test.describe.configure({ mode: "default" });

const { press, pick, write } = keyboard;

/** What is owed for a report, in one of the parts of the page. */
function owed(page: Page, part: "Late" | "To come" | "One day", handle: string) {
  return page.getByRole("region", { name: part, exact: true }).getByRole("listitem").filter({ hasText: handle });
}

async function goTo(page: Page, place: "Deadlines" | "Notices") {
  await press(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }));
  await expect(page.getByRole("heading", { level: 1, name: place })).toBeVisible();
}

function handleOf({ receipts }: DemoPeople, software: string): string {
  const receipt = receipts.find(({ title }) => title.includes(software));
  if (receipt === undefined) throw new Error(`the demo has no report about ${software}`);
  return receipt.handle;
}

test("a coordinator finds all that is late on one page, and closes it there, by keys", async ({
  page,
  people,
  browser,
  site,
}) => {
  const [unanswered, leaked] = [handleOf(people, "thistlefs"), handleOf(people, "sorrelctl")];
  const [overdue, announced] = [handleOf(people, "quillpress"), handleOf(people, "wickerd")];
  await signInHere(page, people.named("Ada"), keyboard);
  await goTo(page, "Deadlines");

  await test.step("each with whose it is, with whom it is now, and its clause", async () => {
    await expect(owed(page, "Late", unanswered)).toContainText("Owed by the list, now with CoreOS");
    await expect(owed(page, "Late", overdue).first()).toContainText("Owed by the reporter");
    await expect(owed(page, "Late", announced).getByRole("link", { name: "R14" })).toHaveAttribute(
      "href",
      "/policy#R14",
    );
    await expect(owed(page, "Late", leaked)).toHaveCount(3);
    await expectAccessible(page, "deadlines");
  });

  await test.step("receipt is acknowledged right there", async () => {
    await press(owed(page, "Late", unanswered).getByRole("button", { name: /^Acknowledge receipt/ }));
    await expect(page.getByText(`${unanswered}: receipt is acknowledged`)).toBeVisible();
    await expect(owed(page, "Late", unanswered)).toHaveCount(0);
    await expectFocusKept(page, "acknowledging");
  });

  await test.step("and what somebody can vouch for is closed with evidence", async () => {
    const telling = owed(page, "Late", leaked).filter({ hasText: "Tell of the leak" });
    await press(telling.getByRole("button", { name: /^Close with evidence/ }));
    const dialog = page.getByRole("dialog", { name: "Close: Tell of the leak" });
    const field = dialog.getByLabel("What shows that it was done?");
    await press(dialog.getByRole("button", { name: "Close it" }));
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(dialog.getByRole("alert")).toBeFocused();
    await expectAccessible(page, "deadlines-close");
    await write(field, "Told both by message on the same morning.");
    await press(dialog.getByRole("button", { name: "Close it" }));
    await expect(page.getByText(`${leaked}: “Tell of the leak” is closed`)).toBeVisible();
    await expect(owed(page, "Late", leaked)).toHaveCount(2);
    await expectFocusKept(page, "closing");
  });

  await test.step("filters are kept in the address", async () => {
    await pick(page.getByLabel("Duty"), "A12 See that exploits follow");
    await press(page.getByRole("button", { name: "Show" }));
    await expect(page).toHaveURL(/duty=A12/);
    await expect(owed(page, "Late", announced)).toHaveCount(1);
    await expect(owed(page, "Late", overdue)).toHaveCount(0);
    await page.reload();
    await expect(page.getByLabel("Duty")).toHaveValue("A12");
    await pick(page.getByLabel("Duty"), "All");
    await pick(page.getByLabel("Owed by"), "Gentoo, by its duties");
    await press(page.getByRole("button", { name: "Show" }));
    await expect(page).toHaveURL(/organisation=[0-9a-f-]{36}/);
    await expect(page.getByText("Report progress").first()).toBeVisible();
    await expect(owed(page, "Late", overdue)).toHaveCount(0); // the reporter owes that first
  });

  await test.step("and work without script", async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: site.origin,
      storageState: await page.context().storageState(),
    });
    const silent = await plain.newPage();
    await silent.goto("/deadlines");
    await silent.getByLabel("Duty").selectOption({ label: "A12 See that exploits follow" });
    await silent.getByRole("button", { name: "Show" }).click();
    await expect(owed(silent, "Late", announced)).toHaveCount(1);
    await expect(owed(silent, "Late", overdue)).toHaveCount(0);
    await plain.close();
  });

  await test.step("where nothing is owed, the page says so", async () => {
    await page.goto("/deadlines?duty=T6");
    await expect(page.getByText("Nothing is late")).toBeVisible();
    await expectAccessible(page, "deadlines-empty");
  });
});

test("a month is a calendar, whose days lead to what is owed on them", async ({ page, people }) => {
  await signInHere(page, people.named("Ada"), keyboard);
  await goTo(page, "Deadlines");
  await press(page.getByRole("link", { name: "Month" }));
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveCount(7);
  await expect(table.locator("[aria-current=date]")).toContainText("today");
  await expectAccessible(page, "deadlines-month");

  const [thisMonth = ""] = /\d{4}-\d\d/.exec(page.url()) ?? [];
  await press(page.getByRole("navigation", { name: "Months" }).locator("[rel=next]"));
  await expect(page).not.toHaveURL(new RegExp(thisMonth));
  await press(page.getByRole("navigation", { name: "Months" }).locator("[rel=prev]"));
  await expect(page).toHaveURL(new RegExp(thisMonth));

  const day = table.getByRole("link", { name: /^\w+day \d{4}-\d\d-\d\d: \d+ owed$/ }).first();
  const name = (await day.getAttribute("aria-label")) ?? "";
  await press(day);
  const part = page.getByRole("region", { name: "One day" });
  await expect(part.getByRole("heading", { level: 3 })).toHaveText(name.split(":")[0] ?? "");
  await expect(part.getByRole("listitem")).toHaveCount(Number(/(\d+) owed/.exec(name)?.[1]));
});

test("a calendar program reads a member's deadlines by a secret address, until it is revoked", async ({
  page,
  people,
  site,
  sentBodies,
}) => {
  await signInHere(page, people.named("Dora"), keyboard);
  await goTo(page, "Deadlines");

  const made = await test.step("the address is made, and shown once", async () => {
    await press(page.getByRole("button", { name: "Make a calendar address" }));
    await expect(page.getByText(/\/calendar\/[\w-]{43}\.ics$/)).toBeVisible();
    await expectAccessible(page, "calendar-address");
    const address = await page.getByText(/\/calendar\/[\w-]{43}\.ics$/).innerText();
    await page.reload();
    await expect(page.getByText(/\.ics$/)).toHaveCount(0);
    return address;
  });

  await test.step("it gives what is owed, under neutral titles and nothing else", async () => {
    const { status, headers, text } = await fetchCalendar(made);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    const events = readCalendar(text);
    expect(events.length).toBeGreaterThan(10);
    for (const { title, properties } of events) {
      expect(title).toMatch(/^FN-\d{4}-\d{4}: [a-z ]+$/);
      expect(properties.toSorted()).toEqual(
        ["class", "dtstamp", "dtstart", "last-modified", "sequence", "summary", "transp", "uid"].toSorted(),
      );
    }
    expect(events.map(({ title }) => title)).toContain(`${handleOf(people, "quillpress")}: posting`);
  });

  await test.step("replaced, the one before is as unknown as any", async () => {
    await press(page.getByRole("button", { name: "Replace it" }));
    await press(page.getByRole("alertdialog").getByRole("button", { name: "Replace" }));
    await expect(page.getByText(/\/calendar\/[\w-]{43}\.ics$/)).toBeVisible();
    await expectFocusKept(page, "replacing the address");
    const replaced = await page.getByText(/\/calendar\/[\w-]{43}\.ics$/).innerText();
    expect(replaced).not.toBe(made);
    const [old, unknown] = await Promise.all([
      fetchCalendar(made),
      fetchCalendar(made.replace(/[\w-]{43}/, "A".repeat(43))),
    ]);
    expect([old.status, old.text]).toEqual([404, unknown.text]);
    expect(unknown.status).toBe(404);
    expect((await fetchCalendar(replaced)).status).toBe(200);

    await press(page.getByRole("button", { name: "Revoke it" }));
    await press(page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }));
    await expect(page.getByRole("button", { name: "Make a calendar address" })).toBeVisible();
    await expectFocusKept(page, "revoking the address");
    expect((await fetchCalendar(replaced)).status).toBe(404);
    for (const address of [made, replaced]) {
      const secret = /[\w-]{43}(?=\.ics)/.exec(address)?.[0] ?? "";
      expect(site.log()).not.toContain(secret);
      expect(Buffer.concat(sentBodies.map(({ bytes }) => bytes)).includes(secret), "sent by the browser").toBe(false);
    }
  });
});

test("a member sees the deadlines of their own reports only, and reads their notices", async ({
  page,
  people,
  complaints,
}) => {
  const [theirs, others] = [handleOf(people, "thistlefs"), handleOf(people, "brindle")];
  await signInHere(page, people.named("Nora"), keyboard);
  await goTo(page, "Deadlines");
  await expect(page.getByText(theirs).first()).toBeVisible();
  await expect(page.getByText(others)).toHaveCount(0);

  await test.step("notices are read up to what is shown", async () => {
    const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Notices/ });
    await expect(link).toContainText("unread");
    await goTo(page, "Notices");
    await expect(page.getByText("Receipt was acknowledged").first()).toBeVisible();
    await expectAccessible(page, "notices");
    await press(page.getByRole("button", { name: "Mark as read" }));
    await expect(link).not.toContainText("unread");
    await expect(page.getByText("Unread", { exact: true })).toHaveCount(0);
    await expectFocusKept(page, "marking as read");
  });

  await test.step("what was sent to others is no page of theirs", async () => {
    expect((await page.goto("/notices/reminders"))?.status()).toBe(404);
    expect(complaints.splice(0).filter((each) => !/reminders.* 404/.test(each))).toEqual([]);
  });
});

test("a coordinator sees what was reminded of, and what will be", async ({ page, people }) => {
  await signInHere(page, people.named("Ada"), keyboard);
  await goTo(page, "Notices");
  await press(page.getByRole("link", { name: "All reminders" }));
  const sent = page.getByRole("region", { name: "Sent", exact: true });
  const ahead = page.getByRole("region", { name: "To be sent" });
  await expect(sent.getByText(/^To Cora Demo \(CoreOS\), Cyrus Demo \(CoreOS\)/).first()).toBeVisible();
  await expect(ahead.getByText(/^To the reporter, 2 hours before/).first()).toBeVisible();
  await expectAccessible(page, "reminders");
});

test("a reporter is told what has happened to their report", async ({ page, people }) => {
  const receipt = people.receipts.find(({ title }) => title.includes("larkspur"));
  await openReceipt(page, receipt?.receipt ?? "", keyboard);
  await expect(page.getByText("A date was proposed")).toBeVisible();
  await press(page.getByRole("button", { name: "Mark as read" }));
  await expect(page.getByText("Unread", { exact: true })).toHaveCount(0);
});
