import { isSignedIn, type Actor } from "#lib/access/actor.ts";
import type { MemberId } from "#lib/base/id.ts";

/** Who wrote a row of an embargo: the reporter, a member for the list, or the standing policy through a job. */
export interface Author {
  readonly party: "reporter" | "list" | "policy";
  /** Null but for a member. */
  readonly memberId: MemberId | null;
}

/** As what an actor writes. Row-level security checks it again. */
export function authorOf(actor: Actor): Author {
  if (isSignedIn(actor)) return { party: "list", memberId: actor.memberId };
  return { party: actor.kind === "reporter" ? "reporter" : "policy", memberId: null };
}

/** Who wrote a row. */
export function toAuthor({ party, memberId }: { readonly party: string; readonly memberId: string | null }): Author {
  return { party: party as Author["party"], memberId: memberId as MemberId | null };
}
