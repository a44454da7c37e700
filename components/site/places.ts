/** A place that the header leads to. */
export interface Place {
  readonly href: string;
  readonly label: string;
  /** How much there is unread; nothing where it is 0 or not given. */
  readonly unreadCount?: number;
}

/** What everybody may visit. */
export const publicPlaces: readonly Place[] = [
  { href: "/report", label: "Report" },
  { href: "/receipt", label: "Receipt" },
  { href: "/lists", label: "Lists" },
  { href: "/policy", label: "Policy" },
];
