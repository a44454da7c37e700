import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** A telephone and a usual screen. */
const widths = [1280, 360];

/** The narrowest screen that must do without scrolling sideways (WCAG 1.4.10). */
const narrowestPx = 320;

/** Where pictures of what is looked at go: `npm run screenshots` names a folder. */
const picturesFolder = process.env.FORTNIGHT_SCREENSHOTS;

/** The first part of a long page shows what it is like. */
const maximumPicturePx = 2400;

/**
 * Looks at a page as it stands, in light and dark, narrow and wide: axe finds nothing, and nothing is cut off at the
 * side. The page is left in light and wide.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await settle(page);
      const { violations } = await axeFor(page, colorScheme).analyze();
      expect.soft(violations.map(inShort), `${name}, ${colorScheme}, ${String(width)} px wide`).toEqual([]);
      await keepPicture(page, `${name}-${colorScheme}-${String(width)}.png`);
    }
  }
  await expectNoSidewaysScrolling(page, name);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}

function axeFor(page: Page, colorScheme: "light" | "dark"): AxeBuilder {
  // Without legacy mode each look opens one more tab, to join the findings of frames; there are none here.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // In the dark only the colours differ.
  return colorScheme === "light" ? axe.withTags(tags) : axe.withRules(["color-contrast", "link-in-text-block"]);
}

async function expectNoSidewaysScrolling(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: narrowestPx, height: 900 });
  const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overhangPx, `${name} is wider than ${String(narrowestPx)} px`).toBeLessThanOrEqual(0);
}

/** Brings colours to rest: one that is on its way from light to dark has any contrast. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  });
}

async function keepPicture(page: Page, fileName: string): Promise<void> {
  if (picturesFolder === undefined) return;
  const file = path.join(picturesFolder, fileName);
  if (await page.locator("[role=dialog], [role=alertdialog]").first().isVisible()) {
    await page.screenshot({ path: file });
    return;
  }
  const { width, height } = await page.evaluate(() => {
    window.scrollTo(0, 0);
    return { width: window.innerWidth, height: document.documentElement.scrollHeight };
  });
  const clip = { x: 0, y: 0, width, height: Math.min(height, maximumPicturePx) };
  await page.screenshot({ path: file, fullPage: true, clip });
}

function inShort({
  id,
  help,
  nodes,
}: {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}) {
  return {
    id,
    help,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 300)} | ${failureSummary ?? ""}`),
  };
}
