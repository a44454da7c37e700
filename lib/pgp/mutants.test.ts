import { afterAll, beforeAll, expect, test } from "vitest";
import { offerMutatedCertificates, soundCertificates } from "#e2e/faults/mutated-certificates.ts";
import { openMutatedEnvelopes, soundEnvelopes } from "#e2e/faults/mutated-envelopes.ts";
import { type GpgHome, makeGpgHome } from "#e2e/support/gpg.ts";

// `npm run faults` damages ten times as many, with a seed of the day.
const seed = 20260302;
let home: GpgHome;

beforeAll(async () => {
  home = await makeGpgHome();
});

afterAll(() => home.remove());

test(`of 1,000 damaged envelopes (seed ${String(seed)}) each is refused, or opens to the very same text`, async () => {
  const { faults, outcomes } = await openMutatedEnvelopes(await soundEnvelopes(home), seed, 1_000);
  expect(faults).toEqual([]);
  expect([...outcomes.keys()]).toEqual(
    expect.arrayContaining(["PGP_NOT_OPENPGP", "PGP_DOES_NOT_OPEN", "PGP_NO_BODY", "the same text"]),
  );
}, 120_000);

test(`of 200 damaged certificates (seed ${String(seed)}) each is refused, or still its owner's`, async () => {
  const { faults, outcomes } = await offerMutatedCertificates(await soundCertificates(), seed, 200);
  expect(faults).toEqual([]);
  expect([...outcomes.keys()]).toEqual(
    expect.arrayContaining(["CERTIFICATE_UNREADABLE", "CERTIFICATE_NO_USER_ID", "usable, and its owner's"]),
  );
}, 120_000);
