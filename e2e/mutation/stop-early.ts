import { afterEach } from "vitest";

// A mutant is killed by the first test that fails: no further file is even read.

const once = globalThis as { hasFailed?: boolean };

if (once.hasFailed === true) throw new Error("a test has failed already");

afterEach(({ task }) => {
  if (task.result?.state === "fail") once.hasFailed = true;
});
