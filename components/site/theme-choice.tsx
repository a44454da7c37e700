"use client";

import { usePathname } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { parseTheme, themes, type Theme } from "./theme.ts";

const labels: Readonly<Record<Theme, string>> = { system: "System", light: "Light", dark: "Dark" };

/**
 * Light, dark, or as the system asks. Without script the form is sent and the page comes back; with it the page stays
 * as it is, keys and typed text included, and only the choice is stored.
 */
export function ThemeChoice({ theme }: { readonly theme: Theme }) {
  const path = usePathname();
  const [chosen, setChosen] = useState(theme);

  function choose(event: SubmitEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const next = parseTheme(form.get("theme"));
    event.preventDefault();
    setChosen(next);
    document.documentElement.dataset["theme"] = next;
    void fetch("/theme", { method: "POST", body: form, redirect: "manual" }).catch(() => undefined);
  }

  return (
    <form method="post" action="/theme" onSubmit={choose}>
      <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <legend className="float-left mr-3 leading-8">Appearance</legend>
        <input type="hidden" name="returnTo" value={path} />
        {themes.map((each) => (
          <button
            key={each}
            type="submit"
            name="theme"
            value={each}
            aria-pressed={each === chosen}
            className="min-h-8 rounded-sm border border-transparent px-2 hover:text-ink aria-pressed:border-line-strong aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink"
          >
            {labels[each]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
