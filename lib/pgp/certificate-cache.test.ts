import { describe, expect, test } from "vitest";
import { concatBytes } from "#lib/base/bytes.ts";
import { createCertificateCache } from "./certificate-cache.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
import { fixture } from "./fixtures/read-fixture.ts";

const [ada, brook, cato] = [await fixture("curve25519"), await fixture("curve25519-second"), await fixture("rsa4096")];

describe("a certificate that was read", () => {
  test("is not read again, whatever memory its bytes lie in", async () => {
    const cache = createCertificateCache();
    const first = await cache.read(ada);
    expect(first).not.toBeNull();
    expect(await cache.read(concatBytes(ada))).toBe(first);
  });

  test("is never taken for one that differs in one bit of its last byte", async () => {
    const cache = createCertificateCache();
    const first = await cache.read(ada);
    for (let bit = 0; bit < 8; bit += 1) {
      const other = concatBytes(ada);
      other[ada.length - 1] = (other[ada.length - 1] ?? 0) ^ (1 << bit);
      expect(await cache.read(other)).not.toBe(first);
    }
  });

  test("is the first to be forgotten where it was looked at longest ago, and none before there are too many", async () => {
    const cache = createCertificateCache(2);
    const [readAda, readBrook] = [await cache.read(ada), await cache.read(brook)];
    expect(await cache.read(ada)).toBe(readAda);
    expect(await cache.read(brook)).toBe(readBrook);
    expect(await cache.read(ada)).toBe(readAda);

    await cache.read(cato);
    expect(await cache.read(ada)).toBe(readAda);
    expect(await cache.read(brook)).not.toBe(readBrook);
  });

  test("stays as it was when the memory that it came from changes", async () => {
    const bytes = concatBytes(ada);
    const read = await createCertificateCache().read(bytes);
    const before = read?.write();
    bytes.fill(0);
    expect(read?.write()).toEqual(before);
  });

  test("is one, public, and whole: else it is none", async () => {
    const cache = createCertificateCache();
    const { privateKey } = await freshKey("Ada");
    expect(await cache.read(concatBytes(ada, brook))).toBeNull();
    expect(await cache.read(privateKey.write())).toBeNull();
    expect(await cache.read(ada.subarray(0, -1))).toBeNull();
    expect(await cache.read(new Uint8Array())).toBeNull();
  });
});
