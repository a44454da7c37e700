import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** The narrowest screen that must do without scrolling sideways (WCAG 1.4.10), and a usual one. */
const widths = [320, 1280];

/**
 * Looks at a page as it stands, in light and dark, narrow and wide: axe finds nothing, and nothing is cut off at the
 * side. The page is left in light and wide.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect.soft(violations.map(inShort), `${name}, ${colorScheme}, ${String(width)} px wide`).toEqual([]);
    }
    const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(overhangPx, `${name} is wider than ${String(width)} px`).toBeLessThanOrEqual(0);
  }
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
