"use client";

import { useEffect, useState } from "react";
import type { ButtonLook } from "./button-class.ts";
import { Button } from "./button.tsx";

export interface CopyButtonProps extends ButtonLook {
  readonly text: string;
  readonly label?: string;
  /** What is copied, for those who hear the button alone: "Copy" + " the fingerprint of Ada". */
  readonly what?: string;
}

const outcomes = { idle: "", copied: "Copied", failed: "The browser does not let this page copy: select the text" };

/** Copies a text, and says so. */
export function CopyButton({ text, label = "Copy", what, variant = "secondary", size = "small" }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<keyof typeof outcomes>("idle");

  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = setTimeout(() => {
      setOutcome("idle");
    }, 4000);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  }

  return (
    <span className="screen-only inline-flex flex-wrap items-center gap-2">
      <Button
        variant={variant}
        size={size}
        icon={outcome === "copied" ? "check" : "copy"}
        onClick={() => {
          void copy();
        }}
      >
        {label}
        {what === undefined ? null : <span className="sr-only"> {what}</span>}
      </Button>
      <span role="status" className="text-sm text-muted empty:hidden">
        {outcomes[outcome]}
      </span>
    </span>
  );
}
