import { expect, type Page } from "@playwright/test";
import { shownCommand } from "./policy-commands.ts";
import { save } from "./member.ts";
import type { Terminal } from "./shell.ts";

/** Goes to the page where rosters are signed, within the page's life. */
export async function goToRosters(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Coordination" }).click();
  await page.getByRole("link", { name: "Sign rosters" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rosters" })).toBeVisible();
}

/** Signs the next roster of a list with the key that is unlocked in the tab. */
export async function publishHere(page: Page, listName: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: new RegExp(`^Sign and publish version \\d+ of ${listName}$`) }).click();
  await answered; // another list's notice may be on the page already
  await expect(page.getByText(/^Version \d+ is published$/).last()).toBeVisible();
}

/** Signs the next roster of the first list on the page in a terminal. */
export async function publishWithGpg(page: Page, terminal: Terminal): Promise<void> {
  await page.getByRole("radio", { name: "In a terminal, with gpg" }).first().check();
  const text = await save(page, page.getByRole("button", { name: /^Save the text as / }));
  await terminal.write(text.name, text.bytes);
  await terminal.run(await shownCommand(page, "Sign it in a terminal"));
  await page.getByLabel("The signed text").fill(await terminal.run(`cat ${text.name}.asc`));
  await page.getByRole("button", { name: /^Publish version / }).click();
  await expect(page.getByText(/^Version \d+ is published$/)).toBeVisible();
}

/** Enrols an organisation and one person of it who reads both lists. */
export async function enrol(
  page: Page,
  { name, organisation, certificate }: { readonly name: string; readonly organisation: string; certificate: string },
): Promise<void> {
  await page.getByLabel("Name of the organisation").fill(organisation);
  await page.getByRole("button", { name: "Enrol the organisation" }).click();
  await expect(page.getByText(`${organisation} is enrolled`)).toBeVisible();
  await page.getByRole("combobox", { name: "Organisation" }).selectOption(organisation);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Certificate", { exact: true }).fill(certificate);
  await expect(page.getByText("This certificate can be encrypted to")).toBeVisible();
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByText(`${name} is enrolled`)).toBeVisible();
}
