import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import type { Tone } from "./tone.ts";

export interface BadgeProps {
  readonly tone?: Tone | "plain";
  readonly icon?: IconName;
  /** The state in a word or two. */
  readonly children: ReactNode;
}

const look = cva(
  "inline-flex items-center gap-1 rounded-sm border px-1.5 py-0.5 text-sm leading-tight font-medium whitespace-nowrap",
  {
    variants: {
      tone: {
        plain: "border-line bg-sunken text-ink",
        note: "border-accent/40 bg-accent-soft text-accent-strong",
        advice: "border-advice/40 bg-advice-soft text-advice",
        refusal: "border-refusal/40 bg-refusal-soft text-refusal",
        success: "border-success/40 bg-success-soft text-success",
      },
    },
  },
);

export function Badge({ tone = "plain", icon, children }: BadgeProps) {
  return (
    <span className={look({ tone })}>
      {icon === undefined ? null : <Icon name={icon} className="size-[1.05em]" />}
      {children}
    </span>
  );
}
