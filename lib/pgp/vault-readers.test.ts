import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { concatBytes } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import type { VaultClient } from "./client.ts";
import { freshKey, type FreshKey } from "./fixtures/fresh-key.ts";
import { asReader, endVaults, openVaultOf, sealedAt, sealedEntity } from "./fixtures/vault-bench.ts";
import { ada, grace } from "./fixtures/vault-pair.ts";
import type { Progress } from "./protocol.ts";
import { composeRoster, type Roster, type RosterReader } from "./roster.ts";
import { createVault } from "./vault.ts";
import { judgeCertificate } from "./verdict.ts";

const at = sealedAt;
const entity = sealedEntity;

let vault: VaultClient;

beforeEach(async () => {
  vault = await openVaultOf(ada);
});

afterEach(endVaults);

describe("certificates and rosters in a vault", () => {
  test("are judged one by one", async () => {
    const expired = await freshKey("Edsger", { validSeconds: 86_400 });
    const input = concatBytes(ada.certificate, expired.certificate);
    const judged = expectOk(await vault.ask("judgeCertificates", { input, at }));
    expect(judged.map(({ verdict }) => verdict.ok)).toEqual([true, false]);
    const privateKey = ada.privateKey.armor();
    expect(await vault.ask("judgeCertificates", { input: privateKey, at })).toMatchObject({
      problem: { code: "CERTIFICATE_IS_PRIVATE" },
    });
  });

  test("are readied for sealing, and refused as sealing would refuse them", async () => {
    const expired = await freshKey("Edsger", { validSeconds: 86_400 });
    expect((await vault.ask("prepare", { readers: [asReader(ada)], at })).ok).toBe(true);
    expect(await vault.ask("prepare", { readers: [asReader(ada), asReader(expired)], at })).toMatchObject({
      problem: { code: "PGP_READER_UNUSABLE", facts: { name: "Edsger", reason: "CERTIFICATE_EXPIRED" } },
    });
  });

  test("are readied one after the other, until that is stopped", async () => {
    const readers = [asReader(ada), asReader(grace)];
    for (const [stopAt, ends] of [
      [1, "PGP_CANCELLED"],
      [2, "ready"],
    ] as const) {
      const [controller, progress]: [AbortController, Progress[]] = [new AbortController(), []];
      const onProgress = (each: Progress) => {
        if (progress.push(each) === stopAt) controller.abort();
      };
      const outcome = await createVault().prepare({ readers, at }, { onProgress, signal: controller.signal });
      expect(outcome.ok ? "ready" : outcome.problem.code).toBe(ends);
      expect(progress).toEqual([1, 2].slice(0, stopAt).map((done) => ({ done, total: 2 })));
    }
  });

  test("signed by a pinned coordinator give readers to seal to, those with a lapsed certificate marked", async () => {
    const lapsing = await freshKey("Edsger", { createdAt: at, validSeconds: 86_400 });
    const roster: Roster = {
      list: "distros",
      version: 1,
      previous: null,
      issuedAt: at,
      expiresAt: addDays(at, 90),
      readers: await Promise.all([grace, lapsing].map(rosterReader)),
    };
    const text = await vault.ask("rosterText", { roster });
    expect(text).toBe(composeRoster(roster));
    const signed = expectOk(await vault.ask("signText", { fingerprint: ada.fingerprint, text, at }));
    const request = {
      signed,
      pinned: [{ fingerprint: ada.fingerprint, certificate: ada.certificate }],
      list: "distros",
      certificates: [grace.certificate, lapsing.certificate],
      lowestVersion: 1,
      at: addDays(at, 2),
    };
    const { readers } = expectOk(await vault.ask("checkRoster", request));
    expect(readers.map(({ name, verdict }) => [name, verdict.ok])).toEqual([
      ["Edsger", false],
      ["Grace", true],
    ]);
    const usable = readers.filter(({ verdict }) => verdict.ok);
    const seal = { envelopeId: null, entity, attachments: [], readers: usable, signer: null, at: addDays(at, 2) };
    expect(expectOk(await vault.ask("seal", seal)).keyPackets).toMatchObject([{ fingerprint: grace.fingerprint }]);
    expect(await vault.ask("checkRoster", { ...request, list: "linux-distros" })).toMatchObject({
      problem: { code: "ROSTER_OTHER_LIST" },
    });
  });
});

async function rosterReader({ name, certificate }: FreshKey): Promise<RosterReader> {
  const { certificate: summary } = expectOk(await judgeCertificate(certificate, at));
  const { fingerprint, encryptionFingerprint, sha256: digest } = summary;
  return { name, organisation: "Example", fingerprint, encryptionFingerprint, sha256: digest };
}
