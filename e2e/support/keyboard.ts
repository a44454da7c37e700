import { expect, type Locator, type Page } from "@playwright/test";

const maximumPresses = 200;

interface Focus {
  readonly what: string;
  readonly isLost: boolean;
  readonly isShown: boolean;
}

/** Presses Tab until the control has the focus, which is seen on every stop of the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < maximumPresses; press += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
    const focus = await currentFocus(page);
    expect(focus, "after Tab").toMatchObject({ isLost: false, isShown: true });
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

/** Chooses one of a group of radio buttons: Tab to the group, then arrows. */
export async function chooseByKeys(page: Page, legend: string, answer: string | RegExp): Promise<void> {
  const radios = page.getByRole("group", { name: legend }).getByRole("radio");
  const wanted = page.getByRole("group", { name: legend }).getByRole("radio", { name: answer });
  await tabTo(
    page,
    (await radios.and(page.locator(":checked")).count()) > 0 ? radios.and(page.locator(":checked")) : radios.first(),
  );
  await page.keyboard.press("Space");
  for (let press = 0; press < (await radios.count()) && !(await wanted.isChecked()); press += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(wanted).toBeChecked();
}

/** The focus is somewhere in the page: whoever goes on with Tab goes on from there, not from the top. */
export async function expectFocusKept(page: Page, after: string): Promise<void> {
  await expect.poll(async () => (await currentFocus(page)).isLost, { message: `the focus after ${after}` }).toBe(false);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** What has the focus, whether one sees that it has, and whether anything lies over it (WCAG 2.4.7, 2.4.11). */
function currentFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { what: "nothing", isLost: true, isShown: false };
    const marks = [element, element.parentElement].some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isWithin = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return { what: element.outerHTML.slice(0, 200), isLost: false, isShown: marks && isWithin };
  });
}
