"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { beginningOf, deceptiveCharacterCount, withDeceptiveCharactersShown } from "./shown-text.ts";

/** A text as it was written, and nothing but text: blanks and line ends kept, no links, no markup. */
export function SealedText({ text, label }: { readonly text: string; readonly label: string }) {
  const [isWhole, setWhole] = useState(false);
  const [isRevealed, setRevealed] = useState(false);
  const deceptiveCount = deceptiveCharacterCount(text);
  const shown = isRevealed ? withDeceptiveCharactersShown(text) : text;
  const beginning = isWhole ? shown : beginningOf(shown);

  if (text.trim() === "") return <p className="text-muted italic">There is no text.</p>;
  return (
    <div className="space-y-3">
      {deceptiveCount === 0 ? null : (
        <Notice
          tone="advice"
          title="This text holds characters that cannot be seen"
          actions={
            <Button
              size="small"
              onClick={() => {
                setRevealed(!isRevealed);
              }}
            >
              {isRevealed ? "Show the text as it is" : "Write them out"}
            </Button>
          }
        >
          <p>
            {deceptiveCount === 1 ? "One of them has" : `${String(deceptiveCount)} of them have`} no width or turn the
            direction of reading, so that code may read differently from what it does.
          </p>
        </Notice>
      )}
      <pre
        aria-label={label}
        className="font-mono text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap [tab-size:8] [unicode-bidi:plaintext]"
      >
        {beginning}
      </pre>
      {beginning.length === shown.length ? null : (
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
          This is the beginning of {shown.length.toLocaleString("en-GB")} characters.
          <Button
            size="small"
            onClick={() => {
              setWhole(true);
            }}
          >
            Show all of it
          </Button>
        </p>
      )}
    </div>
  );
}
