"use client";

import { useEffect } from "react";
import { jumpTo } from "./jump.ts";

/** Goes to the place that the address names, which may be folded: mails and other pages lead to it. */
export function usePlaceOfAddress(): void {
  useEffect(() => {
    const { hash } = window.location;
    if (hash !== "") jumpTo(hash.slice(1));
  }, []);
}
