import type { ShownAuthor } from "#lib/schema/issue-response.ts";
import type { StepDesk } from "./step-desk.ts";

/** Who did something, for the one who looks: `Ada Lovelace (Debian)`, `the reporter`, `you`. */
export function authorText({ party, name }: ShownAuthor, viewer: StepDesk["viewer"]): string {
  switch (party) {
    case "reporter":
      return viewer === "reporter" ? "you" : "the reporter";
    case "policy":
      return "the list’s policy";
    case "list":
      return name ?? "a member who has left";
  }
}
