import type { DeadlinesResponse, ShownDeadline } from "#lib/schema/deadlines-response.ts";

export type DutyHolders = DeadlinesResponse["dutyHolders"];

/** Whose a deadline is, and with whom it is now: names of the rota, `the reporter`, `the coordinators`. */
export interface WithWhom {
  readonly owner: string;
  readonly now: string;
}

type Owing = Pick<ShownDeadline, "owner" | "duty" | "isWith">;

/** What the list owes is with the primary of the duty from the beginning; where that is vacant, with who comes after. */
export function withWhom({ owner, duty, isWith }: Owing, holders: DutyHolders): WithWhom {
  const holderOf = (role: "primary" | "backup") =>
    holders.find((each) => each.duty === duty && each.role === role)?.organisation ?? null;
  const [primary, backup] = [holderOf("primary"), holderOf("backup")];
  const first = primary ?? backup ?? "the coordinators";
  const looksAfter = {
    owner: owner === "reporter" ? "the reporter" : first,
    primary: primary ?? first,
    backup: backup ?? primary ?? "the coordinators",
    coordinators: "the coordinators",
  };
  return { owner: owner === "reporter" ? "the reporter" : "the list", now: looksAfter[isWith] };
}
