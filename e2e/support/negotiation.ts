import { expect, type Locator, type Page } from "@playwright/test";
import { mouse, type Hand } from "./hand.ts";
import { answerQuestions, reviewAndSend, writeReport, type KeptReceipt } from "./reporter.ts";

const dayMs = 86_400_000;

/** A day some days from now as a person types it, in UTC. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
}

/** Sends a report within the policy, in few words. */
export async function sendReport(page: Page, title: string): Promise<KeptReceipt> {
  await answerQuestions(page);
  await writeReport(page, { title, software: "libharrow", text: "A length is trusted that came from outside." });
  return reviewAndSend(page);
}

export interface WishedDate {
  /** As it is typed, in UTC. */
  readonly day: string;
  readonly time: string;
  readonly reason: string;
}

/** The form in which a date is proposed. */
export function proposalForm(within: Page | Locator): Locator {
  return within.getByRole("form", { name: "Propose a date" });
}

/** Opens the form, in the whole page or an issue's part of it, and types a proposal into it. */
export async function typeProposal(
  within: Page | Locator,
  { day, time, reason }: WishedDate,
  hand: Hand = mouse,
): Promise<void> {
  await hand.press(within.getByRole("button", { name: "Propose another date" }));
  const form = proposalForm(within);
  await hand.pick(form.getByLabel("Zone"), "UTC");
  await hand.write(form.getByLabel("Date"), day);
  await hand.write(form.getByLabel("Time"), time);
  await hand.pick(form.getByLabel("Why?"), reason);
}

export async function propose(within: Page | Locator, hand: Hand = mouse): Promise<void> {
  await hand.press(proposalForm(within).getByRole("button", { name: "Propose this date" }));
}

/** Waits until the page says that a step was taken. */
export async function expectDone(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
}
