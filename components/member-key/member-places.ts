import type { Place } from "#components/site/places.ts";

/** Where members go. */
export const memberPlaces: readonly Place[] = [
  { href: "/reports", label: "Reports" },
  { href: "/duties", label: "Duties" },
  { href: "/lists", label: "Lists" },
  { href: "/policy", label: "Policy" },
];
