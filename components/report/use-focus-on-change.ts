"use client";

import { useEffect, useRef, type RefObject } from "react";

/** Brings the focus to a place whose contents are replaced, since what was pressed there is gone; not at first. */
export function useFocusOnChange(shown: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(shown);

  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    place.current?.focus({ preventScroll: true });
  }, [shown]);
  return place;
}
