import type { Locator, Page } from "@playwright/test";
import { mouse, type Hand } from "./hand.ts";
import { unfold } from "./unfold.ts";

/** A part of a report's page, by its heading. */
export function panel(page: Page, heading: string): Locator {
  return page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: heading, exact: true }) });
}

/** What unfolds more, by its text. */
export function fold(within: Page | Locator, text: string | RegExp): Locator {
  return within.locator("summary").filter({ hasText: text });
}

/** Enters one of the facts of a case that has just come about, up to the button that records it. */
export async function enterFact(page: Page, fact: string, evidence: string, hand: Hand = mouse): Promise<void> {
  await unfold(page, "The case", hand);
  const facts = panel(page, "The case");
  await hand.press(facts.getByRole("button", { name: "Record a fact" }));
  await hand.check(facts.getByRole("radio", { name: fact, exact: true }));
  await hand.press(facts.getByRole("button", { name: "It happened just now" }));
  await hand.write(facts.getByLabel("How do you know?"), evidence);
}

/** Records such a fact. */
export async function recordFact(page: Page, fact: string, evidence: string, hand: Hand = mouse): Promise<void> {
  await enterFact(page, fact, evidence, hand);
  await hand.press(panel(page, "The case").getByRole("button", { name: "Record it" }));
}

/** Closes what is owed with evidence. */
export async function closeWith(page: Page, what: string, evidence: string, hand: Hand = mouse): Promise<void> {
  await unfold(page, "Obligations", hand);
  const obligations = panel(page, "Obligations");
  await hand.press(obligations.getByRole("button", { name: `Close with evidence (${what})` }));
  await hand.write(obligations.getByLabel("What shows that it was done?"), evidence);
  await hand.press(obligations.getByRole("button", { name: "Close it" }));
}

/** Enters a posting that was just made: what it was, and where it is. */
export async function enterPosting(page: Page, what: string, reference: string, hand: Hand = mouse): Promise<void> {
  await unfold(page, "Postings", hand);
  const postings = panel(page, "Postings");
  await hand.press(postings.getByRole("button", { name: "Record a posting" }));
  await hand.check(postings.getByRole("radio", { name: what }));
  await hand.write(postings.getByLabel("Link or Message-ID"), reference);
  await hand.press(postings.getByRole("button", { name: "It happened just now" }));
}

/** Records that somebody has just shared an exploit. */
export async function recordExploit(page: Page, by: string, hand: Hand = mouse): Promise<void> {
  await unfold(page, "Postings", hand);
  const postings = panel(page, "Postings");
  await hand.press(postings.getByRole("button", { name: "Record that an exploit was shared" }));
  await hand.check(postings.getByRole("radio", { name: by }));
  await hand.press(postings.getByRole("button", { name: "It happened just now" }));
  await hand.press(postings.getByRole("button", { name: "Record it" }));
}
