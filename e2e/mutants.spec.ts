import { expect, test } from "./support/journey.ts";
import { sendMutatedCertificates, sendMutatedEnvelopes } from "./support/send-mutants.ts";

// `npm run faults` sends ten times as many, with a seed of the day.
const seed = 20260302;
test.setTimeout(300_000);

test(`100 damaged messages and 20 damaged certificates (seed ${String(seed)}) are sent to a site: none breaks it, or what it holds`, async ({
  people,
  site,
}) => {
  const visit = { origin: site.origin, reader: people.named("Felix"), seed, maximumMs: 20_000 };
  const messages = await sendMutatedEnvelopes(visit, 100);
  expect(messages.faults).toEqual([]);
  expect([...messages.outcomes.keys()]).toEqual(
    expect.arrayContaining(["PGP_NOT_OPENPGP", "PGP_READERS_MISSING", "taken, and opens to the same text"]),
  );
  const certificates = await sendMutatedCertificates(visit, 20);
  expect(certificates.faults).toEqual([]);
  expect([...certificates.outcomes.keys()]).toEqual(expect.arrayContaining(["REPLY_CERTIFICATE_UNUSABLE", "taken"]));
});
