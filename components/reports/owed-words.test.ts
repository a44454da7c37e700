import { expect, test } from "vitest";
import { obligationKinds } from "#lib/embargo/obligation.ts";
import { owedWords } from "./owed-words.ts";

test("everything that a report can owe has words of its own, and says by whom", () => {
  const said = obligationKinds.map((kind) => owedWords({ kind, owner: "list" }).what);
  expect(new Set(said).size).toBe(obligationKinds.length);
  expect(owedWords({ kind: "ACKNOWLEDGE", owner: "list" }).by).toBe("the list");
  expect(owedWords({ kind: "POST_ISSUE", owner: "reporter" }).by).toBe("the reporter");
});
