import { expect, type Page } from "@playwright/test";

/** The text of a block of commands that a page shows, by the label above it. */
export async function shownCommand(page: Page, label: string): Promise<string> {
  const figure = page.getByRole("figure").filter({ hasText: label });
  return (await figure.getByRole("code").first().textContent()) ?? "";
}

/** How to report with gpg and curl, as /policy prints it: all blocks, in their order. */
export async function commandsOfPolicy(page: Page): Promise<readonly [string, string, string, string]> {
  await page.goto("/policy#without-a-browser");
  const section = page.getByRole("region", { name: "Without a browser" });
  await expect(section).toBeVisible();
  const [fetchRoster = "", encrypt = "", facts = "", send = ""] = await section.getByRole("code").allTextContents();
  return [fetchRoster, encrypt, facts, send];
}
