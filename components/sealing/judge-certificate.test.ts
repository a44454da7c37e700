import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { concatBytes } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { endVaults, openVault } from "#lib/pgp/fixtures/vault-bench.ts";
import { judgeCertificate } from "./judge-certificate.ts";

const at = new Date("2026-03-02T09:00:00Z");

let ada: FreshKey;
let grace: FreshKey;

beforeAll(async () => {
  [ada, grace] = await Promise.all([freshKey("Ada"), freshKey("Grace")]);
});
afterAll(endVaults);

class GoneFile extends File {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException("gone", "NotFoundError"));
  }
}

describe("a certificate that somebody gives", () => {
  test("is judged out of a file as out of a text", async () => {
    const file = new File([new Uint8Array(ada.certificate)], "ada.pgp");
    expect(expectOk(await judgeCertificate(openVault(), file, at)).certificate.fingerprint).toBe(ada.fingerprint);
  });

  test.each([
    { what: "a file that is gone", given: () => new GoneFile([], "ada.asc"), code: "FILE_UNREADABLE" },
    { what: "a text without any", given: () => "nonsense", code: "CERTIFICATE_NONE_FOUND" },
    { what: "two at once", given: () => concatBytes(ada.certificate, grace.certificate), code: "CERTIFICATE_SEVERAL" },
    { what: "a private key", given: () => ada.privateKey.armor(), code: "CERTIFICATE_IS_PRIVATE" },
  ])("is refused where there is $what", async ({ given, code }) => {
    expect(await judgeCertificate(openVault(), given(), at)).toMatchObject({ problem: { code } });
  });
});
