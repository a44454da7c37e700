import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectOk } from "#lib/base/result.ts";
import type { UnlockedReceipt, VaultClient } from "#lib/pgp/client.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { endVaults, openVault, openVaultOf, received } from "#lib/pgp/fixtures/vault-bench.ts";
import { parseEntity } from "#lib/mime/parse-entity.ts";
import { reportSubmissionSchema } from "#lib/schema/submission.ts";
import { emptyStorage, listName, rosterAt, rosterResponse } from "#components/sealing/fixtures/roster-response.ts";
import { checkRosterResponse, type TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { answeredDraft } from "./_answered-draft.ts";
import type { Draft, JudgedCertificate } from "./draft.ts";
import { reportUpload } from "./report-upload.ts";
import { sealReport, type SealOptions } from "./seal-report.ts";

let ada: FreshKey;
let own: FreshKey;
let vault: VaultClient;
let trusted: TrustedRoster;
let receipt: UnlockedReceipt;
const submissionId = "0f8fad5b-d9cb-469f-a165-70867728950e";

beforeAll(async () => {
  const [coordinator, member, reporter] = await Promise.all([freshKey("Cora"), freshKey("Ada"), freshKey("Own")]);
  [ada, own] = [member, reporter];
  vault = openVault();
  const response = await rosterResponse(coordinator, [ada, coordinator]);
  trusted = expectOk(await checkRosterResponse(response, listName, vault, emptyStorage()));
  receipt = await vault.ask("newReceipt", {});
});
afterAll(endVaults);

function seal(draft: Draft, options: Partial<SealOptions> = {}) {
  const quiet = { vault, signal: new AbortController().signal, onProgress: () => undefined };
  return sealReport(draft, trusted, { submissionId, receipt }, { ...quiet, ...options });
}

function judged({ fingerprint, certificate }: FreshKey): JudgedCertificate {
  return { fingerprint, userIds: ["Own"], algorithm: "Curve25519", expiresAt: null, bytes: certificate, warnings: [] };
}

describe("sealing a report", () => {
  test("everybody on the roster, the receipt and the reporter's certificate can open it, and nobody else", async () => {
    const { envelopes } = expectOk(await seal(answeredDraft({ certificate: judged(own) })));
    expect(Object.keys(envelopes)).toEqual(["report", "card"]);
    const fingerprints = envelopes.report?.keyPackets.map(({ fingerprint }) => fingerprint) ?? [];
    expect(fingerprints.toSorted()).toEqual(
      [
        ...trusted.sealable.map(({ fingerprint }) => fingerprint),
        receipt.certificate?.fingerprint,
        own.fingerprint,
      ].sort(),
    );
  });

  test("a reader opens it and finds the reporter's signature", async () => {
    const { envelopes } = expectOk(await seal(answeredDraft()));
    if (envelopes.report === undefined) throw new Error("no report was sealed");
    const reader = await openVaultOf(ada);
    const reporter = { name: "the reporter", certificate: receipt.certificate?.bytes ?? new Uint8Array() };
    const [opened] = await reader.ask("open", {
      bodies: [received(envelopes.report, ada)],
      signers: [reporter],
      at: rosterAt,
    });
    if (opened?.ok !== true) throw new Error("the report does not open");
    expect(opened.value.commitment).toBe("fits");
    expect(opened.value.signatures).toMatchObject([{ verifiedBy: { name: "the reporter" } }]);
    expect(await parseEntity(opened.value.entity)).toMatchObject({ value: { subject: "heap overflow in libfoo" } });
  });

  test("an exploit has a session key of its own", async () => {
    const { envelopes } = expectOk(await seal(answeredDraft({ hasExploit: true, exploitText: "exploit text" })));
    expect(Object.keys(envelopes)).toEqual(["report", "exploit", "card"]);
    expect(envelopes.exploit?.commitment).not.toBe(envelopes.report?.commitment);
  });

  test("a member who reports is sealed to once", async () => {
    const { envelopes } = expectOk(await seal(answeredDraft({ certificate: judged(ada) })));
    expect(envelopes.report?.keyPackets.length).toBe(trusted.sealable.length + 1);
  });

  test("progress ends at its total, with large attachments in it", async () => {
    const seen: [number, number][] = [];
    const attachments = [new File([new Uint8Array(400_000)], "a.bin"), new File(["small"], "b.txt")];
    const { envelopes, messages } = expectOk(
      await seal(answeredDraft({ attachments }), { onProgress: (done, total) => seen.push([done, total]) }),
    );
    expect(envelopes.report?.attachments.length).toBe(1);
    expect(messages.map(({ fileName }) => fileName)).toEqual(["report.asc", "report-attachment-1.pgp", "card.asc"]);
    expect(seen[0]?.[0]).toBe(0);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
    expect(seen.at(-1)?.[1]).toBeGreaterThan(400_000);
  });

  test("it stops when the reporter cancels", async () => {
    const attachments = [new File([new Uint8Array(400_000)], "a.bin")];
    const sealing = seal(answeredDraft({ attachments }), { signal: AbortSignal.abort() });
    await expect(sealing).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  });

  test("a key that was wiped meanwhile comes back from the code", async () => {
    await vault.ask("lock", { fingerprint: null });
    expect((await seal(answeredDraft())).ok).toBe(true);
  });
});

describe("the form that is posted", () => {
  test("holds what the server asks for, and nothing that was typed in secret", async () => {
    const draft = answeredDraft({ replyAddress: " ada@example.org ", certificate: judged(own) });
    const form = reportUpload(draft, expectOk(await seal(draft)), 1, { submissionId, receipt });
    expect([...form.keys()].toSorted()).toEqual([
      "card",
      "card.emptyBody",
      "certificate",
      "facts",
      "receiptCertificate",
      "report",
      "report.emptyBody",
    ]);
    const facts = await textOf(form.get("facts"));
    expect(reportSubmissionSchema.parse(JSON.parse(facts))).toMatchObject({
      submissionId,
      rosterVersion: 1,
      replyAddress: "ada@example.org",
      answers: { list: "distros", proposedDisclosureAt: new Date(draft.proposedDisclosureAt) },
      receipt: { lookupId: receipt.lookupId, authenticatorHash: receipt.authenticatorHash },
    });
    const all = (await Promise.all([...form.values()].map(textOf))).join("\n");
    for (const secret of ["heap overflow", "libfoo", receipt.text, receipt.authenticator])
      expect(all).not.toContain(secret);
  });

  test("passes on what gpg has made as it came, with the card beside it", async () => {
    const armour = "-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----";
    const draft = answeredDraft({
      writing: "elsewhere",
      description: "never sealed here",
      sealedReport: { text: armour, file: null },
      hasExploit: true,
      sealedExploit: { text: "", file: new File([Uint8Array.of(1, 2, 3)], "exploit.gpg") },
    });
    const { envelopes, messages } = expectOk(await seal(draft));
    expect(Object.keys(envelopes)).toEqual(["card"]);
    expect(messages.map(({ fileName }) => fileName)).toEqual(["card.asc"]);
    const form = reportUpload(draft, { envelopes, messages }, 1, { submissionId, receipt });
    expect(await textOf(form.get("report"))).toBe(`${armour}\n`);
    expect(await textOf(form.get("exploit"))).toBe("\u0001\u0002\u0003");
    expect(form.has("report.emptyBody")).toBe(false);
  });
});

async function textOf(entry: FormDataEntryValue | null): Promise<string> {
  if (entry === null || typeof entry === "string") return entry ?? "";
  return new TextDecoder("latin1").decode(await entry.arrayBuffer());
}
