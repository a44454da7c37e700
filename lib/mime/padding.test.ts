import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";

import { padEntity, paddedSize } from "./padding.ts";

describe("padded size", () => {
  test.each([
    [0, 4096],
    [4095, 4096],
    [4096, 4096],
    [4097, 4352],
    [4352, 4352],
    [4353, 4608],
    [65_535, 65_536],
    [65_537, 67_584],
    [1_000_000, 1_015_808],
    [26_214_400, 26_214_400],
    [26_214_401, 26_738_688],
  ])("of %i bytes is %i", (length, padded) => {
    expect(paddedSize(length)).toBe(padded);
  });

  prop.prop([fc.integer({ min: 0, max: 2 ** 40 })])(
    "is no less, costs at most 12 percent, and pads to itself",
    (length) => {
      const padded = paddedSize(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded).toBeLessThanOrEqual(Math.max(4096, length * 1.12));
      expect(paddedSize(padded)).toBe(padded);
    },
  );

  prop.prop([fc.integer({ min: 0, max: 2 ** 40 }), fc.nat(2 ** 20)])(
    "never shrinks as a length grows",
    (length, more) => {
      expect(paddedSize(length + more)).toBeGreaterThanOrEqual(paddedSize(length));
    },
  );
});

describe("a padded entity", () => {
  prop.prop([fc.integer({ min: 1, max: 20_000 })])("keeps its bytes and gains blank lines of at most 76", (length) => {
    const entity = new Uint8Array(length).fill(0x2d);
    const padded = padEntity(entity);
    const filler = new TextDecoder().decode(padded.subarray(length));
    expect(padded.length).toBe(paddedSize(length));
    expect(padded.subarray(0, length)).toEqual(entity);
    expect(filler.trim()).toBe("");
    expect(filler.split("\r\n").every((line) => line.length <= 76)).toBe(true);
  });
});
