import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** A usual screen and a telephone. */
const widths = [1280, 360];

const colorSchemes = ["light", "dark"] as const;

/** The narrowest screen that must do without scrolling sideways (WCAG 1.4.10). */
const narrowestPx = 320;

/** Where pictures of what is looked at go: `npm run screenshots` names a folder. */
const picturesFolder = process.env.FORTNIGHT_SCREENSHOTS;

/** Pages are kept whole. None is as long as this, which Chromium can still paint. */
const maximumPicturePx = 16_000;

/**
 * Looks at a page as it stands, in light and dark, narrow and wide: axe finds nothing, and nothing is cut off at the
 * side. The page is left in light and wide.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    for (const colorScheme of colorSchemes) {
      await expectNothingFound(page, { name, width, colorScheme });
      await keepPicture(page, `${name}-${colorScheme}-${String(width)}.png`);
    }
  }
  // In light alone: what begins between here and the telephone is layout, so the dark's colours have been looked at there.
  await expectNothingFound(page, { name, width: narrowestPx, colorScheme: "light" });
  await expectNoSidewaysScrolling(page, name);
  await page.setViewportSize({ width: 1280, height: 900 });
}

interface Look {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: (typeof colorSchemes)[number];
}

async function expectNothingFound(page: Page, { name, width, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  await settle(page);
  // Without legacy mode each look opens one more tab, to join the findings of frames; there are none here.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  expect.soft(violations.map(inShort), `${name}, ${colorScheme}, ${String(width)} px wide`).toEqual([]);
}

async function expectNoSidewaysScrolling(page: Page, name: string): Promise<void> {
  const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overhangPx, `${name} is wider than ${String(narrowestPx)} px`).toBeLessThanOrEqual(0);
}

/**
 * Waits for the title, which comes a moment after what it is the title of, and brings colours to rest: one that is on
 * its way from light to dark has any contrast.
 */
async function settle(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
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
