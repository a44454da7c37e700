import { describe, expect, test } from "vitest";
import { byteCountText } from "./byte-count.ts";
import { distanceText } from "./distance-text.ts";
import { localInstantText, offsetText, utcInstantText } from "./instant-text.ts";

const at = new Date("2026-12-06T09:12:31.900Z");

describe("an instant in words", () => {
  test("is in UTC wherever it is made", () => {
    expect(utcInstantText(at)).toBe("Sun 2026-12-06 09:12 UTC");
    expect(utcInstantText(at, "second")).toBe("Sun 2026-12-06 09:12:31 UTC");
  });

  test("in a zone says how far that is from UTC", () => {
    expect(localInstantText(at, "Asia/Kathmandu")).toBe("Sun 2026-12-06 14:57 +05:45");
    expect(localInstantText(at, "Pacific/Kiritimati")).toBe("Sun 2026-12-06 23:12 +14:00");
  });

  test.each([
    [0, "+00:00"],
    [-150, "-02:30"],
    [345, "+05:45"],
  ])("%d minutes are written %s", (minutes, text) => {
    expect(offsetText(minutes)).toBe(text);
  });
});

describe("how far an instant is", () => {
  test.each([
    [0, "now"],
    [999, "now"],
    [1_000, "in 1 second"],
    [59_999, "in 59 seconds"],
    [60_000, "in 1 minute"],
    [3_599_999, "in 59 minutes"],
    [3_600_000, "in 1 hour"],
    [11_520_000, "in 3 hours 12 minutes"],
    [86_399_999, "in 23 hours 59 minutes"],
    [86_400_000, "in 1 day"],
    [1_209_599_999, "in 13 days 23 hours"],
    [1_209_600_000, "in 14 days"],
    [-7_200_000, "2 hours ago"],
  ])("%d ms from now is %s", (ms, text) => {
    expect(distanceText(at, new Date(at.getTime() + ms))).toBe(text);
  });
});

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [1023, "1023 bytes"],
  [1024, "1.0 KiB"],
  [1_048_524, "1023.9 KiB"],
  [1_048_575, "1.0 MiB"],
  [26_214_400, "25.0 MiB"],
])("%d bytes are %s", (bytes, text) => {
  expect(byteCountText(bytes)).toBe(text);
});
