import { describe, expect, test } from "vitest";
import { answered, owedLines, proposed, receivedAt } from "./fixtures/report-facts.ts";

describe("what people close", () => {
  const at = new Date("2026-11-12T13:00:00Z");
  const closing = (key: string, kind: "word" | "link", closedAt = at) => ({
    key,
    at: closedAt,
    evidence: { kind, text: kind === "link" ? "https://example.org/1" : "seen on the list" },
  });

  test("is closed by a word, save for a posting, which can be shown", () => {
    const closings = [closing("DISCLOSE/1", "word"), closing("POST_ISSUE/1", "word")];
    expect(owedLines(["DISCLOSE", "POST_ISSUE"], {}, { closings })).toEqual([
      "reporter DISCLOSE/1 2026-11-12T12:00 A9 word 2026-11-12T13:00",
      "reporter POST_ISSUE/1 2026-11-12T12:00 R13",
    ]);
    expect(owedLines(["POST_ISSUE"], {}, { closings: [closing("POST_ISSUE/1", "link")] })).toEqual([
      "reporter POST_ISSUE/1 2026-11-12T12:00 R13 link 2026-11-12T13:00",
    ]);
  });

  test("does not close what came to be owed again later", () => {
    const records = [
      proposed(1, "reporter", receivedAt, "2026-12-01T12:00:00Z"),
      answered("reject", 1, "list", "2026-11-03T10:00:00Z"),
    ];
    const before = closing("SUPPLY_DATE/1", "word", new Date("2026-11-03T09:59:59Z"));
    const since = closing("SUPPLY_DATE/1", "word", new Date("2026-11-03T10:00:00Z"));
    expect(owedLines(["SUPPLY_DATE"], { records }, { closings: [before] })).toEqual([
      "reporter SUPPLY_DATE/1 2026-11-03T10:00 R7",
    ]);
    expect(owedLines(["SUPPLY_DATE"], { records }, { closings: [before, since] })).toEqual([
      "reporter SUPPLY_DATE/1 2026-11-03T10:00 R7 word 2026-11-03T10:00",
    ]);
  });

  test("after a leak is each step by itself: told at once, explained within the time for progress", () => {
    const leaks = [{ id: "leak-a", noticedAt: new Date("2026-11-05T06:00:00Z") }];
    const closings = [closing("TELL_LEAK/leak-a", "word", new Date("2026-11-05T06:20:00Z"))];
    const kinds = ["TELL_LEAK", "INVESTIGATE_LEAK", "REPORT_LEAK"] as const;
    expect(owedLines(kinds, {}, { leaks, closings })).toEqual([
      "list TELL_LEAK/leak-a 2026-11-05T06:00 M4 word 2026-11-05T06:20",
      "list INVESTIGATE_LEAK/leak-a 2026-11-08T06:00 M4",
      "list REPORT_LEAK/leak-a 2026-11-08T06:00 M4",
    ]);
  });
});
