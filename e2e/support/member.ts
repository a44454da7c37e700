import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { mouse, type Hand } from "./hand.ts";
import { shownCommand } from "./policy-commands.ts";
import type { Terminal } from "./shell.ts";
import { demoPassphrase, type DemoPerson } from "./demo-people.ts";

/** Signs in with the key file of a demo person, in the browser; the key stays unlocked in this tab. */
export async function signInHere(page: Page, person: DemoPerson, hand: Hand = mouse): Promise<void> {
  await page.goto("/sign-in");
  await hand.attach(page.getByLabel("Or a file that holds it"), person.keyPath);
  await hand.write(page.getByLabel("Passphrase of the key"), demoPassphrase);
  await hand.press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "Lock your key" })).toBeVisible();
}

/** Signs in with a private key that is pasted, and has no passphrase. */
export async function signInWithPastedKey(page: Page, privateKey: string, hand: Hand = mouse): Promise<void> {
  await page.goto("/sign-in");
  await hand.write(page.getByLabel("Your private key"), privateKey);
  await hand.press(page.getByRole("button", { name: "Sign in" }));
}

/** The row of a report in the table, looked for as a person does: it may stand on another screen of the table. */
export async function findRow(page: Page, handleOrTitle: string, hand: Hand = mouse): Promise<Locator> {
  await hand.write(page.getByRole("searchbox", { name: "Search" }), handleOrTitle);
  return page.getByRole("row").filter({ hasText: handleOrTitle });
}

/** Opens a report from the table. */
export async function openReport(page: Page, handle: string, hand: Hand = mouse): Promise<void> {
  const row = await findRow(page, handle, hand);
  await hand.press(row.getByRole("link", { name: handle }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(handle);
}

/** Goes to the table as a person does, within the page's life: what is unlocked stays so. */
export async function goToReports(page: Page, hand: Hand = mouse): Promise<void> {
  await hand.press(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reports" }));
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
}

/** Saves a file that the page offers and gives what was saved. */
export async function save(
  page: Page,
  button: Locator,
  hand: Hand = mouse,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), hand.press(button)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The article of an envelope in a thread, by a part of its title. */
export function envelope(page: Page, title: string | RegExp): Locator {
  return page.getByRole("article", { name: title });
}

/** Signs in with a text that gpg signs in the terminal; the key never meets the browser. */
export async function signInWithGpg(
  page: Page,
  fingerprint: string,
  terminal: Terminal,
  hand: Hand = mouse,
): Promise<void> {
  await page.goto("/sign-in");
  await hand.check(page.getByRole("radio", { name: "In a terminal, with gpg" }));
  await hand.write(page.getByLabel("Fingerprint of your key"), fingerprint);
  await hand.press(page.getByRole("button", { name: "Get the text to sign" }));
  await hand.write(
    page.getByLabel("All that gpg printed"),
    await terminal.run(await shownCommand(page, "Run this in")),
  );
  await hand.press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
}

/**
 * Reads what is sealed by ticket: the page's shell line is run in the terminal, its output pasted. What is sealed in the
 * meantime stays so.
 *
 * @returns how many lines the terminal printed.
 */
export async function readByTicket(page: Page, terminal: Terminal, hand: Hand = mouse): Promise<number> {
  await hand.press(page.getByRole("button", { name: "Unlock your key" }));
  const dialog = page.getByRole("dialog", { name: "Unlock your key" });
  await hand.check(dialog.getByRole("radio", { name: "In gpg, or on a smartcard" }));
  await hand.press(dialog.getByRole("button", { name: "Show the command" }));
  await expect(dialog.getByRole("button", { name: "Open with these" })).toBeVisible();
  const file = dialog.getByRole("button", { name: "Save tickets.txt" });
  if (await file.isVisible()) await terminal.write("tickets.txt", (await save(page, file, hand)).bytes);
  const printed = await terminal.run(await shownCommand(page, "Run this in"));
  await hand.write(dialog.getByLabel("What it printed"), printed);
  await hand.press(dialog.getByRole("button", { name: "Open with these" }));
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await closeWhereMoreIsSealed(page, hand);
  return printed.trim().split("\n").length;
}

/** What another journey has sent meanwhile would be the next to read: the dialog stays for it, with an empty field. */
async function closeWhereMoreIsSealed(page: Page, hand: Hand): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Reading by ticket" });
  const fields = page.getByLabel("What it printed");
  const countFilled = () =>
    fields.evaluateAll((areas) => areas.filter((each) => (each as HTMLTextAreaElement).value !== "").length);
  await expect.poll(countFilled).toBe(0);
  if ((await fields.count()) > 0) await hand.press(dialog.getByRole("button", { name: "Close" }));
}
