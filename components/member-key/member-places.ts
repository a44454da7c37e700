import type { Place } from "#components/site/places.ts";

/** Where members go. */
export const memberPlaces: readonly Place[] = [
  { href: "/reports", label: "Reports" },
  { href: "/deadlines", label: "Deadlines" },
  { href: "/duties", label: "Duties" },
  { href: "/notices", label: "Notices" },
  { href: "/organisations", label: "Organisations" },
  { href: "/lists", label: "Lists" },
  { href: "/policy", label: "Policy" },
];
