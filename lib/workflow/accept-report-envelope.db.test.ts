import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { ofVersion, packet, readdressed, takeApart, type TakenApart } from "#e2e/support/packets.ts";
import { houseFurnishedAt, rosterOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { findReport } from "#lib/data/reports.ts";
import { armorMessage } from "#lib/pgp/armor.ts";
import {
  maximumAttachments,
  maximumEntityBytes,
  maximumUploadBytes,
  type EnvelopeUpload,
} from "#lib/schema/submission.ts";
import { acceptReport, type ReportUpload } from "./accept-report.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

type Changed = Partial<EnvelopeUpload>;
type Kind = "report" | "exploit" | "card";

/** Hands in a report of which one envelope was put together wrongly, and says what is said of it. */
async function handIn(change: (parts: TakenApart) => Changed, kind: Kind = "report") {
  const answers = { hasExploit: true, exploitPublicationAt: addDays(at, 5) };
  const report = await smallReport(house, { at, answers });
  const { envelopes } = report.upload;
  const whole = envelopes[kind] ?? envelopes.report;
  const changed: ReportUpload["envelopes"] = { ...envelopes, [kind]: { ...whole, ...change(takeApart(whole)) } };
  const outcome = await acceptReport(report.actor, { ...report.upload, envelopes: changed }, at);
  return { outcome, report };
}

async function expectNothingLeft({ actor }: SmallReport): Promise<void> {
  expect(await findReport(actor, actor.reportId)).toMatchObject({ problem: { code: "NOT_FOUND" } });
}

const message = (...parts: readonly Uint8Array[]): Changed => ({ message: concatBytes(...parts) });

/** An envelope of exactly so many bytes, whose body is a packet of the right shape. */
function sized({ keyPackets }: TakenApart, bytes: number): Changed {
  const keys = concatBytes(...keyPackets);
  return message(keys, packet(18, Uint8Array.of(1), new Uint8Array(bytes - keys.length - 7)));
}

const brokenArmor = ({ keyPackets, body }: TakenApart) =>
  utf8(
    armorMessage(concatBytes(...keyPackets, body)).replace(/\n=(.)/, (_, first) => `\n=${first === "A" ? "B" : "A"}`),
  );

const wrongs: readonly { code: string; what: string; change: (parts: TakenApart) => Changed; facts?: object }[] = [
  { code: "PGP_NOT_OPENPGP", what: "a text", change: () => ({ message: utf8("Dear list, I found a bug.") }) },
  { code: "PGP_NOT_OPENPGP", what: "half a message", change: ({ body }) => message(body.subarray(0, 40)) },
  {
    code: "PGP_ARMOR_CHECKSUM",
    what: "armour changed on its way",
    change: (parts) => ({ message: brokenArmor(parts) }),
  },
  {
    code: "PGP_TOO_LARGE",
    what: "a byte more than an entity may have",
    change: (parts) => sized(parts, maximumEntityBytes + 1),
    facts: { maximumBytes: maximumEntityBytes },
  },
  {
    code: "PGP_TOO_MANY_KEY_PACKETS",
    what: "1001 key packets",
    change: ({ keyPackets: [first = new Uint8Array()], body }) =>
      message(...Array.from({ length: 1001 }, () => first), body),
    facts: { maximumKeyPackets: 1000 },
  },
  { code: "PGP_NO_BODY", what: "key packets alone", change: ({ keyPackets }) => message(...keyPackets) },
  {
    code: "PGP_TWO_BODIES",
    what: "two bodies",
    change: ({ keyPackets, body }) => message(...keyPackets, body, body),
    facts: { bodies: 2 },
  },
  {
    code: "PGP_UNSUPPORTED_VERSION",
    what: "a body of version 2",
    change: ({ keyPackets, body }) => message(...keyPackets, ofVersion(body, 2)),
    facts: { tag: 18, version: 2 },
  },
  {
    code: "PGP_UNSUPPORTED_VERSION",
    what: "a key packet of version 6",
    change: ({ keyPackets: [first = new Uint8Array(), ...others], body }) =>
      message(ofVersion(first, 6), ...others, body),
    facts: { tag: 1, version: 6 },
  },
  {
    code: "PGP_NOT_ENCRYPTED",
    what: "a text in a packet",
    change: () => message(packet(11, utf8("b\0\0\0\0\0hello"))),
  },
  {
    code: "PGP_UNAUTHENTICATED",
    what: "data without integrity protection",
    change: ({ keyPackets }) => message(...keyPackets, packet(9, new Uint8Array(60))),
  },
  {
    code: "PGP_SYMMETRIC_ONLY",
    what: "a passphrase beside the keys",
    change: ({ keyPackets, body }) => message(packet(3, Uint8Array.of(4, 9, 3, 8)), ...keyPackets, body),
  },
  {
    code: "PGP_TRAILING_PACKETS",
    what: "a packet after the body",
    change: ({ keyPackets, body }) => message(...keyPackets, body, packet(10, utf8("PGP"))),
    facts: { tags: [10] },
  },
  {
    code: "PGP_HIDDEN_RECIPIENT",
    what: "a reader who is hidden",
    change: ({ keyPackets: [first = new Uint8Array(), ...others], body }) =>
      message(readdressed(first, "0".repeat(16)), ...others, body),
  },
  {
    code: "PGP_DUPLICATE_READER",
    what: "a reader twice",
    change: ({ keyPackets: [first = new Uint8Array(), ...others], body }) => message(first, first, ...others, body),
    facts: { name: "Ada Demo" },
  },
  {
    code: "PGP_READERS_UNKNOWN",
    what: "a stranger's key packet too",
    change: ({ keyPackets: [first = new Uint8Array(), ...others], body }) =>
      message(first, readdressed(first, "1234567890ABCDEF"), ...others, body),
    facts: { keyIds: ["1234567890ABCDEF"] },
  },
  {
    code: "PGP_READERS_MISSING",
    what: "no key packet for two readers",
    change: ({ keyPackets: [, , ...others], body }) => message(...others, body),
    facts: { names: ["Ada Demo", "Dora Demo"] },
  },
  { code: "PGP_NOT_OPENPGP", what: "an attachment in clear", change: () => ({ parts: [utf8("exploit.c")] }) },
  {
    code: "PGP_TRAILING_PACKETS",
    what: "an attachment with key packets of its own",
    change: ({ keyPackets, body }) => ({ parts: [concatBytes(...keyPackets, body)] }),
  },
  {
    code: "TOO_MANY_ATTACHMENTS",
    what: "21 attachments",
    change: ({ body }) => ({ parts: Array.from({ length: maximumAttachments + 1 }, () => body) }),
    facts: { maximum: 20 },
  },
  {
    code: "ATTACHMENTS_TOO_LARGE",
    what: "a byte more than 40 MiB of attachments",
    change: () => ({ parts: [new Uint8Array(maximumUploadBytes), new Uint8Array(1)] }),
    facts: { maximumBytes: maximumUploadBytes },
  },
  { code: "PGP_NOT_OPENPGP", what: "an empty body that is a text", change: () => ({ emptyBody: utf8("nothing") }) },
  {
    code: "PGP_TOO_LARGE",
    what: "an empty body that is not empty",
    change: () => ({ emptyBody: packet(18, Uint8Array.of(1), new Uint8Array(122)) }),
    facts: { maximumBytes: 128 },
  },
];

describe("an envelope that the server can see to be wrong is refused, and nothing is left of its report", () => {
  test.each(wrongs)("$what: $code", async ({ change, code, facts = {} }) => {
    const { outcome, report } = await handIn(change);
    expect(outcome).toMatchObject({ problem: { problem: { code, facts, field: "report" } } });
    await expectNothingLeft(report);
  });

  test.each(["exploit", "card"] as const)("the %s too, which is named", async (kind) => {
    const { outcome, report } = await handIn(({ keyPackets }) => message(...keyPackets), kind);
    expect(outcome).toMatchObject({ problem: { problem: { code: "PGP_NO_BODY", field: kind } } });
    await expectNothingLeft(report);
  });

  test("for another key of a reader than the roster names: PGP_OTHER_SUBKEY", async () => {
    const [ada] = rosterOf(house, "distros").readers;
    const [otherKeyId = ""] = ada?.otherKeyIds ?? [];
    const { outcome } = await handIn(({ keyPackets: [first = new Uint8Array(), ...others], body }) =>
      message(readdressed(first, otherKeyId), ...others, body),
    );
    const facts = { name: "Ada Demo", keyId: otherKeyId, expectedKeyId: ada?.encryptionKeyId };
    expect(outcome).toMatchObject({ problem: { problem: { code: "PGP_OTHER_SUBKEY", facts } } });
  });
});

describe("an envelope at the very edge is taken", () => {
  test.each<{ what: string; change: (parts: TakenApart) => Changed }>([
    { what: "of exactly 1 MiB", change: (parts) => sized(parts, maximumEntityBytes) },
    { what: "with 20 attachments", change: ({ body }) => ({ parts: Array.from({ length: 20 }, () => body) }) },
    {
      what: "in armour",
      change: ({ keyPackets, body }) => ({ message: utf8(armorMessage(concatBytes(...keyPackets, body))) }),
    },
    {
      what: "with an empty body of 128 bytes",
      change: () => ({ emptyBody: packet(18, Uint8Array.of(1), new Uint8Array(121)) }),
    },
  ])("$what", async ({ change }) => {
    expect((await handIn(change)).outcome).toMatchObject({ ok: true });
  });

  test("that was sealed to a reader whose certificate has run out just now, though it is not asked for any more", async () => {
    const uma = rosterOf(house, "distros").readers.find(({ name }) => name === "Uma Demo");
    if (uma?.expiresAt == null) throw new Error("Uma's certificate does not expire");
    const justBefore = new Date(uma.expiresAt.getTime() - 1000);
    const report = await smallReport(house, { at: justBefore });
    expect(await acceptReport(report.actor, report.upload, uma.expiresAt)).toMatchObject({ ok: true });
  });
});
