import { describe, expect, test } from "vitest";
import { checkReaders, type EnvelopeReader } from "./reader-check.ts";

function reader(name: string, digit: string): EnvelopeReader {
  return {
    name,
    fingerprint: digit.repeat(40),
    encryptionKeyId: digit.repeat(16),
    otherKeyIds: [`${digit.repeat(15)}F`, `${digit.repeat(15)}E`],
  };
}

const ada = reader("Ada", "1");
const grace = reader("Grace", "2");
const reporter = reader("the reporter", "3");
const roster = { required: [ada, grace], allowed: [reporter] };

/** An envelope to these key ids; each key packet holds one byte that tells its place. */
function envelopeTo(...keyIds: readonly string[]) {
  const keyPackets = keyIds.map((encryptionKeyId, index) => ({ encryptionKeyId, bytes: Uint8Array.of(index) }));
  return { keyPackets, body: new Uint8Array() };
}

const [toAda, toGrace, toReporter] = [ada.encryptionKeyId, grace.encryptionKeyId, reporter.encryptionKeyId];
const stranger = "9".repeat(16);

describe("readers of an envelope", () => {
  test("are told apart, in the order of their key packets", () => {
    expect(checkReaders(envelopeTo(toReporter, toGrace, toAda), roster)).toEqual({
      ok: true,
      value: [
        { reader: reporter, bytes: Uint8Array.of(0) },
        { reader: grace, bytes: Uint8Array.of(1) },
        { reader: ada, bytes: Uint8Array.of(2) },
      ],
    });
  });

  test("who are allowed need not be there", () => {
    expect(checkReaders(envelopeTo(toAda, toGrace), roster).ok).toBe(true);
  });

  test.each([
    { to: [toAda], code: "PGP_READERS_MISSING", facts: { names: ["Grace"] } },
    { to: [], code: "PGP_READERS_MISSING", facts: { names: ["Ada", "Grace"] } },
    { to: [toAda, stranger], code: "PGP_READERS_MISSING", facts: { names: ["Grace"] } },
    { to: [toAda, toGrace, stranger], code: "PGP_READERS_UNKNOWN", facts: { keyIds: [stranger] } },
    { to: [toAda, toGrace, toAda], code: "PGP_DUPLICATE_READER", facts: { name: "Ada" } },
    { to: [toAda, toGrace, toReporter, toReporter], code: "PGP_DUPLICATE_READER", facts: { name: "the reporter" } },
    {
      to: [toAda, "222222222222222F"],
      code: "PGP_OTHER_SUBKEY",
      facts: { name: "Grace", keyId: "222222222222222F", expectedKeyId: toGrace },
    },
    {
      to: [toAda, toGrace, "111111111111111E"],
      code: "PGP_OTHER_SUBKEY",
      facts: { name: "Ada", keyId: "111111111111111E", expectedKeyId: toAda },
    },
  ])("refused: $code for $to", ({ to, code, facts }) => {
    expect(checkReaders(envelopeTo(...to), roster)).toEqual({ ok: false, problem: { code, facts } });
  });

  test("may be required and allowed at once", () => {
    const both = { required: [ada], allowed: [{ ...ada, name: "Ada as a guest" }] };
    expect(checkReaders(envelopeTo(toAda), both)).toMatchObject({ ok: true, value: [{ reader: { name: "Ada" } }] });
  });

  test("keep what is theirs when another certificate claims their key id", () => {
    const claimant = { ...reader("a claimant", "4"), otherKeyIds: [toAda] };
    expect(checkReaders(envelopeTo(toAda), { required: [ada], allowed: [claimant] }).ok).toBe(true);
    const twin = { ...claimant, encryptionKeyId: toAda };
    expect(checkReaders(envelopeTo(toAda), { required: [ada, twin], allowed: [] })).toMatchObject({
      problem: { code: "PGP_READERS_MISSING", facts: { names: ["a claimant"] } },
    });
  });
});
