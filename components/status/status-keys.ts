import type { StatusAnswer } from "#lib/embargo/organisation-status.ts";
import type { PressedKey } from "#components/reports/list-keys.ts";
import { statusAnswers, statusWords } from "./status-words.ts";

/** What a key does in the choice of a status: chooses one, or brings the focus to another. */
export type StatusCommand =
  | { readonly kind: "choose"; readonly answer: StatusAnswer }
  | { readonly kind: "focus"; readonly answer: StatusAnswer };

/** Null where a key keeps its ordinary meaning. Letters act only while `hasSingleKeys` (WCAG 2.1.4). */
export function statusCommandOf(
  { key, ctrlKey, altKey, metaKey }: PressedKey,
  focused: StatusAnswer,
  hasSingleKeys: boolean,
): StatusCommand | null {
  if (ctrlKey || altKey || metaKey) return null;
  const moved = neighbourOf(key, focused);
  if (moved !== null) return { kind: "focus", answer: moved };
  const chosen = statusAnswers.find((answer) => statusWords(answer).key === key.toLowerCase());
  return hasSingleKeys && chosen !== undefined ? { kind: "choose", answer: chosen } : null;
}

function neighbourOf(key: string, focused: StatusAnswer): StatusAnswer | null {
  const last = statusAnswers.length - 1;
  const at = statusAnswers.indexOf(focused);
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return statusAnswers[at === last ? 0 : at + 1] ?? null;
    case "ArrowLeft":
    case "ArrowUp":
      return statusAnswers[at === 0 ? last : at - 1] ?? null;
    case "Home":
      return statusAnswers[0] ?? null;
    case "End":
      return statusAnswers[last] ?? null;
    default:
      return null;
  }
}
