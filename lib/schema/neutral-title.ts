import type { ShownObligation } from "./obligation.ts";

const nouns: Readonly<Record<ShownObligation["kind"], string>> = {
  ACKNOWLEDGE: "acknowledgement",
  SUPPLY_DATE: "date",
  ANSWER_PROPOSAL: "answer about the date",
  REPORT_PROGRESS: "progress",
  DISCLOSE: "disclosure",
  POST_ISSUE: "posting",
  ANNOUNCE_EXPLOIT: "announcement of the exploit",
  POST_EXPLOIT: "posting of the exploit",
  TELL_LEAK: "word of the leak",
  INVESTIGATE_LEAK: "inquiry into the leak",
  REPORT_LEAK: "report on the leak",
};

/** `FN-2026-0042: disclosure`. It may stand where others see it: it says that something is owed, and nothing of what about. */
export function neutralTitle({ handle, kind }: Pick<ShownObligation, "kind"> & { readonly handle: string }): string {
  return `${handle}: ${nouns[kind]}`;
}
