"use client";

import { useReaders } from "#components/readers/readers-context.ts";
import { WaitingForReaders } from "#components/readers/waiting-for-readers.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { leftBehind } from "./left-behind.ts";

/** Who holds what was sealed before a move, and is sealed nothing of what comes after, since this roster names them not. */
export function LeftBehindNames({ roster }: { readonly roster: Parameters<typeof leftBehind>[1] }) {
  const state = useReaders(true);
  if (state.step !== "known") return <WaitingForReaders state={state} />;
  const names = leftBehind(state.readers, roster);
  if (names.length === 0) return <p>Everybody who reads it now will read on.</p>;
  return (
    <Disclosure
      summary={`${countText(names.length, "person holds", "people hold")} what came before, and nothing after`}
    >
      <ul className="space-y-1 text-sm">
        {names.map((name) => (
          <li key={name} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
