import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { tones, type Tone } from "./tone.ts";

export interface NoticeProps {
  readonly tone?: Tone;
  /** Replaces the tone's own word ("Note", "Advice", "Not possible", "Done"). */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons or links with which to act on it. */
  readonly actions?: ReactNode;
  /** Read out when it appears: `status` politely, `alert` at once. */
  readonly role?: "status" | "alert";
  readonly id?: string;
}

const look = cva("flex items-start gap-3 rounded-md border-l-4 px-4 py-3", {
  variants: {
    tone: {
      note: "border-accent bg-accent-soft",
      advice: "border-advice bg-advice-soft",
      refusal: "border-refusal bg-refusal-soft",
      success: "border-success bg-success-soft",
    },
  },
});
const iconColour: Record<Tone, string> = {
  note: "text-accent",
  advice: "text-advice",
  refusal: "text-refusal",
  success: "text-success",
};

/** A message within a page. */
export function Notice({ tone = "note", title, children, actions, role, id }: NoticeProps) {
  return (
    <div id={id} role={role} className={look({ tone })}>
      <Icon name={tones[tone].icon} className={`mt-0.5 size-5 ${iconColour[tone]}`} />
      <div className="min-w-0 grow space-y-1.5">
        <p className="font-semibold">{title ?? tones[tone].word}</p>
        {children === undefined ? null : <div className="max-w-prose space-y-2">{children}</div>}
        {actions === undefined ? null : <div className="flex flex-wrap gap-2 pt-1">{actions}</div>}
      </div>
    </div>
  );
}
