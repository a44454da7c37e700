import { randomFillSync } from "node:crypto";
import { expect, test } from "vitest";
import { bodyAround, bzip2Bomb, zipBomb } from "#e2e/support/bombs.ts";
import { expectOk } from "#lib/base/result.ts";
import { answeredBytes, decompressionLimit, openpgp } from "./library.ts";
import { openWithSessionKey } from "./open.ts";
import { newSessionKey } from "./session-key.ts";

const mebibyte = 1024 * 1024;
const sessionKey = newSessionKey();
const at = new Date("2026-03-02T09:00:00Z");

const openBody = (body: Uint8Array) => openWithSessionKey({ body, sessionKey, signers: [], at });

async function compressed(binary: Uint8Array): Promise<Uint8Array> {
  const message = await openpgp.createMessage({ binary });
  const config = { preferredCompressionAlgorithm: openpgp.enums.compression.zlib };
  const key = { data: sessionKey, algorithm: "aes256" } as const;
  return answeredBytes(await openpgp.encrypt({ message, sessionKey: key, config, format: "binary" }));
}

test.each([
  { how: "bzip2", bomb: bzip2Bomb(), sentBytes: 2_000 },
  { how: "ZIP", bomb: zipBomb(), sentBytes: 2 * mebibyte },
])("a message of up to $sentBytes bytes that $how unfolds to 1 GiB is refused", async ({ bomb, sentBytes }) => {
  const body = bodyAround(bomb, sessionKey);
  expect(body.length).toBeLessThan(sentBytes);
  const maximumBytes = decompressionLimit(body.length);
  expect(await openBody(body)).toEqual({
    ok: false,
    problem: { code: "PGP_TOO_LARGE", facts: { bytes: null, maximumBytes } },
  });
});

test("a log that shrinks thirtyfold opens, and one above 64 MiB does not", async () => {
  const log = new Uint8Array(65 * mebibyte);
  for (let line = 0; line < log.length; line += 1024) randomFillSync(log, line, 24);
  expect(expectOk(await openBody(await compressed(log.subarray(0, 40 * mebibyte)))).entity.length).toBe(40 * mebibyte);
  expect(await openBody(await compressed(log))).toMatchObject({ problem: { code: "PGP_TOO_LARGE" } });
});
