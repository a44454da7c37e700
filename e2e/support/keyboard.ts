import { expect, type ElementHandle, type Locator, type Page } from "@playwright/test";
import type { Hand } from "./hand.ts";

const maximumPresses = 200;

interface Focus {
  readonly what: string;
  readonly isLost: boolean;
  readonly isShown: boolean;
  /** Where it stands to what is looked for: on it, elsewhere, or there is no telling since that left the page. */
  readonly isAt: "target" | "elsewhere" | "nowhere";
}

/** A page that remembers that the focus was somewhere in it. */
interface PageInUse extends Window {
  hadFocus?: boolean;
}

/**
 * Presses Tab until the control has the focus, which is seen on every stop of the way. Wherever a person has been in the
 * page, they go on from there: what they did last has not cost them the focus.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  if (await page.evaluate(() => (window as PageInUse).hadFocus === true)) {
    await expectFocusKept(page, `all that was done before ${String(target)}`);
  }
  let isRound = false;
  // Found once and not at each stop: by role and name, that is most of the way's time.
  let element = await target.elementHandle();
  let focus = await currentFocus(page, element);
  for (let press = 0; press < maximumPresses; press += 1) {
    if (focus.isAt === "nowhere") {
      element = await target.elementHandle();
      focus = await currentFocus(page, element);
    }
    if (focus.isAt === "target") return;
    await page.keyboard.press("Tab");
    focus = await currentFocus(page, element);
    if (focus.isLost && !isRound) {
      isRound = true; // behind the last control the browser's own have their turn, then the page's from the top
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
      focus = await currentFocus(page, element);
    }
    if (focus.isLost || !focus.isShown) await expectFocusShown(page, focus.what);
  }
  throw new Error(`${String(maximumPresses)} presses of Tab do not lead to ${String(target)}`);
}

/** Goes to a control by Tab, and presses a key there. */
export async function pressAt(page: Page, target: Locator, key: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field by Tab, and types into it. */
export async function typeAt(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
  await expect(target).toHaveValue(text);
}

/** Chooses one of a group of radio buttons, by the question above them. */
export async function chooseByKeys(page: Page, legend: string, answer: string | RegExp): Promise<void> {
  await chooseRadio(page.getByRole("group", { name: legend }).getByRole("radio", { name: answer }));
}

/** The keyboard alone. */
export const keyboard: Hand = {
  press: (control) => pressAt(control.page(), control, "Enter"),

  async check(choice) {
    if ((await choice.getAttribute("type")) === "radio") await chooseRadio(choice);
    else if (!(await choice.isChecked())) await pressAt(choice.page(), choice, "Space");
    await expect(choice).toBeChecked();
  },

  async write(field, text) {
    const page = field.page();
    await pressAt(page, field, "ControlOrMeta+A");
    await (text === "" ? page.keyboard.press("Delete") : page.keyboard.insertText(text));
  },

  async pick(field, option) {
    const page = field.page();
    const options = field.getByRole("option");
    await expect(options.and(page.getByText(option, { exact: true }))).toBeAttached();
    await pressAt(page, field, "Home");
    for (let press = 0; press < (await options.count()) && (await pickedOption(field)) !== option; press += 1) {
      await page.keyboard.press("ArrowDown");
    }
    expect(await pickedOption(field)).toBe(option);
  },

  async attach(field, file) {
    const page = field.page();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), pressAt(page, field, "Enter")]);
    await chooser.setFiles(file);
  },
};

/** Tab to the group, then arrows. */
async function chooseRadio(choice: Locator): Promise<void> {
  const page = choice.page();
  const name = await choice.getAttribute("name");
  const radios = page.locator(`input[type="radio"][name="${name ?? ""}"]`);
  const chosen = radios.and(page.locator(":checked"));
  await tabTo(page, (await chosen.count()) > 0 ? chosen : radios.first());
  await page.keyboard.press("Space");
  for (let press = 0; press < (await radios.count()) && !(await choice.isChecked()); press += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(choice).toBeChecked();
}

function pickedOption(field: Locator): Promise<string | undefined> {
  return field.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text);
}

/** The focus is somewhere in the page: whoever goes on with Tab goes on from there, not from the top. */
export async function expectFocusKept(page: Page, after: string): Promise<void> {
  await expect.poll(async () => (await currentFocus(page)).isLost, { message: `the focus after ${after}` }).toBe(false);
}

/**
 * What has the focus is seen. A page that has just come to life may scroll to its top a moment after a fast hand has gone
 * on by Tab: then going back and forth once shows it, and must.
 */
async function expectFocusShown(page: Page, what: string): Promise<void> {
  if (await isShownSoon(page)) return;
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await isShownSoon(page), `what has the focus is shown after Tab to ${what}`).toBe(true);
}

async function isShownSoon(page: Page): Promise<boolean> {
  const giveUpAt = performance.now() + 2_000;
  for (;;) {
    const { isLost, isShown } = await currentFocus(page);
    if (!isLost && isShown) return true;
    if (performance.now() > giveUpAt) return false;
  }
}

/** What has the focus, whether one sees that it has, and whether anything lies over it (WCAG 2.4.7, 2.4.11). */
function currentFocus(page: Page, target: ElementHandle<SVGElement | HTMLElement> | null = null): Promise<Focus> {
  return page.evaluate((wanted) => {
    const element = document.activeElement;
    const isAt = wanted?.isConnected !== true ? "nowhere" : wanted === element ? "target" : "elsewhere";
    if (element === null || element === document.body) return { what: "nothing", isLost: true, isShown: false, isAt };
    const marks = [element, element.parentElement].some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
    (window as PageInUse).hadFocus = true;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isWithin = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return { what: element.outerHTML.slice(0, 200), isLost: false, isShown: marks && isWithin, isAt };
  }, target);
}
