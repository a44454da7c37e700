import { describe, expect, test } from "vitest";
import { obligationKinds } from "#lib/embargo/obligation.ts";
import { owedToReporter } from "./owed-words.ts";

const dueAt = new Date("2026-11-24T09:00:00Z");
const owed = { kind: "ACKNOWLEDGE", owner: "list", dueAt } as const;

describe("what is owed, told to the reporter", () => {
  test("it is late on the very instant, and not before", () => {
    expect(owedToReporter(owed, new Date(dueAt.getTime() - 1)).late).toBeNull();
    expect(owedToReporter(owed, dueAt).late).not.toBeNull();
  });

  test("every obligation that a report can have has words of its own", () => {
    const said = obligationKinds.map((kind) => owedToReporter({ kind, owner: "reporter", dueAt }, dueAt).what);
    expect(new Set(said).size).toBe(obligationKinds.length);
  });

  test("an exploit that somebody else shared is not asked of the reporter", () => {
    const exploit = (owner: "reporter" | "list") => owedToReporter({ kind: "POST_EXPLOIT", owner, dueAt }, dueAt).what;
    expect(exploit("list")).not.toBe(exploit("reporter"));
  });
});
