import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallKeyrings } from "#e2e/faults/debian-keyrings.ts";
import { type JudgedKeyrings, judgeKeyrings } from "#e2e/faults/judge-keyrings.ts";
import { sealToAll } from "#e2e/faults/seal-to-all.ts";
import { type GpgHome, makeGpgHome } from "#e2e/support/gpg.ts";

// `npm run faults` does the same with all 1,200.
describe("of some 300 certificates that Debian ships", () => {
  let home: GpgHome;
  let judged: JudgedKeyrings;

  beforeAll(async () => {
    home = await makeGpgHome();
    judged = await judgeKeyrings(home, smallKeyrings, new Date());
  });

  afterAll(() => home.remove());

  test("every one has a verdict, and gpg's is the same but for our rules on weak keys", () => {
    expect(judged.certificates).toBeGreaterThan(200);
    expect(judged.disputed).toEqual([]);
    expect([...judged.agreed.keys()]).toEqual(expect.arrayContaining(["usable", "expired", "no encryption key"]));
    expect([...judged.stricter.keys()].filter((rule) => !rule.startsWith("CERTIFICATE_WEAK"))).toEqual([]);
  });

  test("an envelope that is sealed to all that are usable opens for one reader more, here and with gpg", async () => {
    const read = await sealToAll(home, judged.usable);
    expect(read.here).toEqual(read.sealed);
    expect(read.withGpg).toEqual(read.sealed);
    expect(read.keyPackets).toBe(judged.usable.length + 1);
  });
});
