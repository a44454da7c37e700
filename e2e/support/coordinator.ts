import { expect, type Page } from "@playwright/test";
import { mouse, type Hand } from "./hand.ts";
import { shownCommand } from "./policy-commands.ts";
import { save } from "./member.ts";
import type { Terminal } from "./shell.ts";

/** Goes to the page where rosters are signed, within the page's life. */
export async function goToRosters(page: Page, hand: Hand = mouse): Promise<void> {
  await hand.press(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Coordination" }));
  await hand.press(page.getByRole("link", { name: "Sign rosters" }));
  await expect(page.getByRole("heading", { level: 1, name: "Rosters" })).toBeVisible();
}

/** Signs the next roster of a list with the key that is unlocked in the tab. */
export async function publishHere(page: Page, listName: string, hand: Hand = mouse): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await hand.press(page.getByRole("button", { name: new RegExp(`^Sign and publish version \\d+ of ${listName}$`) }));
  await answered; // another list's notice may be on the page already
  await expect(page.getByText(/^Version \d+ is published$/).last()).toBeVisible();
}

/** Signs the next roster of the first list on the page in a terminal. */
export async function publishWithGpg(page: Page, terminal: Terminal, hand: Hand = mouse): Promise<void> {
  await hand.check(page.getByRole("radio", { name: "In a terminal, with gpg" }).first());
  const text = await save(page, page.getByRole("button", { name: /^Save the text as / }), hand);
  await terminal.write(text.name, text.bytes);
  await terminal.run(await shownCommand(page, "Sign it in a terminal"));
  await hand.write(page.getByLabel("The signed text"), await terminal.run(`cat ${text.name}.asc`));
  await hand.press(page.getByRole("button", { name: /^Publish version / }));
  await expect(page.getByText(/^Version \d+ is published$/)).toBeVisible();
}

/** Enrols an organisation and one person of it who reads both lists. */
export async function enrol(
  page: Page,
  { name, organisation, certificate }: { readonly name: string; readonly organisation: string; certificate: string },
  hand: Hand = mouse,
): Promise<void> {
  await hand.write(page.getByLabel("Name of the organisation"), organisation);
  await hand.press(page.getByRole("button", { name: "Enrol the organisation" }));
  await expect(page.getByText(`${organisation} is enrolled`)).toBeVisible();
  await hand.pick(page.getByRole("combobox", { name: "Organisation" }), organisation);
  await hand.write(page.getByLabel("Name", { exact: true }), name);
  await hand.write(page.getByLabel("Certificate", { exact: true }), certificate);
  await expect(page.getByText("This certificate can be encrypted to")).toBeVisible();
  await hand.press(page.getByRole("button", { name: "Enrol", exact: true }));
  await expect(page.getByText(`${name} is enrolled`)).toBeVisible();
}
