import type { Locator } from "@playwright/test";

/** A file as a person chooses it: by its path, or as it is. */
export type GivenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** With what somebody works a page: a road through the portal is the same for each. */
export interface Hand {
  /** Presses a button, follows a link, unfolds what is folded. */
  readonly press: (control: Locator) => Promise<void>;
  /** Ticks a box, or chooses one of a group of radio buttons. */
  readonly check: (choice: Locator) => Promise<void>;
  /** Writes into a field, in the place of what stood there. */
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Chooses one of a field's options by its text. */
  readonly pick: (field: Locator, option: string) => Promise<void>;
  readonly attach: (field: Locator, file: GivenFile) => Promise<void>;
}

/** For those who see and point; the keyboard's is in keyboard.ts. */
export const mouse: Hand = {
  press: (control) => control.click(),
  check: (choice) => choice.check(),
  write: (field, text) => field.fill(text),
  async pick(field, option) {
    await field.selectOption(option);
  },
  attach: (field, file) => field.setInputFiles(file),
};
