/** What a page may cost, by what it is for. */
export type PageKind = "public" | "sealing" | "member" | "verifying";

export interface JudgedPage {
  readonly path: string;
  readonly kind: PageKind;
  /** Who looks: nobody in particular, a member, or a coordinator. */
  readonly seenBy: "anyone" | "Felix" | "Ada";
}

/**
 * One of each kind of page.
 *
 * @param reportPath - The page of a report that Felix may see.
 */
export function judgedPages(reportPath: string): readonly JudgedPage[] {
  const seen = (seenBy: JudgedPage["seenBy"], kind: PageKind, paths: readonly string[]) =>
    paths.map((path) => ({ path, kind, seenBy }));
  return [
    ...seen("anyone", "public", ["/", "/policy", "/lists", "/lists/distros"]),
    // These encrypt or open, when somebody has given them something to.
    ...seen("anyone", "sealing", ["/report", "/receipt", "/sign-in", "/enrol"]),
    ...seen("Felix", "member", ["/reports", "/deadlines", "/deadlines?view=month", "/duties"]),
    ...seen("Felix", "member", ["/notices", "/organisations"]),
    // It checks a coordinator's signature at once, for which it needs OpenPGP.js.
    ...seen("Felix", "verifying", [reportPath]),
    ...seen("Ada", "member", ["/coordination", "/coordination/rosters", "/notices/reminders"]),
  ];
}
