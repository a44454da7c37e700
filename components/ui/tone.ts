import type { IconName } from "./icon.tsx";

/** What a message means. Each tone has a colour, an icon and a word, so that none stands alone. */
export type Tone = "note" | "advice" | "refusal" | "success";

export const tones: Record<Tone, { readonly icon: IconName; readonly word: string }> = {
  note: { icon: "note", word: "Note" },
  advice: { icon: "warning", word: "Advice" },
  refusal: { icon: "refusal", word: "Not possible" },
  success: { icon: "success", word: "Done" },
};
