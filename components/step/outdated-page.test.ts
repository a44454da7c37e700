import { describe, expect, test } from "vitest";
import { isPageOutdated } from "./outdated-page.ts";

describe("a page is fetched again", () => {
  test.each(["ISSUE_CHANGED", "PROPOSAL_CLOSED", "OBLIGATION_CLOSED", "ISSUE_WITHDRAWN", "PGP_READERS_MISSING"])(
    "after %s, since somebody else was faster",
    (code) => {
      expect(isPageOutdated(code)).toBe(true);
    },
  );

  test.each(["NETWORK_DOWN", "SIGNED_OUT", "INSTANT_IN_FUTURE", "A_CODE_OF_ANOTHER_YEAR"])(
    "not after %s, which would cost what was typed or show nothing new",
    (code) => {
      expect(isPageOutdated(code)).toBe(false);
    },
  );
});
