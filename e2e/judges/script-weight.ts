import type { Browser } from "@playwright/test";
import type { JudgedSite } from "./judged-site.ts";
import type { PageKind } from "./judged-pages.ts";
import type { Verdict } from "./verdict.ts";

/** Kilobytes of script, as they come over the wire (gzip), that a page may cost before somebody does anything. */
const budgetKilobytes: Readonly<Record<PageKind, number>> = { public: 150, sealing: 230, member: 260, verifying: 450 };

/** Weighs the script of every page on a first visit. */
export async function weighScripts({ browser, pages, frontOf }: JudgedSite): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { path, kind, seenBy } of pages) {
    const kilobytes = (await scriptBytes(browser, `${frontOf(seenBy).origin}${path}`)) / 1000;
    const budget = budgetKilobytes[kind];
    verdicts.push({
      judge: "script",
      about: path,
      said: `${kilobytes.toFixed(1)} kB of ${String(budget)} kB`,
      holds: kilobytes <= budget,
    });
  }
  return verdicts;
}

/** Bytes of the bodies of all scripts, those of workers included, that a first visit to a page brings. */
async function scriptBytes(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  let bytes = 0;
  const sizes: Promise<void>[] = [];
  context.on("requestfinished", (request) => {
    if (!new URL(request.url()).pathname.endsWith(".js")) return;
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        bytes += responseBodySize;
      }),
    );
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
  await Promise.all(sizes);
  await context.close();
  return bytes;
}
