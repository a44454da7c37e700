import { describe, expect, test } from "vitest";
import { disclosureAt, owedLines } from "../fixtures/report-facts.ts";

describe("progress", () => {
  test("is owed three days after the last sign of life, wherever it came from", () => {
    expect(owedLines(["REPORT_PROGRESS"], {})).toEqual(["list REPORT_PROGRESS/1 2026-11-05T09:00 A9"]);
    expect(owedLines(["REPORT_PROGRESS"], {}, { lastActivityAt: new Date("2026-11-04T10:00:00Z") })).toEqual([
      "list REPORT_PROGRESS/1 2026-11-07T10:00 A9",
    ]);
  });

  test("moves on somebody's word instead of closing, so that a second stall is seen", () => {
    const evidence = { kind: "word", text: "tested on s390x, nothing found" } as const;
    const closings = [{ key: "REPORT_PROGRESS/1", at: new Date("2026-11-05T12:00:00Z"), evidence }];
    expect(owedLines(["REPORT_PROGRESS"], {}, { closings })).toEqual(["list REPORT_PROGRESS/1 2026-11-08T12:00 A9"]);
  });

  test("moves on a word about its own issue alone", () => {
    const evidence = { kind: "word", text: "tested" } as const;
    const closings = [{ key: "REPORT_PROGRESS/2", at: new Date("2026-11-05T12:00:00Z"), evidence }];
    expect(owedLines(["REPORT_PROGRESS"], {}, { closings })).toEqual(["list REPORT_PROGRESS/1 2026-11-05T09:00 A9"]);
  });

  test("is counted from the last sign of life before the end, where the end came later", () => {
    const lastActivityAt = new Date("2026-11-10T09:00:00Z");
    expect(owedLines(["REPORT_PROGRESS"], {}, { lastActivityAt }, disclosureAt)).toEqual([
      "list REPORT_PROGRESS/1 2026-11-13T09:00 A9 record 2026-11-12T12:00",
    ]);
  });

  test("is owed no more once the embargo is over, whoever still writes", () => {
    const lastActivityAt = new Date("2026-11-20T09:00:00Z");
    expect(owedLines(["REPORT_PROGRESS"], {}, { lastActivityAt }, disclosureAt)).toEqual([
      "list REPORT_PROGRESS/1 2026-11-15T12:00 A9 record 2026-11-12T12:00",
    ]);
  });
});
