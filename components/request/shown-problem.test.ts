import { expect, test } from "vitest";
import { isPassing, problemOfResponse, shownProblem, unreachable } from "./shown-problem.ts";

test.each([
  unreachable(),
  shownProblem({ code: "NOT_READY", facts: { retryAfterSeconds: 5 } }),
  shownProblem({ code: "NO_ROOM", facts: { retryAfterSeconds: 30 } }),
  shownProblem({ code: "TOO_BUSY", facts: { retryAfterSeconds: 5 } }),
  shownProblem({ code: "SERVER_ERROR", facts: {} }),
])("$code passes by itself: the same may be sent again as it is", (problem) => {
  expect(isPassing(problem)).toBe(true);
});

test("a refusal does not pass by itself", () => {
  expect(isPassing(shownProblem({ code: "ROSTER_OUTDATED", facts: { given: 1, current: 2 } }))).toBe(false);
});

test("an answer that is no problem of the portal's is taken for none of its answers", () => {
  expect(problemOfResponse({ error: "bad gateway" }).code).toBe("NETWORK_DOWN");
  expect(
    problemOfResponse({ type: "about:blank", title: "a", status: 503, detail: "b", code: "NO_ROOM" }),
  ).toMatchObject({
    code: "NO_ROOM",
    wrong: "a",
    mend: "b",
  });
});
