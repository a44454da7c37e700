import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectOk, ok, refused } from "#lib/base/result.ts";
import type { VaultClient } from "#lib/pgp/client.ts";
import { splitEnvelope } from "#lib/pgp/envelope-check.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { asReader, endVaults, openVault, openVaultOf } from "#lib/pgp/fixtures/vault-bench.ts";
import { envelopeIdSchema, fingerprintSchema, memberIdSchema } from "#lib/schema/id.ts";
import { messageSubmissionSchema } from "#lib/schema/submission.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { emptyStorage, listName, rosterAt, rosterResponse } from "#components/sealing/fixtures/roster-response.ts";
import { sealMessage } from "#components/sealing/sealed-message.ts";
import { checkRosterResponse } from "#components/sealing/trusted-roster.ts";
import { openAttachment, openEnvelope, type Opening } from "./open-envelope.ts";

const id = envelopeIdSchema.parse(crypto.randomUUID());
const large = crypto.getRandomValues(new Uint8Array(64 * 1024));
const files = [
  new File(["int main(void);"], "poc.c"),
  new File(Array<Uint8Array<ArrayBuffer>>(8).fill(large), "crash.bin"),
];

let ada: FreshKey;
let grace: FreshKey;
let reporter: FreshKey;
let form: FormData;

beforeAll(async () => {
  let coordinator: FreshKey;
  [ada, grace, reporter, coordinator] = (await Promise.all(
    ["Ada", "Grace", "Reporter", "Cora"].map((name) => freshKey(name)),
  )) as [FreshKey, FreshKey, FreshKey, FreshKey];
  const vault = await openVaultOf(ada);
  const response = await rosterResponse(coordinator, [ada, grace]);
  const trusted = expectOk(await checkRosterResponse(response, listName, vault, emptyStorage()));
  const expired = await freshKey("Expired", { validSeconds: 60 });
  const message = { subject: "Re: heap overflow", text: "Grüße,\n\tAda", files };
  form = expectOk(
    await sealMessage(message, {
      vault,
      trusted,
      reporterCertificates: [reporter.certificate, expired.certificate],
      signer: ada.fingerprint,
      signal: new AbortController().signal,
    }),
  );
});
afterAll(endVaults);

async function bytesOf(entry: FormDataEntryValue | null): Promise<Uint8Array<ArrayBuffer>> {
  if (!(entry instanceof File)) throw new Error("no such part");
  return new Uint8Array(await entry.arrayBuffer());
}

async function facts() {
  const text = new TextDecoder().decode(await bytesOf(form.get("facts")));
  return messageSubmissionSchema.parse(JSON.parse(text));
}

async function received(): Promise<Parameters<typeof openEnvelope>[0]> {
  const { keyPackets } = expectOk(splitEnvelope(await bytesOf(form.get("envelope"))));
  const { envelope } = await facts();
  return {
    id,
    author: "member",
    authorMember: { id: memberIdSchema.parse(crypto.randomUUID()), name: "Ada", organisation: "Debian" },
    commitment: envelope?.commitment ?? null,
    commitmentSignature: envelope?.signature ?? null,
    keyPackets: keyPackets.map(({ bytes }) => ({
      fingerprint: fingerprintSchema.parse("A".repeat(40)),
      bytes: new Uint8Array(bytes),
    })),
  };
}

async function opening(vault: VaultClient): Promise<Opening> {
  const { body } = expectOk(splitEnvelope(await bytesOf(form.get("envelope"))));
  const parts = [new Uint8Array(body), ...(await Promise.all(form.getAll("envelope.part").map(bytesOf)))];
  return {
    vault,
    fetchPart: (_, part) => {
      const found = parts[part];
      return Promise.resolve(found === undefined ? refused(shownProblem({ code: "NOT_FOUND", facts: {} })) : ok(found));
    },
    signers: [{ ...asReader(ada), name: "Ada (Debian)" }],
    at: rosterAt,
  };
}

const named = { name: "crash.bin", mediaType: "application/octet-stream", sizeBytes: 8 * large.length, part: 1 };

describe("a message of a thread", () => {
  test("names the roster's version and carries commitment and signature", async () => {
    const { rosterVersion, kind, envelope, submissionId } = await facts();
    expect([rosterVersion, kind]).toEqual([1, "message"]);
    expect(submissionId).toBeDefined();
    expect(envelope?.signature).toContain("BEGIN PGP SIGNATURE");
  });

  test.each(["another reader", "the reporter"])("is opened by %s, who is told who signed", async (who) => {
    const vault = await openVaultOf(who === "the reporter" ? reporter : grace);
    expect(await openEnvelope(await received(), await opening(vault))).toMatchObject({
      state: "opened",
      fitsCommitment: true,
      commitmentSignature: { outcome: "author" },
      entity: { subject: "Re: heap overflow", text: "Grüße,\n\tAda", attachments: [{ name: "poc.c" }] },
      signatures: [{ verdict: "verified", verifiedBy: { name: "Ada (Debian)" } }],
    });
  });

  test("a certificate of the reporter that has expired does not keep it from the others", async () => {
    expect((await received()).keyPackets).toHaveLength(3);
  });

  test("stays locked for whoever holds no key of it", async () => {
    expect(await openEnvelope(await received(), await opening(openVault()))).toEqual({ state: "locked" });
  });

  test("says so where the commitment is another's", async () => {
    const envelope = { ...(await received()), commitment: "00".repeat(32) };
    const contents = await openEnvelope(envelope, await opening(await openVaultOf(grace)));
    expect(contents).toMatchObject({ state: "opened", fitsCommitment: false });
  });

  test.each<{ what: string; outcome: string; changed: Partial<Awaited<ReturnType<typeof received>>> }>([
    { what: "nobody signed the commitment", outcome: "none", changed: { commitmentSignature: null } },
    { what: "its signature is none", outcome: "does-not-fit", changed: { commitmentSignature: "forged" } },
    { what: "the portal names the reporter", outcome: "another", changed: { author: "reporter" } },
    { what: "there is no commitment", outcome: "none", changed: { commitment: null } },
  ])("says so where $what", async ({ outcome, changed }) => {
    const envelope = { ...(await received()), ...changed };
    const contents = await openEnvelope(envelope, await opening(await openVaultOf(grace)));
    expect(contents).toMatchObject({ state: "opened", commitmentSignature: { outcome } });
  });

  test("its large attachment comes byte for byte, and no other in its place", async () => {
    const road = await opening(await openVaultOf(grace));
    const envelope = await received();
    const contents = await openEnvelope(envelope, road);
    if (contents.state !== "opened") throw new Error(contents.state);
    const [reference] = contents.entity.referencedAttachments;
    if (reference === undefined) throw new Error("no large attachment");
    expect(reference).toMatchObject(named);

    const opened = expectOk(await openAttachment(envelope, reference, road));
    expect(opened.contents.length).toBe(8 * large.length);
    expect(opened.contents.subarray(0, large.length)).toEqual(large);

    const other = { ...reference, sha256Hex: "00".repeat(32) };
    expect(await openAttachment(envelope, other, road)).toMatchObject({ problem: { code: "ATTACHMENT_DIFFERS" } });
    const gone = { ...reference, part: 9 };
    expect(await openAttachment(envelope, gone, road)).toMatchObject({ problem: { code: "ATTACHMENT_MISSING" } });
  });
});
