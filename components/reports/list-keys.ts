/** What a key does in the table of reports. */
export type ListCommand = "next" | "previous" | "first" | "last" | "open" | "search" | "keys";

/** Where the focus is: a key that types a letter into a field must not move anything. */
export type KeyPlace = "row" | "search" | "typing" | "elsewhere";

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const singleKeys: Readonly<Record<string, ListCommand>> = {
  j: "next",
  k: "previous",
  o: "open",
  "/": "search",
  "?": "keys",
};

const rowKeys: Readonly<Record<string, ListCommand>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  Home: "first",
  End: "last",
};

/**
 * The command of a key, or null where it keeps its ordinary meaning. Single characters act only while `hasSingleKeys`
 * (WCAG 2.1.4) and outside of fields; arrows only on a row, and down from the search field into the rows. Enter on a
 * row is the link's own.
 */
export function commandOf(pressed: PressedKey, place: KeyPlace, hasSingleKeys: boolean): ListCommand | null {
  const { key, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey || place === "typing") return null;
  if (place === "search") return key === "ArrowDown" ? "next" : null;
  if (place === "row" && Object.hasOwn(rowKeys, key)) return rowKeys[key] ?? null;
  if (!hasSingleKeys || !Object.hasOwn(singleKeys, key)) return null;
  const command = singleKeys[key] ?? null;
  return command === "open" && place !== "row" ? null : command;
}
