import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { shownCommand } from "./policy-commands.ts";
import type { Terminal } from "./shell.ts";
import { demoPassphrase, type DemoPerson } from "./demo-people.ts";

/** Signs in with the key file of a demo person, in the browser; the key stays unlocked in this tab. */
export async function signInHere(page: Page, person: DemoPerson): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Or a file that holds it").setInputFiles(person.keyPath);
  await page.getByLabel("Passphrase of the key").fill(demoPassphrase);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "Lock your key" })).toBeVisible();
}

/** Signs in with a private key that is pasted, and has no passphrase. */
export async function signInWithPastedKey(page: Page, privateKey: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Your private key").fill(privateKey);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The row of a report in the table. */
export function rowOf(page: Page, handleOrTitle: string): Locator {
  return page.getByRole("row").filter({ hasText: handleOrTitle });
}

/** Opens a report from the table. */
export async function openReport(page: Page, handle: string): Promise<void> {
  await rowOf(page, handle).getByRole("link", { name: handle }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(handle);
}

/** Goes to the table as a person does, within the page's life: what is unlocked stays so. */
export async function goToReports(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reports" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
}

/** Saves a file that the page offers and gives what was saved. */
export async function save(page: Page, button: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The article of an envelope in a thread, by a part of its title. */
export function envelope(page: Page, title: string | RegExp): Locator {
  return page.getByRole("article", { name: title });
}

/** Signs in with a text that gpg signs in the terminal; the key never meets the browser. */
export async function signInWithGpg(page: Page, fingerprint: string, terminal: Terminal): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("radio", { name: "In a terminal, with gpg" }).check();
  await page.getByLabel("Fingerprint of your key").fill(fingerprint);
  await page.getByRole("button", { name: "Get the text to sign" }).click();
  await page.getByLabel("All that gpg printed").fill(await terminal.run(await shownCommand(page, "Run this in")));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
}

/**
 * Reads what is sealed by ticket: the page's shell line is run in the terminal, its output pasted.
 *
 * @returns how many lines the terminal printed.
 */
export async function readByTicket(page: Page, terminal: Terminal): Promise<number> {
  await page.getByRole("button", { name: "Unlock your key" }).click();
  const dialog = page.getByRole("dialog", { name: "Unlock your key" });
  await dialog.getByRole("radio", { name: "In gpg, or on a smartcard" }).check();
  await dialog.getByRole("button", { name: "Show the command" }).click();
  await expect(dialog.getByRole("button", { name: "Open with these" })).toBeVisible();
  const file = dialog.getByRole("button", { name: "Save tickets.txt" });
  if (await file.isVisible()) await terminal.write("tickets.txt", (await save(page, file)).bytes);
  const printed = await terminal.run(await shownCommand(page, "Run this in"));
  await dialog.getByLabel("What it printed").fill(printed);
  await dialog.getByRole("button", { name: "Open with these" }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  return printed.trim().split("\n").length;
}
