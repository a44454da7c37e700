import type { Locator, Page } from "@playwright/test";

/** A part of a report's page, by its heading. */
export function panel(page: Page, heading: string): Locator {
  return page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: heading, exact: true }) });
}

/** Enters one of the facts of a case that has just come about, up to the button that records it. */
export async function enterFact(page: Page, fact: string, evidence: string): Promise<void> {
  const facts = panel(page, "The case");
  await facts.getByRole("button", { name: "Record a fact" }).click();
  await facts.getByRole("radio", { name: fact, exact: true }).check();
  await facts.getByRole("button", { name: "It happened just now" }).click();
  await facts.getByLabel("How do you know?").fill(evidence);
}

/** Closes what is owed with evidence. */
export async function closeWith(page: Page, what: string, evidence: string): Promise<void> {
  const obligations = panel(page, "Obligations");
  await obligations.getByRole("button", { name: `Close with evidence (${what})` }).click();
  await obligations.getByLabel("What shows that it was done?").fill(evidence);
  await obligations.getByRole("button", { name: "Close it" }).click();
}
