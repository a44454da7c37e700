"use client";

import { useEffect, useEffectEvent } from "react";
import { isTyping } from "#components/reports/is-typing.ts";
import { jumpTo } from "#components/step/jump.ts";
import type { PageSection } from "./sections.ts";

/** Hears the keys of a page's parts wherever the focus is on it, but in no dialog and no field. */
export function useSectionKeys(sections: readonly PageSection[], hasSingleKeys: boolean): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (event.defaultPrevented || !hasSingleKeys || ctrlKey || altKey || metaKey || isTyping(target)) return;
    const section = sections.find((each) => each.key === key);
    if (section !== undefined && jumpTo(section.id)) event.preventDefault();
  });

  useEffect(() => {
    document.addEventListener("keydown", hear);
    return () => {
      document.removeEventListener("keydown", hear);
    };
  }, []);
}
