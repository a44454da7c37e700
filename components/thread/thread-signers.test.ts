import { describe, expect, test } from "vitest";
import { areSameSigners } from "./thread-signers.ts";

const ada = { name: "Ada (Debian)", certificate: Uint8Array.of(1, 2) };
const grace = { name: "Grace (Arch)", certificate: Uint8Array.of(3) };

describe("signers of a thread", () => {
  test("are the same when the portal hands them out anew", () => {
    const again = { ...ada, certificate: Uint8Array.of(1, 2) };
    expect(areSameSigners([ada, grace], [again, grace])).toBe(true);
  });

  test.each([
    { what: "somebody came", others: [ada, grace] },
    { what: "somebody went", others: [] },
    { what: "a key was replaced", others: [{ ...ada, certificate: Uint8Array.of(1, 3) }] },
    { what: "a key has another name", others: [{ ...ada, name: grace.name }] },
  ])("are others when $what", ({ others }) => {
    expect(areSameSigners([ada], others)).toBe(false);
  });
});
