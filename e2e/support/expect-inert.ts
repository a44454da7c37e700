import { expect, type Page } from "@playwright/test";

/** Elements that no page of ours has, and that bring something to life. */
const living =
  "iframe, frame, object, embed, base, applet, portal, math, marquee, video, audio, foreignObject, animate";

/** Before a page is opened: a dialog, or a policy that had to stop something, is a complaint. */
export async function watchForScripts(page: Page, complaints: string[]): Promise<void> {
  page.on("dialog", (dialog) => {
    // Whoever leaves a page where they have a receipt to keep is asked first: that is ours.
    if (dialog.type() !== "beforeunload") complaints.push(`a dialog says ${dialog.message()}`);
    void dialog.accept();
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`the policy's ${violatedDirective} has stopped ${blockedURI}`);
    });
  });
}

/** Whether all that stands on the page is text: nothing ran, and nothing became an element, a handler or an address. */
export async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate((selector) => {
    const elements = [...document.querySelectorAll("*")];
    const named = (element: Element) => element.outerHTML.slice(0, 200);
    return {
      ran: Reflect.get(window, "hostileRan") as unknown,
      handlers: elements.filter((each) => each.getAttributeNames().some((name) => name.startsWith("on"))).map(named),
      living: [...document.querySelectorAll(selector)].map(named),
      addresses: elements
        .flatMap((each) =>
          ["href", "src", "action", "formaction", "data"].flatMap((name) => each.getAttribute(name) ?? []),
        )
        .filter((address) => !["http:", "https:"].includes(new URL(address, document.baseURI).protocol)),
    };
  }, living);
  expect(found).toEqual({ ran: undefined, handlers: [], living: [], addresses: [] });
  expect(page.context().pages(), "no window was opened").toHaveLength(1);
}

/** Whether each text stands in what the page shows, as it was written. */
export async function expectTexts(page: Page, texts: readonly string[]): Promise<void> {
  await expect
    .poll(async () => {
      const shown = await page.locator("body").evaluate((body) => body.textContent);
      return texts.filter((text) => !shown.includes(text));
    })
    .toEqual([]);
}

/** Unfolds whatever can be unfolded. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.locator("details:not([open])").evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
}
