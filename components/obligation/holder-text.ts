import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";

/** Who holds which duty, as far as the page may know: members see it, reporters do not. */
export type DutyHolders = ReportPage["dutyHolders"] | null;

/** Who owes something, for the one who looks. */
export function ownerText({ owner }: Pick<ShownObligation, "owner">, viewer: "member" | "reporter"): string {
  if (owner === "list") return "the list";
  return viewer === "reporter" ? "you" : "the reporter";
}

/** Whom an obligation is with now: who owes it, then the organisations that look after its duty, then the coordinators. */
export function holderText(
  { owner, duty, isWith }: Pick<ShownObligation, "owner" | "duty" | "isWith">,
  holders: DutyHolders,
  viewer: "member" | "reporter",
): string {
  switch (isWith) {
    case "owner":
      return ownerText({ owner }, viewer);
    case "coordinators":
      return "the coordinators";
    case "primary":
    case "backup": {
      if (holders === null) return "those on the list who look after it";
      const names = holders
        .filter((each) => each.duty === duty && each.role === isWith)
        .map((each) => each.organisation);
      return names.length === 0
        ? `nobody yet: ${duty} has no ${isWith}`
        : `${names.join(" and ")}, ${isWith} for ${duty}`;
    }
  }
}
