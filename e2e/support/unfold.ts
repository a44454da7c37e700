import type { Page } from "@playwright/test";
import { mouse, type Hand } from "./hand.ts";

/** Unfolds a part of a page by what its line begins with, unless it stands open. */
export async function unfold(page: Page, name: string, hand: Hand = mouse): Promise<void> {
  const line = page.locator("summary").filter({ hasText: new RegExp(`^${name}`) });
  if ((await line.locator("xpath=..").getAttribute("open")) === null) await hand.press(line);
}
